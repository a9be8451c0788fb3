import type { SqlValue } from '../sqlite.ts'
import { elementPlace, fieldPlace, type Place, parsePath, sqlPath } from './paths.ts'
import { StorageRefusal } from './refusal.ts'
import { encode, isPlain, textOf } from './values.ts'

export type Filter = Record<string, unknown>

/** What a collection's rows and indexes look like; the shape of the SQL follows from it. */
export interface Layout {
  /** Paths at which any row may hold an array. */
  arrays: ReadonlySet<string>
  /** Paths of sparse indexes. */
  sparse: ReadonlySet<string>
}

/** Values of one SQL statement, named `?1`, `?2` … so that one can stand in several places. */
export class Parameters {
  readonly values: SqlValue[] = []

  add(value: SqlValue): string {
    this.values.push(value)
    return `?${this.values.length}`
  }
}

/** A condition on one value, as SQL; NULL counts as false. */
type Test = (place: Place, path: string) => string

const comparisons: Record<string, string> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

/** Translates MongoDB filters into SQL conditions over a JSON text. */
export class FilterCompiler {
  readonly #layout: Layout
  readonly #parameters: Parameters
  #aliases = 0

  constructor(layout: Layout, parameters: Parameters) {
    this.#layout = layout
    this.#parameters = parameters
  }

  /**
   * @param base SQL expression of the JSON text to be tested
   * @param prefix the path at which that text stands in its document
   * @throws StorageRefusal for what is not in the dialect
   */
  compile(filter: Filter, base = 'doc', prefix: string[] = []): string {
    const conditions = Object.entries(filter).map(([key, condition]) => {
      if (key === '$and' || key === '$or') {
        const parts = clauses(key, condition).map((clause) => `(${this.compile(clause, base, prefix)})`)
        return `(${parts.join(key === '$and' ? ' AND ' : ' OR ')})`
      }
      if (key.startsWith('$')) throw new StorageRefusal(`${key} in a filter`)
      const fields = parsePath(key)
      return this.#every(condition, key, (test) => this.#match({ base, prefix, fields }, test))
    })
    return conditions.length > 0 ? conditions.join(' AND ') : '1'
  }

  /** The condition of a `$pull` on each row of `json_each(base) AS alias`, the elements of the array at `path`. */
  compileElement(condition: unknown, base: string, alias: string, path: string): string {
    if (isPlain(condition) && !isOperators(condition)) {
      return whenFields(alias, this.compile(condition, `${alias}.value`, path.split('.')))
    }
    return this.#every(condition, path, (test) => test(elementPlace(base, alias), ''))
  }

  #every(condition: unknown, at: string, match: (test: Test) => string): string {
    if (!isOperators(condition)) return match(this.#equals(condition, at))
    return Object.entries(condition)
      .map(([operator, operand]) => {
        switch (operator) {
          case '$eq':
            return match(this.#equals(operand, at))
          case '$ne':
            return `(${match(this.#equals(operand, at))}) IS NOT TRUE`
          case '$in':
            return match(this.#oneOf(operand, at))
          case '$exists':
            return operand ? match(exists) : `(${match(exists)}) IS NOT TRUE`
          default:
            return match(this.#compares(operator, operand, at))
        }
      })
      .join(' AND ')
  }

  #equals(operand: unknown, at: string): Test {
    const json = encode(operand, at)
    const parameter = this.#parameters.add(textOf(json))
    return (place, path) => {
      const equal = `${place.json} = ${parameter}`
      // A sparse index is chosen only when the condition says by itself that the value is there.
      return json !== null && this.#layout.sparse.has(path) ? `${equal} AND ${place.raw} = ${parameter}` : equal
    }
  }

  #oneOf(operand: unknown, at: string): Test {
    if (!Array.isArray(operand)) throw new StorageRefusal(`$in without an array at ${at}`)
    const texts = operand.map((value) => textOf(encode(value, at)))
    const parameter = this.#parameters.add(JSON.stringify(texts))
    const present = !texts.includes('null')
    return (place, path) => {
      const among = `${place.json} IN (SELECT value FROM json_each(${parameter}))`
      return present && this.#layout.sparse.has(path) ? `${among} AND ${place.raw} IS NOT NULL` : among
    }
  }

  /** Type bracketing: a number is compared with numbers only, a date with dates. */
  #compares(operator: string, operand: unknown, at: string): Test {
    const sign = comparisons[operator]
    if (!sign) throw new StorageRefusal(`${operator} in a filter, at ${at}`)
    const json = encode(operand, at)
    if (typeof json === 'number') {
      const parameter = this.#parameters.add(json)
      // Adding 0.0 makes a double of an integer over 2^53, which SQLite would compare digit by digit.
      return ({ type, value }) => `${type} IN ('integer', 'real') AND ${value} + 0.0 ${sign} ${parameter}`
    }
    if (typeof json === 'string') {
      const parameter = this.#parameters.add(json)
      return ({ type, value }) => `${type} = 'text' AND ${value} ${sign} ${parameter}`
    }
    for (const tag of ['$date', '$oid'] as const) {
      if (typeof json === 'object' && json !== null && tag in json) {
        const parameter = this.#parameters.add((json as Record<string, string | number>)[tag] as SqlValue)
        return ({ tagged }) => `${tagged(tag)} ${sign} ${parameter}`
      }
    }
    throw new StorageRefusal(`${operator} with ${textOf(json)}, at ${at}`)
  }

  /** MongoDB's way through arrays: any element may match, and at the end of the path the array as a whole too. */
  #match(target: { base: string; prefix: string[]; fields: string[]; from?: number }, test: Test): string {
    const { base, prefix, fields, from = 1 } = target
    for (let count = from; count <= fields.length; count++) {
      const walked = [...prefix, ...fields.slice(0, count)]
      if (!this.#layout.arrays.has(walked.join('.'))) continue
      const alias = `element${++this.#aliases}`
      const path = sqlPath(fields.slice(0, count))
      const anyElement = (condition: string) =>
        `json_type(${base}, ${path}) = 'array' AND EXISTS (SELECT 1 FROM json_each(${base}, ${path}) AS ${alias} WHERE ${condition})`
      if (count === fields.length) {
        return `(${test(fieldPlace(base, fields), '')} OR ${anyElement(test(elementPlace(base, alias), ''))})`
      }
      const deeper = this.#match({ base: `${alias}.value`, prefix: walked, fields: fields.slice(count) }, test)
      const otherwise = this.#match({ ...target, from: count + 1 }, test)
      return `CASE json_type(${base}, ${path}) WHEN 'array' THEN ${anyElement(whenFields(alias, deeper))} ELSE ${otherwise} END`
    }
    return test(fieldPlace(base, fields), [...prefix, ...fields].join('.'))
  }
}

const exists: Test = ({ raw }) => `${raw} IS NOT NULL`

/** CASE, because SQLite may try both sides of AND, and only an object's text can be read as JSON. */
function whenFields(alias: string, condition: string): string {
  return `CASE WHEN ${alias}.type = 'object' AND substr(${alias}.value, 1, 3) <> '{"$' THEN ${condition} END`
}

function clauses(operator: string, value: unknown): Filter[] {
  if (Array.isArray(value) && value.length > 0 && value.every(isPlain)) return value
  throw new StorageRefusal(`${operator} without a list of filters`)
}

/** `{$gt: 1}`, not `{a: 1}` and not a value. */
export function isOperators(condition: unknown): condition is Record<string, unknown> {
  return isPlain(condition) && Object.keys(condition)[0]?.startsWith('$') === true
}
