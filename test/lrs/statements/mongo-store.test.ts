import { expect } from 'chai'
import { statementModel } from '../../../lrs/statements/mongo/statement-model.ts'
import { BEHIND } from '../../../lrs/statements/mongo/transaction.ts'
import { openMongoStore } from '../../../lrs/statements/mongo-store.ts'
import { connectMongo } from '../../../lrs/storage/mongodb/connect.ts'
import { type FerretDb, standIn, startFerretDb } from '../../support/ferretdb.ts'
import { prepared } from '../../support/prepared.ts'
import { statement, uuid } from '../../support/statement.ts'
import { about, type OpenStore } from '../../support/store-under-test.ts'
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

  describe('several servers', () => {
    let opened: OpenStore
    beforeEach(async () => {
      opened = await open()
    })
    afterEach(() => opened.close())

    it('are told of by Consistent-Through, which stays behind what another may have under way', async () => {
      const { store } = opened
      expect(BEHIND).to.equal(5000)
      const before = Date.now()
      const told = Date.parse(store.consistentThrough())
      expect(told).to.be.within(before - BEHIND, Date.now() - BEHIND)
      const [sent] = prepared(store.now(), statement())
      const { now } = Date
      Date.now = () => now() + 60_000
      const storing = store.append('demo', sent ? [sent] : [])
      const meanwhile = store.consistentThrough()
      Date.now = now
      expect(Date.parse(meanwhile)).to.equal(Date.parse(sent?.stored ?? '') - 1)
      await storing
    })

    it('see nothing of a statement that is only referred to', async () => {
      const { store } = opened
      const comment = about({ id: uuid() })
      await store.append('demo', prepared(store.now(), comment))
      expect((await store.find('demo', { limit: 9 })).statements).to.have.length(1)
      expect(await store.countFacts('demo', {})).to.equal(1)
      const target = (comment.object as { id: string }).id
      for (const voided of [false, true]) expect(await store.get('demo', target, { voided })).to.equal(undefined)
      expect((await opened.reopen()).now() > String(comment.timestamp)).to.equal(true)
    })
  })

  it('has an index for every filter, and says how it is to be sharded', async () => {
    const { connection } = await connectMongo(server.newDatabase(), standIn)
    await openMongoStore(connection, { transactions: false })
    const model = statementModel(connection)
    const paths = (await model.collection.listIndexes().toArray()).map(({ key }) => Object.keys(key).join(' '))
    const filters = ['agent', 'relatedAgent', 'verb', 'activity', 'relatedActivity', 'registration']
    expect(paths).to.have.members([
      '_id',
      'position',
      'municipality position',
      'municipality timestamp position',
      'municipality target',
      ...filters.map((field) => `municipality keys.${field} position`),
    ])
    expect(model.schema.get('shardKey')).to.deep.equal({ municipality: 1, _id: 1 })
    await connection.close()
  })
})
