import { expect } from 'chai'
import mongoose from 'mongoose'
import { LrsError } from '../../../../lrs/errors.ts'
import { openStorage } from '../../../../lrs/storage/connection.ts'
import { type FerretDb, standIn, startFerretDb } from '../../../support/ferretdb.ts'
import { prepared } from '../../../support/prepared.ts'
import { statement } from '../../../support/statement.ts'
import { rejection } from '../contract/engine.ts'

const schema = new mongoose.Schema({ _id: String, name: String })

describe('openStorage with mongodb://', () => {
  let server: FerretDb

  before(async function () {
    server = await startFerretDb(this)
  })
  after(() => server?.stop())

  it('opens models and statements in one database, which several may share', async () => {
    const url = server.newDatabase()
    const [one, other] = [await openStorage(url, standIn), await openStorage(url, standIn)]
    await one.connection.model('Person', schema).create({ _id: 'a', name: 'Ada' })
    const [sent] = prepared(one.statements.now(), statement())
    await one.statements.append('demo', sent ? [sent] : [])
    expect(await other.connection.model('Person', schema).findById('a').lean()).to.deep.include({ name: 'Ada' })
    expect(await other.statements.get('demo', sent?.id ?? '')).to.equal(sent?.json)
    await one.check()
    await Promise.all([one.close(), other.close()])
  })

  it('refuses a single server, and says how to make a replica set of it', async () => {
    const refusal = await rejection(openStorage(server.newDatabase()))
    expect(refusal).to.be.instanceOf(LrsError).with.property('code', 'unavailable')
    expect(refusal.message).to.match(/no transactions.*--replSet rs0.*rs\.initiate\(\)/)
  })

  for (const url of ['mongodb://127.0.0.1', 'mongodb://127.0.0.1:27017/', 'mongodb://127.0.0.1/?replicaSet=rs0']) {
    it(`refuses ${url}, which names no database`, async () => {
      const refusal = await rejection(openStorage(url))
      expect(refusal).to.be.instanceOf(LrsError).with.property('code', 'invalid')
      expect(refusal.message).to.contain('must name the database')
    })
  }

  it('says what is wrong with an address, and never repeats its password', async () => {
    for (const url of ['mongodb://lrs:hemligt@127.0.0.1:x/lrs', 'mongodb://lrs:hemligt@127.0.0.1/lrs?colour=red']) {
      const refusal = await rejection(openStorage(url))
      expect(refusal, url).to.be.instanceOf(LrsError).with.property('code', 'invalid')
      expect(refusal.message).to.match(/^DATABASE_URL is no address of MongoDB: /)
      expect(refusal.message).not.to.contain('hemligt')
    }
  })

  it('says when nobody is there', async () => {
    const refusal = await rejection(openStorage('mongodb://127.0.0.1:9/lrs'))
    expect(refusal).to.be.instanceOf(LrsError).with.property('code', 'unavailable')
    expect(refusal.message).to.match(/^The MongoDB of DATABASE_URL cannot be opened: .*ECONNREFUSED/)
  })

  it('refuses a database whose clock is another', async () => {
    const { now } = Date
    Date.now = () => now() + 3000
    const refusal = await rejection(openStorage(server.newDatabase(), standIn)).finally(() => {
      Date.now = now
    })
    expect(refusal).to.be.instanceOf(LrsError).with.property('code', 'unavailable')
    expect(refusal.message).to.match(/clocks .* are (2\.9|3\.0) s apart/)
  })

  it('is unavailable while the server is away, and comes back by itself', async () => {
    const url = server.newDatabase()
    const { connection, statements, check, close } = await openStorage(url, standIn)
    const people = connection.model('Person', schema)
    await people.create({ _id: 'a', name: 'Ada' })
    const [sent] = prepared(statements.now(), statement())
    await statements.append('demo', sent ? [sent] : [])

    await server.kill()
    const attempts = [
      () => people.findById('a').lean(),
      () => people.updateOne({ _id: 'a' }, { $set: { name: 'Bo' } }),
      () => statements.find('demo', { limit: 9 }),
      () => statements.append('demo', prepared(statements.now(), statement())),
      () => check(),
    ]
    const refusals = await Promise.all(attempts.map((attempt) => rejection(Promise.resolve(attempt()))))
    for (const refusal of refusals) expect(refusal).to.be.instanceOf(LrsError).with.property('code', 'unavailable')

    await server.revive()
    expect(await people.findById('a').lean()).to.deep.include({ name: 'Ada' })
    expect(await statements.get('demo', sent?.id ?? '')).to.equal(sent?.json)
    await close()
  })
})
