/** What SQLite holds. Booleans are 0 and 1, instants ISO text, JSON text: the caller says which. */
export type SqlValue = null | number | bigint | string | Uint8Array

const quotedOrComment = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\[[^\]]*\]|--[^\n]*|\/\*[\s\S]*?\*\//g

/**
 * How many values a statement takes, from its text: `?` counted, or the highest `?N`.
 * Named parameters are refused: node:sqlite takes a stray object for them and stores NULL.
 */
export function countParameters(sql: string): number {
  const code = sql.replace(quotedOrComment, ' ')
  if (/[:@$][A-Za-z_]/.test(code)) throw new TypeError(`named parameters are not used here: ${sql}`)
  const markers = code.match(/\?\d*/g) ?? []
  const numbered = markers.filter((marker) => marker.length > 1).map((marker) => Number(marker.slice(1)))
  if (numbered.length > 0 && numbered.length < markers.length) throw new TypeError(`? and ?N are mixed: ${sql}`)
  return numbered.length > 0 ? Math.max(...numbered) : markers.length
}

/**
 * Checks values before they are bound: node:sqlite stores NULL for a missing value, a Date or an object without a word,
 * and U+FFFD for a lone surrogate.
 *
 * @throws TypeError that names the statement, the position and the value's type
 */
export function bind(sql: string, count: number, values: unknown[]): asserts values is SqlValue[] {
  if (values.length !== count) throw new TypeError(`${count} values expected, got ${values.length}: ${sql}`)
  for (let index = 0; index < values.length; index++) {
    const fault = faultOf(values[index])
    if (fault) throw new TypeError(`value ${index + 1} is ${fault}: ${sql}`)
  }
}

function faultOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? undefined : 'a string with a lone surrogate'
    case 'number':
      return Number.isFinite(value) ? undefined : String(value)
    case 'bigint':
      return undefined
    case 'object':
      if (value === null || value instanceof Uint8Array) return undefined
      return Object.prototype.toString.call(value)
    default:
      return typeof value
  }
}
