import mongoose from 'mongoose'
import { embeddedDriver } from '../../../../lrs/storage/embedded/driver.ts'
import { type Database, openDatabase } from '../../../../lrs/storage/sqlite.ts'
import { temporaryFolder } from '../../../support/folder.ts'
import type { Collection, Engine } from '../contract/engine.ts'

export interface EmbeddedEngine extends Engine {
  database: Database
  collection(name: string): Collection
  /** Closes it and opens the same folder anew, as a restarted server does. */
  reopen(): Promise<EmbeddedEngine>
  /** A second connection to the same folder, as a script has while the server runs. */
  openBeside(): Promise<EmbeddedEngine>
}

/** The embedded engine in a folder of its own, or over a database that somebody else closes. */
export async function openEmbedded(given?: Database): Promise<EmbeddedEngine> {
  if (given) return engineOver(given, { path: '', remove() {} })
  const folder = temporaryFolder()
  return engineOver(openDatabase(folder.path), folder)
}

async function engineOver(database: Database, folder: ReturnType<typeof temporaryFolder>): Promise<EmbeddedEngine> {
  const instance = new mongoose.Mongoose()
  instance.setDriver(embeddedDriver(database))
  const connection = await instance.createConnection('embedded:').asPromise()
  return {
    database,
    connection,
    collection: (name) => connection.collection(name) as unknown as Collection,
    async reopen() {
      await connection.close()
      await database.close()
      return engineOver(openDatabase(folder.path), folder)
    },
    openBeside: () => engineOver(openDatabase(folder.path, { beside: true }), { path: folder.path, remove() {} }),
    async close() {
      await connection.close()
      await database.close()
      folder.remove()
    },
  }
}
