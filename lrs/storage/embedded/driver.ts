import { driverOver, refusingOthers } from '../driver-over.ts'
import type { Database } from '../sqlite.ts'
import { openCatalog } from './catalog.ts'
import { EmbeddedCollection } from './collection.ts'
import { StorageRefusal } from './refusal.ts'
import { Rows } from './rows.ts'

/** A driver for `mongoose.setDriver` whose connections keep their collections in `database`. */
export function embeddedDriver(database: Database) {
  const catalog = openCatalog(database)
  const collections = new Map<string, EmbeddedCollection>()

  function collection(name: string): EmbeddedCollection {
    const open = collections.get(name)
    if (open) return open
    checkCollectionName(name)
    const rows = new Rows(name, catalog)
    database.exec(rows.schema)
    const opened = refusingOthers(`the embedded collection ${name}`, new EmbeddedCollection(database, rows))
    collections.set(name, opened)
    return opened
  }

  return driverOver('embedded', {
    databaseName: 'embedded',
    collection,
    async createCollection(name, options = {}) {
      checkCollectionOptions(options)
      return collection(name)
    },
  })
}

/** @throws StorageRefusal for a name that could be no table */
export function checkCollectionName(name: string): void {
  if (!/^[a-z][\w-]*$/i.test(name)) throw new StorageRefusal(`the collection name ${JSON.stringify(name)}`)
}

/** @throws StorageRefusal for capped ones, time series, collations … */
export function checkCollectionOptions(options: Record<string, unknown>): void {
  const option = Object.keys(options).find((key) => options[key] !== undefined)
  if (option) throw new StorageRefusal(`the option ${option} of createCollection`)
}
