import mongoose from 'mongoose'
import { type Filter, isOperators } from './filter.ts'
import { parsePath } from './paths.ts'
import { StorageRefusal } from './refusal.ts'
import { encode, isFields, isPlain, type Json, type JsonObject, textOf } from './values.ts'

const { MongoServerError, ObjectId } = mongoose.mongo

/** One change at one path, checked; `value` is what `operator` works with. */
export type Change = { path: string } & (
  | { operator: '$set' | '$setOnInsert'; value: Json }
  | { operator: '$unset' }
  | { operator: '$inc'; value: number }
  | { operator: '$push' | '$addToSet'; values: Json[] }
  | { operator: '$pull'; condition: unknown }
)

/** Says which elements of an array a `$pull` takes away. */
export type Pull = (elements: Json[], path: string, condition: unknown) => Set<number>

/**
 * An update as its changes, in the order in which MongoDB applies them: by path.
 *
 * @throws StorageRefusal for other operators and for replacements
 * @throws MongoServerError 40 for two changes of the same place
 */
export function parseUpdate(update: unknown): Change[] {
  if (!isPlain(update)) throw new StorageRefusal('an update that is no object of operators')
  const changes = Object.entries(update).flatMap(([operator, fields]) => {
    if (!isPlain(fields)) throw new StorageRefusal(`${operator} in an update without an object of fields`)
    return Object.entries(fields).map(([path, operand]) => parseChange(operator, path, operand))
  })
  changes.sort((a, b) => comparePaths(a.path, b.path))
  changes.forEach((change, index) => {
    const before = changes[index - 1]?.path
    if (before !== undefined && (change.path === before || change.path.startsWith(`${before}.`))) {
      throw failure(40, `Updating the path '${change.path}' would create a conflict at '${before}'`)
    }
  })
  return changes
}

function parseChange(operator: string, path: string, operand: unknown): Change {
  if (path.split('.').some((field) => field === '' || field.includes('$') || field === '__proto__')) {
    throw new StorageRefusal(`${operator} at ${JSON.stringify(path)}`)
  }
  switch (operator) {
    case '$set':
      return { operator, path, value: encode(operand, path) }
    case '$setOnInsert':
      if (Array.isArray(operand) && operand.length === 0) {
        throw new StorageRefusal(`an empty array in $setOnInsert at ${path} (give the schema \`default: undefined\`)`)
      }
      return { operator, path, value: encode(operand, path) }
    case '$unset':
      return { operator, path }
    case '$inc': {
      const value = encode(operand, path)
      if (typeof value !== 'number')
        throw failure(14, `Cannot increment with non-numeric argument: {${path}: ${value}}`)
      return { operator, path, value }
    }
    case '$push':
    case '$addToSet':
      return { operator, path, values: addedValues(operator, path, operand) }
    case '$pull':
      return { operator, path, condition: operand }
    default:
      throw new StorageRefusal(`${operator} in an update`)
  }
}

function addedValues(operator: string, path: string, operand: unknown): Json[] {
  if (!isOperators(operand)) return [encode(operand, path)]
  const { $each, ...others } = operand
  const other = Object.keys(others)[0]
  if (other) throw new StorageRefusal(`${other} in ${operator} at ${path}`)
  if (!Array.isArray($each)) throw failure(2, `The argument to $each in ${operator} must be an array`)
  return $each.map((element, index) => encode(element, `${path}.${index}`))
}

/** Path by path, field by field; positions as numbers. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [x, y] = [left[index] as string, right[index] as string]
    if (x === y) continue
    if (/^\d+$/.test(x) && /^\d+$/.test(y)) return Number(x) - Number(y)
    return x < y ? -1 : 1
  }
  return left.length - right.length
}

/**
 * Applies changes to a document in place; the caller hands over a copy.
 *
 * @throws MongoServerError as MongoDB does: 2, 14 and 28 for values that a change does not fit, 66 for another `_id`
 */
export function applyChanges(document: JsonObject, changes: Change[], pull: Pull): void {
  const id = document._id
  for (const change of changes) {
    const place = locate(document, change.path, change.operator !== '$unset' && change.operator !== '$pull')
    if (place) place.set(changed(place.get(), change, pull))
  }
  if (id !== undefined && (document._id === undefined || textOf(document._id) !== textOf(id))) {
    throw failure(66, `Performing an update on the path '_id' would modify the immutable field '_id'`)
  }
}

/** @returns the new value; undefined = none */
function changed(current: Json | undefined, change: Change, pull: Pull): Json | undefined {
  switch (change.operator) {
    case '$set':
    case '$setOnInsert':
      return change.value
    case '$unset':
      return undefined
    case '$inc':
      if (current !== undefined && typeof current !== 'number') {
        throw failure(14, `Cannot apply $inc to a value of non-numeric type at ${change.path}`)
      }
      return encode((current ?? 0) + change.value, change.path)
    case '$push':
      return [...elementsOf(current ?? [], change), ...change.values]
    case '$addToSet':
      return withNew(elementsOf(current ?? [], change), change.values)
    case '$pull': {
      if (current === undefined) return undefined
      const elements = elementsOf(current, change)
      const taken = pull(elements, change.path, change.condition)
      return elements.filter((_, index) => !taken.has(index))
    }
  }
}

function elementsOf(value: Json, change: Change): Json[] {
  if (Array.isArray(value)) return value
  throw failure(2, `The field '${change.path}' must be an array for ${change.operator}`)
}

function withNew(elements: Json[], values: Json[]): Json[] {
  const known = new Set(elements.map(textOf))
  return [...elements, ...values.filter((value) => !known.has(textOf(value)) && known.add(textOf(value)))]
}

interface Located {
  get(): Json | undefined
  set(value: Json | undefined): void
}

/** @returns undefined when the path leads nowhere and `create` is false */
function locate(document: JsonObject, path: string, create: boolean): Located | undefined {
  const fields = path.split('.')
  const last = fields.pop() as string
  let holder: Json = document
  for (const field of fields) {
    const step = childOf(holder, field, path, create)
    let below = step?.get()
    if (below === undefined) {
      if (!create || !step) return undefined
      below = {}
      step.set(below)
    }
    holder = below
  }
  return childOf(holder, last, path, create)
}

function childOf(holder: Json, field: string, path: string, create: boolean): Located | undefined {
  if (isFields(holder)) {
    return {
      get: () => (Object.hasOwn(holder, field) ? holder[field] : undefined),
      set: (value) => {
        if (value === undefined) delete holder[field]
        else holder[field] = value
      },
    }
  }
  if (!Array.isArray(holder) || !/^\d+$/.test(field)) return blocked(holder, path, create)
  const index = Number(field)
  if (index > holder.length && create) throw new StorageRefusal(`a gap in the array at ${path}`)
  return {
    get: () => holder[index],
    set: (value) => {
      if (value !== undefined) holder[index] = value
      else if (index < holder.length) holder[index] = null
    },
  }
}

function blocked(value: Json | undefined, path: string, create: boolean): undefined {
  if (create && value !== undefined) throw failure(28, `Cannot create field at '${path}' in ${textOf(value)}`)
  return undefined
}

/**
 * The document that an upsert inserts: what the filter demands by equality, then the changes, `_id` first.
 *
 * @throws MongoServerError 54 when the filter demands two values at one path
 */
export function documentOfUpsert(filter: Filter, changes: Change[], pull: Pull): JsonObject {
  const document: JsonObject = {}
  for (const [path, value] of equalities(filter)) {
    const place = locate(document, parsePath(path).join('.'), true)
    if (place?.get() !== undefined)
      throw failure(54, `cannot infer query fields to set, path '${path}' is matched twice`)
    place?.set(encode(value, path))
  }
  applyChanges(document, changes, pull)
  const { _id = encode(new ObjectId(), '_id'), ...fields } = document
  return { _id, ...fields }
}

function equalities(filter: Filter): [string, unknown][] {
  return Object.entries(filter).flatMap(([key, condition]): [string, unknown][] => {
    if (key === '$and') return (condition as Filter[]).flatMap(equalities)
    if (key === '$or') return (condition as Filter[]).length === 1 ? equalities((condition as [Filter])[0]) : []
    if (!isOperators(condition)) return [[key, condition]]
    return '$eq' in condition ? [[key, condition.$eq]] : []
  })
}

function failure(code: number, message: string): Error {
  return new MongoServerError({ message, code })
}
