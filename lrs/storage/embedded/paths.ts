import { StorageRefusal } from './refusal.ts'

/**
 * A dotted path of a filter, a sort or an index, as its fields.
 *
 * @throws StorageRefusal for positions in arrays and names that cannot be written in an SQLite path
 */
export function parsePath(path: string): string[] {
  const fields = path.split('.')
  for (const field of fields) {
    if (/^\d+$/.test(field)) throw new StorageRefusal(`the position ${field} in the path "${path}"`)
    if (field === '' || /["\\$\p{Cc}]/u.test(field)) throw new StorageRefusal(`the path ${JSON.stringify(path)}`)
  }
  return fields
}

/** An SQL literal with the JSON path of `fields`. */
export function sqlPath(fields: string[]): string {
  return quoteText(`$${fields.map((field) => `."${field}"`).join('')}`)
}

/** Where the values of one path are looked for: in a document, or in an element of an array. */
export interface Place {
  /** JSON text; for a missing value `null`, because MongoDB's comparisons and unique indexes see no difference. */
  json: string
  /** JSON text or SQL NULL. */
  raw: string
  /** What json_type() calls it, or NULL. */
  type: string
  /** The SQL value: text, number, 0 or 1. */
  value: string
  /** What stands under `$date`, `$oid` or `$binary`, or NULL. */
  tagged(tag: '$date' | '$oid' | '$binary'): string
}

/** The place of `fields` within `base`, an SQL expression of JSON text. Indexes are made of the same text. */
export function fieldPlace(base: string, fields: string[]): Place {
  const path = sqlPath(fields)
  return {
    json: `ifnull(${base} -> ${path}, 'null')`,
    raw: `(${base} -> ${path})`,
    type: `json_type(${base}, ${path})`,
    value: `json_extract(${base}, ${path})`,
    tagged: (tag) => `json_extract(${base}, ${sqlPath([...fields, tag])})`,
  }
}

/** The place of one row of `json_each(base, …) AS alias`. */
export function elementPlace(base: string, alias: string): Place {
  return {
    json: `(${base} -> ${alias}.fullkey)`,
    raw: `(${base} -> ${alias}.fullkey)`,
    type: `${alias}.type`,
    value: `${alias}.value`,
    tagged: (tag) => `json_extract(${base}, ${alias}.fullkey || '."${tag}"')`,
  }
}

export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
