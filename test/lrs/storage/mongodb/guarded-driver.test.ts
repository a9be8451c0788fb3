import mongoose from 'mongoose'
import { connectMongo } from '../../../../lrs/storage/mongodb/connect.ts'
import { guardedDriver } from '../../../../lrs/storage/mongodb/guarded-driver.ts'
import { type FerretDb, standIn, startFerretDb } from '../../../support/ferretdb.ts'
import type { Engine } from '../contract/engine.ts'
import { storageContract } from '../contract/storage-contract.ts'
import { standInGaps } from './stand-in-gaps.ts'

describe('guardedDriver', () => {
  let server: FerretDb

  before(async function () {
    server = await startFerretDb(this)
  })
  after(() => server?.stop())

  async function connect(): Promise<Engine> {
    const { connection: unguarded } = await connectMongo(server.newDatabase(), standIn)
    const instance = new mongoose.Mongoose()
    instance.setDriver(guardedDriver(unguarded))
    const connection = await instance.createConnection('storage:').asPromise()
    return {
      connection,
      async close() {
        await connection.close()
        await unguarded.close()
      },
    }
  }

  storageContract('the MongoDB stand-in', connect, standInGaps)
})
