import type { BulkOperation } from '../embedded/bulk.ts'
import { type Filter, FilterCompiler, Parameters } from '../embedded/filter.ts'
import { checkOptions, type Options } from '../embedded/options.ts'
import { compileProjection } from '../embedded/projection.ts'
import { StorageRefusal } from '../embedded/refusal.ts'
import { countOf } from '../embedded/rows.ts'
import { compileSort } from '../embedded/sort.ts'
import { parseUpdate } from '../embedded/update.ts'
import { arrayPaths, encodeDocument, rowText } from '../embedded/values.ts'

/** The embedded engine's own readers do the checking; what they make of it is thrown away. */
const nowhere = { arrays: new Set<string>(), sparse: new Set<string>() }
const compiler = () => new FilterCompiler(nowhere, new Parameters())

/**
 * Gives the document an `_id` where it has none.
 *
 * @throws StorageRefusal for what not every engine can hold
 */
export function checkDocument(document: Filter): void {
  const encoded = encodeDocument(document)
  arrayPaths(encoded)
  rowText(encoded)
}

/** @throws StorageRefusal for what is not in the dialect */
export function checkFilter(filter: Filter): void {
  compiler().compile(filter)
}

/** @throws StorageRefusal for what is not in the dialect, and for values that not every engine can hold */
export function checkUpdate(update: unknown): void {
  for (const change of parseUpdate(update)) {
    if ('value' in change) arrayPaths({ value: change.value })
    if ('values' in change) arrayPaths({ values: change.values })
    if ('condition' in change) compiler().compileElement(change.condition, '?1', 'element', change.path)
  }
}

/** @throws StorageRefusal for another option, and for a sort, a projection or a number that is not in the dialect */
export function checkSelection<K extends keyof Options>(method: string, options: Options, allowed: readonly K[]): void {
  const { sort, projection, skip, limit } = checkOptions(method, options, allowed) as Options
  if (sort) compileSort(sort, nowhere.arrays)
  compileProjection(projection)
  countOf('skip', skip)
  countOf('limit', limit)
}

/** @throws StorageRefusal for another kind of operation, and as the checks of its parts do */
export function checkBulk(operation: BulkOperation): void {
  const [kind = '', { document, filter = {}, update, ...options } = {}] = Object.entries(operation)[0] ?? []
  switch (kind) {
    case 'insertOne':
      checkDocument(document ?? {})
      break
    case 'updateOne':
    case 'updateMany':
      checkOptions(kind, options, ['upsert'])
      checkFilter(filter)
      checkUpdate(update)
      break
    case 'deleteOne':
    case 'deleteMany':
      checkOptions(kind, options, [])
      checkFilter(filter)
      break
    default:
      throw new StorageRefusal(`${kind} in bulkWrite`)
  }
}
