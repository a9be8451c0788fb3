import mongoose from 'mongoose'

/** What mongoose's own driver offers to build upon; not in its types, and therefore mongoose is pinned. */
export interface NativeDriver {
  Collection: new (...args: never[]) => unknown
  Connection: new (base?: unknown) => NativeConnection
  BulkWriteResult: new (tally: object, ordered: boolean) => BulkResult
}

/** What MongoDB's driver makes of a tally; more than this is read by mongoose only. */
export interface BulkResult {
  insertedCount: number
  insertedIds: Record<number, unknown>
}

/** The parts of a connection that a driver sets. */
export interface NativeConnection {
  client: unknown
  db: unknown
  name: string
  /** Tells mongoose that the connection is ready: buffered calls go out, models make their indexes. */
  onOpen(): void
}

export function nativeDriver(): NativeDriver {
  return (mongoose as unknown as { driver: { get(): NativeDriver } }).driver.get()
}
