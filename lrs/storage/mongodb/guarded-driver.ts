import type mongoose from 'mongoose'
import { driverOver, refusingOthers } from '../driver-over.ts'
import { checkCollectionName, checkCollectionOptions } from '../embedded/driver.ts'
import { tellingUnavailable } from './failures.ts'
import { GuardedCollection } from './guarded-collection.ts'

/**
 * A driver for `mongoose.setDriver` over a connection that is open. Its connections take only what the embedded engine
 * takes too; what MongoDB cannot answer now is an LrsError `unavailable`.
 */
export function guardedDriver({ db }: mongoose.Connection) {
  if (!db) throw new TypeError('the connection is not open')
  return driverOver('MongoDB', {
    databaseName: db.databaseName,
    collection(name) {
      checkCollectionName(name)
      const guarded = tellingUnavailable(new GuardedCollection(db.collection(name)))
      return refusingOthers(`the MongoDB collection ${name}`, guarded)
    },
    async createCollection(name, options = {}) {
      checkCollectionName(name)
      checkCollectionOptions(options)
      return db.createCollection(name, options)
    },
  })
}
