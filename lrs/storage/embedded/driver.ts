import type { Database } from '../sqlite.ts'
import { openCatalog } from './catalog.ts'
import { EmbeddedCollection } from './collection.ts'
import { nativeDriver } from './native-driver.ts'
import { StorageRefusal } from './refusal.ts'
import { Rows } from './rows.ts'

/**
 * A driver for `mongoose.setDriver` whose connections keep their collections in `database`. Closing such a connection
 * leaves the database open: whoever opened it closes it.
 */
export function embeddedDriver(database: Database) {
  const native = nativeDriver()
  const db = refusingOthers('the embedded database', embeddedDb(database))
  const client = refusingOthers('the embedded client', { async close() {}, topology: undefined })

  class EmbeddedConnection extends native.Connection {
    async createClient() {
      this.client = client
      this.db = db
      this.name = db.databaseName
      this.onOpen()
      return this
    }
  }
  return { ...native, Connection: EmbeddedConnection }
}

function embeddedDb(database: Database) {
  const catalog = openCatalog(database)
  const collections = new Map<string, EmbeddedCollection>()

  function collection(name: string): EmbeddedCollection {
    const open = collections.get(name)
    if (open) return open
    if (!/^[a-z][\w-]*$/i.test(name)) throw new StorageRefusal(`the collection name ${JSON.stringify(name)}`)
    const rows = new Rows(name, catalog)
    database.exec(rows.schema)
    const opened = refusingOthers(`the embedded collection ${name}`, new EmbeddedCollection(database, rows))
    collections.set(name, opened)
    return opened
  }

  return {
    databaseName: 'embedded',
    collection,
    async createCollection(name: string, options: Record<string, unknown> = {}) {
      const option = Object.keys(options).find((key) => options[key] !== undefined)
      if (option) throw new StorageRefusal(`the option ${option} of createCollection`)
      return collection(name)
    },
  }
}

/** The same object, but a method it does not have throws by name instead of being undefined. */
function refusingOthers<T extends object>(label: string, target: T): T {
  return new Proxy(target, {
    get(_, key) {
      const value = Reflect.get(target, key)
      if (typeof value === 'function') return value.bind(target)
      if (value === undefined && typeof key === 'string' && key !== 'then' && !(key in target)) {
        throw new StorageRefusal(`${key} of ${label}`)
      }
      return value
    },
  })
}
