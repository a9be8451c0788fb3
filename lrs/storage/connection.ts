import mongoose from 'mongoose'
import { LrsError } from '../errors.ts'
import { createSqliteStore } from '../statements/sqlite-store.ts'
import type { StatementStore } from '../statements/store.ts'
import { embeddedDriver } from './embedded/driver.ts'
import { type DatabaseOptions, openDatabase } from './sqlite.ts'

export interface Storage {
  /** For everything but statements: models are made on it, `connection.model('Person', schema)`. */
  connection: mongoose.Connection
  statements: StatementStore
  close(): Promise<void>
}

/**
 * Opens what DATABASE_URL names: `embedded:<folder>`, one server process with SQLite in that folder.
 *
 * @throws LrsError `unavailable` when another server has the folder, `invalid` for another kind of URL
 */
export async function openStorage(databaseUrl: string, options: DatabaseOptions = {}): Promise<Storage> {
  const database = openDatabase(embeddedFolder(databaseUrl), options)
  try {
    const statements = createSqliteStore(database)
    const instance = new mongoose.Mongoose()
    instance.setDriver(embeddedDriver(database))
    const connection = await instance.createConnection(databaseUrl).asPromise()
    const close = async () => {
      await connection.close()
      await database.close()
    }
    return { connection, statements, close }
  } catch (error) {
    await database.close()
    throw error
  }
}

function embeddedFolder(databaseUrl: string): string {
  const folder = /^embedded:(.+)$/.exec(databaseUrl)?.[1]
  if (folder) return folder
  if (/^mongodb(\+srv)?:/.test(databaseUrl)) {
    throw new LrsError(
      'invalid',
      'DATABASE_URL: this version stores in embedded:<folder> only; mongodb:// is not there yet.',
    )
  }
  throw new LrsError('invalid', 'DATABASE_URL must be embedded:<folder>, such as embedded:./data/lrs.')
}
