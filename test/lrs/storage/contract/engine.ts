import type mongoose from 'mongoose'

/** A connection to an empty database. */
export interface Engine {
  connection: mongoose.Connection
  close(): Promise<void>
}

export type Fields = Record<string, unknown>

interface WriteResult {
  matchedCount: number
  modifiedCount: number
  upsertedCount: number
  upsertedId: unknown
}

/** MongoDB's own methods, without a schema in between; loosely typed, so that the contract can break rules. */
export interface Collection {
  find(filter?: Fields, options?: Fields): { toArray(): Promise<Fields[]> }
  findOne(filter?: Fields, options?: Fields): Promise<Fields | null>
  countDocuments(filter?: Fields, options?: Fields): Promise<number>
  insertOne(document: Fields): Promise<{ insertedId: unknown }>
  insertMany(documents: Fields[], options?: Fields): Promise<unknown>
  updateOne(filter: Fields, update: Fields, options?: Fields): Promise<WriteResult>
  updateMany(filter: Fields, update: Fields, options?: Fields): Promise<WriteResult>
  deleteOne(filter: Fields): Promise<{ deletedCount: number }>
  deleteMany(filter: Fields): Promise<{ deletedCount: number }>
  findOneAndUpdate(filter: Fields, update: Fields, options?: Fields): Promise<Fields | null>
  findOneAndDelete(filter: Fields, options?: Fields): Promise<Fields | null>
  bulkWrite(operations: Fields[]): Promise<Fields>
  createIndex(keys: Fields, options?: Fields): Promise<string>
  listIndexes(): { toArray(): Promise<Fields[]> }
}

/** Every document, by `_id`. */
export function all(things: Collection, filter: Fields = {}): Promise<Fields[]> {
  return things.find(filter, { sort: { _id: 1 } }).toArray()
}

/** What `attempt` is rejected with; fails when it is not. */
export async function rejection(attempt: Promise<unknown>): Promise<Error & Fields> {
  try {
    await attempt
  } catch (error) {
    return error as Error & Fields
  }
  throw new Error('it was expected to be refused')
}
