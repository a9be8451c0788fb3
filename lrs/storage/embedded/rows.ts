import { isDeepStrictEqual } from 'node:util'
import mongoose from 'mongoose'
import type { Reader, Writer } from '../sqlite.ts'
import type { Catalog, Index } from './catalog.ts'
import { type Filter, FilterCompiler, Parameters } from './filter.ts'
import { fieldPlace, parsePath, quoteName } from './paths.ts'
import { StorageRefusal } from './refusal.ts'
import { compileSort } from './sort.ts'
import { applyChanges, type Change, documentOfUpsert, type Pull } from './update.ts'
import { arrayPaths, decode, isFields, type Json, type JsonObject, rowText, textOf } from './values.ts'

/** SQLite's result code for a broken UNIQUE, also of one that is being made. */
const SQLITE_CONSTRAINT_UNIQUE = 2067

const { MongoServerError } = mongoose.mongo

const idIndex: Index = { name: '_id_', keys: [['_id', 1]], unique: true, sparse: false }

export interface Selection {
  filter: Filter
  sort?: object
  skip?: number
  /** 0 or absent = no limit */
  limit?: number
}

interface Row {
  id: number
  doc: string
}

export interface Updated {
  matched: number
  modified: number
  upserted?: JsonObject
  /** The last document that was matched, as it was and as it is. */
  before?: JsonObject
  after?: JsonObject
}

/** The rows of one collection: what the methods of its MongoDB face are made of, all synchronous. */
export class Rows {
  readonly name: string
  readonly #table: string
  readonly #catalog: Catalog

  constructor(name: string, catalog: Catalog) {
    this.name = name
    this.#table = tableOf(name)
    this.#catalog = catalog
  }

  /** The schema, which does nothing where it is already there. */
  get schema(): string {
    return `CREATE TABLE IF NOT EXISTS ${this.#table} (id INTEGER PRIMARY KEY, doc TEXT NOT NULL);${indexSql(this.name, idIndex)}`
  }

  find(db: Reader, selection: Selection): JsonObject[] {
    return this.#select(db, selection).map(({ doc }) => JSON.parse(doc))
  }

  count(db: Reader, selection: Selection): number {
    const { from, values } = this.#from(selection)
    const row = db.prepare<{ count: number }>(`SELECT count(*) AS count FROM (SELECT 1 ${from})`).get(...values)
    return row?.count ?? 0
  }

  /** @throws MongoServerError 11000 when a unique index has the value already */
  insert(db: Writer, document: JsonObject): void {
    this.#store(db, document, (text) => db.prepare(`INSERT INTO ${this.#table} (doc) VALUES (?)`).run(text))
  }

  update(db: Writer, selection: Selection, changes: Change[], upsert = false): Updated {
    const pull = this.#pull(db)
    const rows = this.#select(db, selection)
    if (rows.length === 0 && upsert) {
      const document = documentOfUpsert(selection.filter, changes, pull)
      this.insert(db, document)
      return { matched: 0, modified: 0, upserted: document, after: document }
    }
    const result: Updated = { matched: rows.length, modified: 0 }
    const kept = changes.filter(({ operator }) => operator !== '$setOnInsert')
    for (const { id, doc } of rows) {
      result.before = JSON.parse(doc)
      const after: JsonObject = JSON.parse(doc)
      applyChanges(after, kept, pull)
      result.after = after
      if (textOf(after) === doc) continue
      this.#store(db, after, (text) => db.prepare(`UPDATE ${this.#table} SET doc = ?1 WHERE id = ?2`).run(text, id))
      result.modified++
    }
    return result
  }

  /** @returns how many went */
  remove(db: Writer, selection: Selection): number {
    const { from, values } = this.#from(selection)
    return db.prepare(`DELETE FROM ${this.#table} WHERE id IN (SELECT id ${from})`).run(...values).changes
  }

  /**
   * Makes an index, or finds that it is there. Of missing and null values a unique one allows one, as in MongoDB.
   *
   * @throws MongoServerError 86 when another index has the name, 11000 when the rows break it
   */
  createIndex(db: Writer, index: Index): void {
    const known = this.indexes().find(({ name }) => name === index.name)
    if (known && isDeepStrictEqual(known, index)) return
    if (known) throw new MongoServerError({ message: `Another index has the name ${index.name}`, code: 86 })
    const arrays = this.#catalog.layout(this.name).arrays
    if (index.unique) refuseArrays(index, arrays)
    try {
      db.exec(indexSql(this.name, index))
    } catch (error) {
      throw isUniqueFailure(error) ? duplicateKey(this.name, index) : error
    }
    this.#catalog.noteIndex(db, this.name, index)
  }

  indexes(): readonly Index[] {
    return [idIndex, ...this.#catalog.indexes(this.name)]
  }

  #select(db: Reader, selection: Selection): Row[] {
    const { from, values } = this.#from(selection)
    return db.prepare<Row>(`SELECT id, doc ${from}`).all(...values)
  }

  #from({ filter, sort, skip, limit }: Selection) {
    const layout = this.#catalog.layout(this.name)
    const parameters = new Parameters()
    let from = `FROM ${this.#table} WHERE ${new FilterCompiler(layout, parameters).compile(filter)}`
    if (sort) from += ` ORDER BY ${compileSort(sort, layout.arrays)}`
    if (limit || skip) from += ` LIMIT ${parameters.add(countOf('limit', limit) || -1)}`
    if (skip) from += ` OFFSET ${parameters.add(countOf('skip', skip))}`
    return { from, values: parameters.values }
  }

  #pull(db: Reader): Pull {
    return (elements, path, condition) => {
      const parameters = new Parameters()
      const array = parameters.add(textOf(elements))
      const compiler = new FilterCompiler(this.#catalog.layout(this.name), parameters)
      const taken = compiler.compileElement(condition, array, 'element', path)
      const sql = `SELECT key FROM json_each(${array}) AS element WHERE ${taken}`
      return new Set(
        db
          .prepare<{ key: number }>(sql)
          .all(...parameters.values)
          .map(({ key }) => key),
      )
    }
  }

  #store(db: Writer, document: JsonObject, write: (text: string) => void): void {
    const arrays = arrayPaths(document)
    for (const index of this.indexes()) if (index.unique) refuseArrays(index, arrays)
    const text = rowText(document)
    this.#catalog.noteArrays(db, this.name, arrays)
    try {
      write(text)
    } catch (error) {
      if (!isUniqueFailure(error)) throw error
      const index = this.indexes().find(({ name }) => error.message.endsWith(`'${sqlName(this.name, name)}'`))
      throw index ? duplicateKey(this.name, index, document) : error
    }
  }
}

/** @throws StorageRefusal for anything but 0, 1, 2 … */
export function countOf(option: string, value = 0): number {
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new StorageRefusal(`the ${option} ${value}`)
}

function sqlName(collection: string, index: string): string {
  return `collection_${collection}.${index}`
}

function indexSql(collection: string, { name, keys, unique, sparse }: Index): string {
  const places = keys.map(([path]) => fieldPlace('doc', parsePath(path)))
  const columns = places.map(({ json }) => json).join(', ')
  const where = sparse ? ` WHERE ${places.map(({ raw }) => `${raw} IS NOT NULL`).join(' OR ')}` : ''
  const kind = unique ? 'UNIQUE INDEX' : 'INDEX'
  return `CREATE ${kind} IF NOT EXISTS ${quoteName(sqlName(collection, name))} ON ${tableOf(collection)} (${columns})${where}`
}

function tableOf(collection: string): string {
  return quoteName(`collection_${collection}`)
}

/** A unique index could not see the elements of an array one by one. */
function refuseArrays(index: Index, arrays: ReadonlySet<string>): void {
  for (const [path] of index.keys) {
    const array = [...arrays].find((at) => path === at || path.startsWith(`${at}.`))
    if (array) throw new StorageRefusal(`an array at ${array}, where the index ${index.name} is unique`)
  }
}

function isUniqueFailure(error: unknown): error is Error {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_CONSTRAINT_UNIQUE
}

function duplicateKey(collection: string, index: Index, document?: JsonObject): Error {
  const keyValue = Object.fromEntries(index.keys.map(([path]) => [path, document && valueAt(document, path)]))
  return new MongoServerError({
    message: `E11000 duplicate key error collection: ${collection} index: ${index.name} dup key: ${JSON.stringify(keyValue)}`,
    code: 11000,
    keyPattern: Object.fromEntries(index.keys),
    keyValue,
  })
}

function valueAt(document: JsonObject, path: string): unknown {
  const found = path
    .split('.')
    .reduce<Json | undefined>((json, field) => (isFields(json) ? json[field] : undefined), document)
  return decode(found ?? null)
}
