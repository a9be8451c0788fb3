import mongoose from 'mongoose'
import { LrsError } from '../errors.ts'
import { openMongoStore } from '../statements/mongo-store.ts'
import { askFacts } from '../statements/sqlite/fact-reader.ts'
import { createSqliteStore } from '../statements/sqlite-store.ts'
import type { StatementStore } from '../statements/store.ts'
import { type Archive, embeddedArchive, mongoArchive } from './archive.ts'
import { embeddedDriver } from './embedded/driver.ts'
import { connectMongo, type MongoOptions } from './mongodb/connect.ts'
import { asUnavailable } from './mongodb/failures.ts'
import { guardedDriver } from './mongodb/guarded-driver.ts'
import { createReadWorker, type ReadWorker } from './read-worker.ts'
import { type DatabaseMeasures, type DatabaseOptions, openDatabase } from './sqlite.ts'

export interface Storage {
  /** For everything but statements: models are made on it, `connection.model('Person', schema)`. */
  connection: mongoose.Connection
  statements: StatementStore
  /**
   * Asks for something, without writing.
   *
   * @throws LrsError `unavailable` with what is wrong
   */
  check(): Promise<void>
  /** What there is to watch; undefined where a database server has its own. */
  measures(): DatabaseMeasures | undefined
  /** Does what takes long beside everything else; undefined where the database is a server of its own. */
  reads?: ReadWorker
  archive: Archive
  /** The version of the schema that was found, when it was brought to a newer one now. */
  migratedFrom?: number
  close(): Promise<void>
}

export type StorageOptions = DatabaseOptions & MongoOptions

/**
 * Opens what DATABASE_URL names: `embedded:<folder>`, one server process with SQLite in that folder, or `mongodb://…`, a
 * replica set or sharded cluster that several server processes may share.
 *
 * @throws LrsError `unavailable` when another server has the folder or MongoDB cannot be used, `invalid` for another kind of URL
 */
export async function openStorage(databaseUrl: string, options: StorageOptions = {}): Promise<Storage> {
  const folder = embeddedFolder(databaseUrl)
  if (folder) return openEmbedded(folder, options)
  if (/^mongodb(\+srv)?:/.test(databaseUrl)) return openMongo(databaseUrl, options)
  throw new LrsError(
    'invalid',
    'DATABASE_URL must be embedded:<folder>, such as embedded:./data/lrs, or mongodb://<host>/<database>.',
  )
}

/** The folder of `embedded:<folder>`; undefined for another kind of DATABASE_URL. */
export function embeddedFolder(databaseUrl: string): string | undefined {
  return /^embedded:(.+)$/.exec(databaseUrl)?.[1]
}

async function openEmbedded(folder: string, options: DatabaseOptions): Promise<Storage> {
  const database = openDatabase(folder, options)
  try {
    const reads = createReadWorker(new URL('../read-thread.ts', import.meta.url), { path: database.path })
    const statements = createSqliteStore(database, askFacts(reads))
    const connection = await connectOver(embeddedDriver(database))
    const close = async () => {
      await connection.close()
      await reads.close()
      await database.close()
    }
    const { measures, migratedFrom } = database
    const check = async () => database.check()
    return {
      connection,
      statements,
      check,
      measures,
      reads,
      archive: embeddedArchive(database),
      ...(migratedFrom !== undefined && { migratedFrom }),
      close,
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openMongo(databaseUrl: string, options: MongoOptions): Promise<Storage> {
  const { connection: unguarded, transactions } = await connectMongo(databaseUrl, options)
  try {
    const statements = await openMongoStore(unguarded, { transactions })
    const connection = await connectOver(guardedDriver(unguarded))
    const close = async () => {
      await connection.close()
      await unguarded.close()
    }
    const check = async () => {
      const ping = unguarded.db?.admin().ping()
      await ping?.catch((error) => {
        throw asUnavailable(error)
      })
    }
    return { connection, statements, check, measures: () => undefined, archive: mongoArchive(unguarded), close }
  } catch (error) {
    await unguarded.close()
    throw error
  }
}

/** The address is none: the driver knows where its data is. */
async function connectOver(driver: object): Promise<mongoose.Connection> {
  const instance = new mongoose.Mongoose()
  instance.setDriver(driver)
  return instance.createConnection('storage:').asPromise()
}
