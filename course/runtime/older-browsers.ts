/**
 * Array methods that the oldest browsers of the build (build/bundle.ts) do not have yet: esbuild brings syntax down to them, not
 * methods. Imported first.
 */
const methods = {
  at<T>(this: T[], index: number): T | undefined {
    return this[index < 0 ? this.length + index : index]
  },
  toSorted<T>(this: T[], compare?: (a: T, b: T) => number): T[] {
    return [...this].sort(compare)
  },
}

for (const [name, value] of Object.entries(methods))
  if (!(name in Array.prototype))
    Object.defineProperty(Array.prototype, name, { value, configurable: true, writable: true })
