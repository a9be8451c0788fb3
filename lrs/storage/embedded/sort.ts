import { fieldPlace, parsePath } from './paths.ts'
import { StorageRefusal } from './refusal.ts'

/**
 * ORDER BY terms in MongoDB's order of types: missing and null, numbers, strings, objects, bytes, ObjectIds, booleans,
 * dates. Objects and bytes have an order of their own among themselves; equal rows keep the order of insertion.
 *
 * @param sort `{path: 1 | -1}`, or the Map that mongoose makes of it
 * @param arrays paths at which a row may hold an array
 * @throws StorageRefusal for a path that leads through an array
 */
export function compileSort(sort: object, arrays: ReadonlySet<string>): string {
  const entries: [string, unknown][] = sort instanceof Map ? [...sort] : Object.entries(sort)
  const terms = entries.flatMap(([path, direction]) => {
    if (direction !== 1 && direction !== -1) throw new StorageRefusal(`sort by ${path}: ${JSON.stringify(direction)}`)
    const fields = parsePath(path)
    const array = fields.map((_, index) => fields.slice(0, index + 1).join('.')).find((walked) => arrays.has(walked))
    if (array) throw new StorageRefusal(`sort by ${path}: ${array} holds arrays`)
    const order = direction === 1 ? 'ASC' : 'DESC'
    return [`${typeRank(fields)} ${order}`, `${comparable(fields)} ${order}`]
  })
  return [...terms, 'id'].join(', ')
}

function typeRank(fields: string[]): string {
  const { type, tagged } = fieldPlace('doc', fields)
  return `CASE ${type}
    WHEN 'integer' THEN 1 WHEN 'real' THEN 1 WHEN 'text' THEN 2
    WHEN 'object' THEN CASE
      WHEN ${tagged('$binary')} IS NOT NULL THEN 4 WHEN ${tagged('$oid')} IS NOT NULL THEN 5
      WHEN ${tagged('$date')} IS NOT NULL THEN 7 ELSE 3 END
    WHEN 'true' THEN 6 WHEN 'false' THEN 6 ELSE 0 END`
}

function comparable(fields: string[]): string {
  const { type, value, tagged } = fieldPlace('doc', fields)
  return `CASE ${type}
    WHEN 'integer' THEN ${value} + 0.0
    WHEN 'object' THEN coalesce(${tagged('$date')}, ${tagged('$oid')}, ${value}) ELSE ${value} END`
}
