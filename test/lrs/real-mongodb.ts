import { randomBytes } from 'node:crypto'
import process from 'node:process'
import mongoose from 'mongoose'
import { statementModel } from '../../lrs/statements/mongo/statement-model.ts'
import { BEHIND } from '../../lrs/statements/mongo/transaction.ts'
import { openMongoStore } from '../../lrs/statements/mongo-store.ts'
import { connectMongo } from '../../lrs/storage/mongodb/connect.ts'
import { guardedDriver } from '../../lrs/storage/mongodb/guarded-driver.ts'
import type { OpenStore } from '../support/store-under-test.ts'
import { factsContract } from './statements/facts-contract.ts'
import { searchContract } from './statements/search-contract.ts'
import { storeContract } from './statements/store-contract.ts'
import { storeModel } from './statements/store-model.ts'
import { type OpenStores, transactionContract } from './statements/transaction-contract.ts'
import type { Engine } from './storage/contract/engine.ts'
import { storageContract } from './storage/contract/storage-contract.ts'

/** The contracts on a MongoDB that somebody names: `npm run test:mongodb`, never a part of `npm test`. */
describe('MongoDB', () => {
  const url = testDatabase(process.env.TEST_MONGODB_URL ?? '')
  const single = process.env.TEST_MONGODB_SINGLE === 'yes'
  const options = single ? { transactions: true } : {}
  const connect = () => connectMongo(url, options)

  after(async () => {
    const { connection } = await connect()
    await connection.dropDatabase()
    await connection.close()
  })

  async function openOne() {
    const { connection, transactions } = await connect()
    return { connection, store: await openMongoStore(connection, { transactions }) }
  }

  async function clear(connection: mongoose.Connection): Promise<void> {
    await statementModel(connection).deleteMany({})
  }

  async function open(): Promise<OpenStore> {
    let { connection, store } = await openOne()
    return {
      store,
      async reopen() {
        await connection.close()
        ;({ connection, store } = await openOne())
        return store
      },
      async close() {
        await clear(connection)
        await connection.close()
      },
    }
  }

  async function openThree(): Promise<OpenStores> {
    const [one, two, three] = [await openOne(), await openOne(), await openOne()]
    return {
      stores: [one.store, two.store, three.store],
      overlookOnce() {
        const model = statementModel(one.connection)
        const { find } = model
        model.find = (() => {
          model.find = find
          return model.find({ _id: '' })
        }) as unknown as typeof find
      },
      async close() {
        await clear(one.connection)
        for (const { connection } of [one, two, three]) await connection.close()
      },
    }
  }

  async function openEngine(): Promise<Engine> {
    const { connection: unguarded } = await connect()
    const instance = new mongoose.Mongoose()
    instance.setDriver(guardedDriver(unguarded))
    const connection = await instance.createConnection('storage:').asPromise()
    const close = () => connection.close().then(() => unguarded.close())
    return { connection, close }
  }

  storeContract('MongoDB', open, { behind: BEHIND + 1000 })
  searchContract('MongoDB', open)
  factsContract('MongoDB', open)
  storeModel('MongoDB', open)
  transactionContract('MongoDB', openThree, { single })
  storageContract('MongoDB', openEngine)
})

/** A database of the tests' own on that server, so that nothing of anybody's is touched. */
function testDatabase(address: string): string {
  const url = new URL(address)
  url.pathname = `${url.pathname}_test_${randomBytes(4).toString('hex')}`
  return url.href
}
