import type { Json } from './statement.ts'

/** The statement with what stands at a JSONPath (names, `['…']`, `[*]`) replaced, or taken away where `value` is undefined. */
export function changedAt(statement: Json, path: string, value?: unknown): Json {
  return changed(statement, steps(path), value) as Json
}

/** What stands at a JSONPath; nothing, one value or, behind `[*]`, several. */
export function foundAt(statement: unknown, path: string): unknown[] {
  let found: unknown[] = [statement]
  for (const step of steps(path)) {
    found = found.flatMap((one) => (step === '*' ? (one as unknown[]) : [(one as Json | undefined)?.[step]]))
    found = found.filter((one) => one !== undefined)
  }
  return found
}

/** The paths of all values that are no objects; array items as `[*]`. */
export function leavesOf(value: unknown, path = '$'): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, `${path}[*]`))
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, /^\w+$/.test(name) ? `${path}.${name}` : `${path}['${name}']`),
  )
}

function steps(path: string): string[] {
  return [...path.matchAll(/\.(\w+)|\['([^']+)'\]|\[(\*)\]/g)].map(
    ([, name, quoted, all]) => name ?? quoted ?? all ?? '',
  )
}

function changed(from: unknown, [step, ...rest]: string[], value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(from)) return from.map((one) => changed(one, rest, value))
  const { [step]: inner, ...others } = from as Json
  if (inner === undefined) return from
  const after = changed(inner, rest, value)
  return after === undefined ? others : { ...others, [step]: after }
}
