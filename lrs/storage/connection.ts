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
  const folder = embeddedFolder(databaseUrl)
  const database = openDatabase(folder, options)
  const instance = new mongoose.Mongoose()
  instance.setDriver(embeddedDriver(database))
  const connection = await instance.createConnection(databaseUrl).asPromise()
  return {
    connection,
    statements: createSqliteStore(database),
    async close() {
      await connection.close()
      await database.close()
    },
  }
}

function embeddedFolder(databaseUrl: string): string {
  if (databaseUrl.startsWith('embedded:') && databaseUrl.length > 'embedded:'.length)
    return databaseUrl.slice('embedded:'.length)
  if (/^mongodb(\+srv)?:/.test(databaseUrl)) {
    throw new LrsError(
      'invalid',
      'DATABASE_URL: this version stores in embedded:<folder> only; mongodb:// is not there yet.',
    )
  }
  throw new LrsError('invalid', 'DATABASE_URL must be embedded:<folder>, such as embedded:./data/lrs.')
}
