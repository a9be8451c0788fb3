import mongoose from 'mongoose'
import type { Writer } from '../sqlite.ts'
import type { Filter } from './filter.ts'
import { type BulkResult, nativeDriver } from './native-driver.ts'
import { checkOptions, type Options } from './options.ts'
import { StorageRefusal } from './refusal.ts'
import type { Rows } from './rows.ts'
import { parseUpdate } from './update.ts'
import { decode, encodeDocument, type Json } from './values.ts'

const { MongoBulkWriteError, MongoServerError } = mongoose.mongo

/** `{insertOne: {document}}`, `{updateOne: {filter, update, upsert}}`, `{deleteMany: {filter}}` … */
export type BulkOperation = Record<string, BulkBody>
type BulkBody = Options & { document?: Filter; filter?: Filter; update?: unknown }

/** The counts that MongoDB's driver keeps, from which it makes its result. */
interface Tally {
  ok: 1
  nInserted: number
  nUpserted: number
  nMatched: number
  nModified: number
  nRemoved: number
  insertedIds: { index: number; _id: unknown }[]
  upserted: { index: number; _id: unknown }[]
  writeErrors: { index: number; code: unknown; errmsg: string; err: object }[]
  writeConcernErrors: never[]
}

type Step = (db: Writer, tally: Tally) => void

/** Checks every operation before the first is run. */
export function prepareBulk(rows: Rows, operations: BulkOperation[]): Step[] {
  return operations.map((operation, index) => {
    const [kind, body] = Object.entries(operation)[0] ?? ['', {}]
    switch (kind) {
      case 'insertOne':
        return insertStep(rows, index, body)
      case 'updateOne':
      case 'updateMany':
        return updateStep(rows, index, { kind, body })
      case 'deleteOne':
      case 'deleteMany': {
        const { filter = {}, ...options } = body
        checkOptions(kind, options, [])
        const limit = kind === 'deleteOne' ? 1 : 0
        return (db, tally) => {
          tally.nRemoved += rows.remove(db, { filter, limit })
        }
      }
      default:
        throw new StorageRefusal(`${kind} in bulkWrite`)
    }
  })
}

function insertStep(rows: Rows, index: number, body: BulkBody): Step {
  const document = encodeDocument(body.document ?? {})
  const _id = decode(document._id as Json)
  return (db, tally) => {
    tally.insertedIds.push({ index, _id })
    rows.insert(db, document)
    tally.nInserted++
  }
}

function updateStep(rows: Rows, index: number, { kind, body }: { kind: string; body: BulkBody }): Step {
  const { filter = {}, update, ...options } = body
  const { upsert } = checkOptions(kind, options, ['upsert'])
  const changes = parseUpdate(update)
  const limit = kind === 'updateOne' ? 1 : 0
  return (db, tally) => {
    const { matched, modified, upserted } = rows.update(db, { filter, limit }, changes, upsert)
    tally.nMatched += matched
    tally.nModified += modified
    if (upserted) {
      tally.nUpserted++
      tally.upserted.push({ index, _id: decode(upserted._id as Json) })
    }
  }
}

/** Runs the steps in one transaction; the first that MongoDB would refuse ends them when they are ordered. */
export function runBulk(db: Writer, steps: Step[], ordered: boolean): Tally {
  const tally: Tally = {
    ok: 1,
    nInserted: 0,
    nUpserted: 0,
    nMatched: 0,
    nModified: 0,
    nRemoved: 0,
    insertedIds: [],
    upserted: [],
    writeErrors: [],
    writeConcernErrors: [],
  }
  for (const [index, step] of steps.entries()) {
    try {
      step(db, tally)
    } catch (error) {
      if (!(error instanceof MongoServerError)) throw error
      tally.writeErrors.push(writeError(index, error))
      if (ordered) break
    }
  }
  return tally
}

function writeError(index: number, { code, message, keyPattern, keyValue }: Error & Record<string, unknown>) {
  const err = { index, code, errmsg: message, keyPattern, keyValue }
  return { ...err, err }
}

/** @throws MongoBulkWriteError when an operation failed */
export function bulkResult(tally: Tally, ordered: boolean): BulkResult {
  const result = new (nativeDriver().BulkWriteResult)(tally, ordered)
  const [first] = tally.writeErrors
  if (!first) return result
  const { errmsg: message, code } = first
  throw new MongoBulkWriteError(
    { message, code: code as number, writeErrors: tally.writeErrors as never },
    result as never,
  )
}
