import type mongoose from 'mongoose'
import type { BulkOperation } from '../embedded/bulk.ts'
import type { Filter } from '../embedded/filter.ts'
import { type IndexOptions, indexFrom } from '../embedded/indexes.ts'
import { checkOptions, type Options } from '../embedded/options.ts'
import { checkBulk, checkDocument, checkFilter, checkSelection, checkUpdate } from './checks.ts'

/**
 * A MongoDB collection that takes what the embedded engine takes too, and refuses the rest by the same names, so that
 * nothing is written that works on one engine only. The methods are those that mongoose calls.
 */
export class GuardedCollection {
  readonly #native: mongoose.mongo.Collection<Filter>

  constructor(native: mongoose.mongo.Collection<Filter>) {
    this.#native = native
  }

  find(filter: Filter = {}, options: Options = {}) {
    checkFilter(filter)
    checkSelection('find', options, ['projection', 'sort', 'skip', 'limit'])
    return this.#native.find(filter, options as object)
  }

  async findOne(filter: Filter = {}, options: Options = {}) {
    return this.find(filter, { ...options, limit: 1 }).next()
  }

  async countDocuments(filter: Filter = {}, options: Options = {}) {
    checkFilter(filter)
    checkSelection('countDocuments', options, ['skip', 'limit'])
    return this.#native.countDocuments(filter, options as object)
  }

  async insertOne(document: Filter, options: Options = {}) {
    checkOptions('insertOne', options, [])
    checkDocument(document)
    return this.#native.insertOne(document, options as object)
  }

  async insertMany(documents: Filter[], options: Options = {}) {
    checkOptions('insertMany', options, ['ordered'])
    documents.forEach(checkDocument)
    return this.#native.insertMany(documents, options as object)
  }

  async bulkWrite(operations: BulkOperation[], options: Options = {}) {
    checkOptions('bulkWrite', options, ['ordered'])
    operations.forEach(checkBulk)
    return this.#native.bulkWrite(operations as never, options as object)
  }

  async updateOne(filter: Filter, update: Filter, options: Options = {}) {
    this.#checkUpdate('updateOne', { filter, update, options })
    return this.#native.updateOne(filter, update, options as object)
  }

  async updateMany(filter: Filter, update: Filter, options: Options = {}) {
    this.#checkUpdate('updateMany', { filter, update, options })
    return this.#native.updateMany(filter, update, options as object)
  }

  async findOneAndUpdate(filter: Filter, update: Filter, options: Options = {}) {
    checkFilter(filter)
    checkUpdate(update)
    const allowed = ['projection', 'sort', 'upsert', 'returnDocument', 'includeResultMetadata'] as const
    checkSelection('findOneAndUpdate', options, allowed)
    return this.#native.findOneAndUpdate(filter, update, options as object)
  }

  async findOneAndDelete(filter: Filter, options: Options = {}) {
    checkFilter(filter)
    checkSelection('findOneAndDelete', options, ['projection', 'sort'])
    return this.#native.findOneAndDelete(filter, options as object)
  }

  async deleteOne(filter: Filter, options: Options = {}) {
    checkOptions('deleteOne', options, [])
    checkFilter(filter)
    return this.#native.deleteOne(filter, options as object)
  }

  async deleteMany(filter: Filter, options: Options = {}) {
    checkOptions('deleteMany', options, [])
    checkFilter(filter)
    return this.#native.deleteMany(filter, options as object)
  }

  async createIndex(keys: Record<string, unknown>, options: IndexOptions = {}) {
    indexFrom(keys, options)
    return this.#native.createIndex(keys as never, options)
  }

  listIndexes() {
    return this.#native.listIndexes()
  }

  #checkUpdate(method: string, call: { filter: Filter; update: Filter; options: Options }): void {
    checkOptions(method, call.options, ['upsert'])
    checkFilter(call.filter)
    checkUpdate(call.update)
  }
}
