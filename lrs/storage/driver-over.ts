import { nativeDriver } from './embedded/native-driver.ts'
import { StorageRefusal } from './embedded/refusal.ts'

/** What mongoose asks of a database. */
export interface DriverDb {
  databaseName: string
  collection(name: string): object
  createCollection(name: string, options?: Record<string, unknown>): Promise<unknown>
}

/**
 * A driver for `mongoose.setDriver` whose connections find their collections in `db` and offer nothing else. Closing such
 * a connection leaves open what is behind it: whoever opened that closes it.
 *
 * @param engine its name in refusals: "embedded", "MongoDB"
 */
export function driverOver(engine: string, db: DriverDb) {
  const native = nativeDriver()
  const refusingDb = refusingOthers(`the ${engine} database`, db)
  const client = refusingOthers(`the ${engine} client`, { async close() {}, topology: undefined })

  class DialectConnection extends native.Connection {
    async createClient() {
      this.client = client
      this.db = refusingDb
      this.name = db.databaseName
      this.onOpen()
      return this
    }
  }
  return { ...native, Connection: DialectConnection }
}

/** The same object, but a method it does not have throws by name instead of being undefined. */
export function refusingOthers<T extends object>(label: string, target: T): T {
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
