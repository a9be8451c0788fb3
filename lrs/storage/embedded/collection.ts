import type { Database, Writer } from '../sqlite.ts'
import { type BulkOperation, bulkResult, prepareBulk, runBulk } from './bulk.ts'
import { Cursor } from './cursor.ts'
import type { Filter } from './filter.ts'
import { type IndexOptions, indexFrom } from './indexes.ts'
import { checkOptions, type Options } from './options.ts'
import { compileProjection } from './projection.ts'
import type { Rows, Selection } from './rows.ts'
import { parseUpdate } from './update.ts'
import { decode, encodeDocument } from './values.ts'

/** A MongoDB collection over SQLite rows: the methods that mongoose calls, and no other. */
export class EmbeddedCollection {
  readonly #database: Database
  readonly #rows: Rows

  constructor(database: Database, rows: Rows) {
    this.#database = database
    this.#rows = rows
  }

  find(filter: Filter = {}, options: Options = {}): Cursor {
    const { projection, ...selection } = checkOptions('find', options, ['projection', 'sort', 'skip', 'limit'])
    const project = compileProjection(projection)
    return new Cursor(() =>
      this.#rows.find(this.#database.read, { filter, ...selection }).map((document) => decode(project(document))),
    )
  }

  async findOne(filter: Filter = {}, options: Options = {}): Promise<unknown> {
    return this.find(filter, { ...options, limit: 1 }).next()
  }

  async countDocuments(filter: Filter = {}, options: Options = {}): Promise<number> {
    const selection = checkOptions('countDocuments', options, ['skip', 'limit'])
    return this.#rows.count(this.#database.read, { filter, ...selection })
  }

  async insertOne(document: Filter, options: Options = {}) {
    checkOptions('insertOne', options, [])
    const encoded = encodeDocument(document)
    await this.#write((db) => this.#rows.insert(db, encoded))
    return { acknowledged: true, insertedId: document._id }
  }

  /** Like MongoDB, not all or nothing: what comes before a document that fails stays, and unordered what comes after. */
  async insertMany(documents: Filter[], options: Options = {}) {
    const operations = documents.map((document) => ({ insertOne: { document } }))
    const { insertedCount, insertedIds } = await this.bulkWrite(operations, options)
    return { acknowledged: true, insertedCount, insertedIds }
  }

  async bulkWrite(operations: BulkOperation[], options: Options = {}) {
    const { ordered = true } = checkOptions('bulkWrite', options, ['ordered'])
    const steps = prepareBulk(this.#rows, operations)
    return bulkResult(await this.#write((db) => runBulk(db, steps, ordered)), ordered)
  }

  async updateOne(filter: Filter, update: unknown, options: Options = {}) {
    return this.#update('updateOne', { filter, limit: 1 }, update, options)
  }

  async updateMany(filter: Filter, update: unknown, options: Options = {}) {
    return this.#update('updateMany', { filter }, update, options)
  }

  async findOneAndUpdate(filter: Filter, update: unknown, options: Options = {}): Promise<unknown> {
    const allowed = ['projection', 'sort', 'upsert', 'returnDocument', 'includeResultMetadata'] as const
    const { projection, sort, upsert, returnDocument, includeResultMetadata } = checkOptions(
      'findOneAndUpdate',
      options,
      allowed,
    )
    const project = compileProjection(projection)
    const changes = parseUpdate(update)
    const result = await this.#write((db) => this.#rows.update(db, { filter, sort, limit: 1 }, changes, upsert))
    const document = returnDocument === 'after' ? result.after : result.before
    const value = document ? decode(project(document)) : null
    if (!includeResultMetadata) return value
    const upserted = result.upserted && { upserted: decode(result.upserted._id ?? null) }
    return { value, ok: 1, lastErrorObject: { n: value ? 1 : 0, updatedExisting: result.matched > 0, ...upserted } }
  }

  async findOneAndDelete(filter: Filter, options: Options = {}): Promise<unknown> {
    const { projection, sort } = checkOptions('findOneAndDelete', options, ['projection', 'sort'])
    const project = compileProjection(projection)
    const document = await this.#write((db) => {
      const [found] = this.#rows.find(db, { filter, sort, limit: 1 })
      if (found) this.#rows.remove(db, { filter: { _id: decode(found._id ?? null) } })
      return found
    })
    return document ? decode(project(document)) : null
  }

  async deleteOne(filter: Filter, options: Options = {}) {
    return this.#remove('deleteOne', { filter, limit: 1 }, options)
  }

  async deleteMany(filter: Filter, options: Options = {}) {
    return this.#remove('deleteMany', { filter }, options)
  }

  async createIndex(keys: Record<string, unknown>, options: IndexOptions = {}): Promise<string> {
    const index = indexFrom(keys, options)
    await this.#write((db) => this.#rows.createIndex(db, index))
    return index.name
  }

  listIndexes(): Cursor {
    return new Cursor(() =>
      this.#rows.indexes().map(({ name, keys, unique, sparse }) => ({
        v: 2,
        name,
        key: Object.fromEntries(keys),
        ...(unique && name !== '_id_' && { unique }),
        ...(sparse && { sparse }),
      })),
    )
  }

  async #update(method: string, selection: Selection, update: unknown, options: Options) {
    const { upsert } = checkOptions(method, options, ['upsert'])
    const changes = parseUpdate(update)
    const { matched, modified, upserted } = await this.#write((db) => this.#rows.update(db, selection, changes, upsert))
    return {
      acknowledged: true,
      matchedCount: matched,
      modifiedCount: modified,
      upsertedCount: upserted ? 1 : 0,
      upsertedId: upserted ? decode(upserted._id ?? null) : null,
    }
  }

  async #remove(method: string, selection: Selection, options: Options) {
    checkOptions(method, options, [])
    const deletedCount = await this.#write((db) => this.#rows.remove(db, selection))
    return { acknowledged: true, deletedCount }
  }

  #write<T>(fn: (db: Writer) => T): Promise<T> {
    return this.#database.write(fn)
  }
}
