import { BEHIND } from '../../../lrs/statements/mongo/transaction.ts'
import { openMongoStore } from '../../../lrs/statements/mongo-store.ts'
import { connectMongo } from '../../../lrs/storage/mongodb/connect.ts'
import { type FerretDb, standIn, startFerretDb } from '../../support/ferretdb.ts'
import type { OpenStore } from '../../support/store-under-test.ts'
import { factsContract } from './facts-contract.ts'
import { searchContract } from './search-contract.ts'
import { storeContract } from './store-contract.ts'
import { storeModel } from './store-model.ts'

describe('the MongoDB store on the stand-in', () => {
  let server: FerretDb

  before(async function () {
    server = await startFerretDb(this)
  })
  after(() => server?.stop())

  async function open(): Promise<OpenStore> {
    const url = server.newDatabase()
    const opened = async () => {
      const { connection, transactions } = await connectMongo(url, standIn)
      return { connection, store: await openMongoStore(connection, { transactions }) }
    }
    let { connection, store } = await opened()
    return {
      store,
      async reopen() {
        await connection.close()
        ;({ connection, store } = await opened())
        return store
      },
      close: () => connection.close(),
    }
  }

  // FerretDB reads a collection from end to end for every question, so there is less of everything.
  storeContract('MongoDB', open, { behind: BEHIND + 1000 })
  searchContract('MongoDB', open, { many: 900 })
  factsContract('MongoDB', open)
  storeModel('MongoDB', open, { runs: 12 })
})
