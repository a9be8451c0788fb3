import { expect } from 'chai'
import type { Database } from '../../../../lrs/storage/sqlite.ts'
import { type Refusals, refusalContract } from '../contract/dialect-contract.ts'
import { type Fields, rejection } from '../contract/engine.ts'
import { type EmbeddedEngine, openEmbedded } from './open-embedded.ts'

/** What only this engine refuses, because of what is stored. */
const refusals: Refusals = [
  ['a gap in the array at list.9', (things) => things.updateOne({}, { $set: { 'list.9': 1 } })],
  ['more than 100 levels', (things) => things.updateOne({}, { $set: { [Array(101).fill('a').join('.')]: 1 } })],
  ['sort by list: list holds arrays', (things) => things.find({}, { sort: { list: 1 } }).toArray()],
  ['an array at list, where the index', (things) => things.createIndex({ list: 1 }, { unique: true })],
]

describe('the embedded dialect', () => {
  let engine: EmbeddedEngine

  before(async () => {
    engine = await openEmbedded()
  })
  after(() => engine.close())

  refusalContract(() => engine.collection('things'), refusals)

  it('refuses names of collections that could be no table', async () => {
    expect(() => engine.collection('a"b')).to.throw('the collection name "a\\"b"')
  })

  it('refuses sessions, transactions and dropping the database', async () => {
    const { connection } = engine
    expect((await rejection(connection.startSession())).message).to.contain('startSession of the embedded client')
    expect((await rejection(connection.transaction(async () => {}))).message).to.contain('startSession')
    expect((await rejection(connection.dropDatabase())).message).to.contain('dropDatabase of the embedded database')
  })

  it('refuses an array that comes to where an index is unique, also through an update', async () => {
    const keys = engine.collection('keys')
    await keys.insertOne({ other: 1 })
    await keys.createIndex({ 'key.part': 1 }, { unique: true })
    for (const attempt of [
      () => keys.insertOne({ key: { part: [1] } }),
      () => keys.insertOne({ key: [{ part: 1 }] }),
      () => keys.updateOne({}, { $push: { 'key.part': 1 } }),
    ]) {
      expect((await rejection(attempt())).message).to.contain('where the index key.part_1 is unique')
    }
    await keys.insertOne({ key: { part: 1, other: [1] } })
  })

  it('stores nothing of a batch when a value in it is refused', async () => {
    const numbers = engine.collection('numbers')
    await rejection(numbers.insertMany([{ n: 1 }, { n: Number.NaN }], { ordered: false }))
    await numbers.createIndex({ n: 1 }, { unique: true })
    await rejection(numbers.insertMany([{ n: 2 }, { n: [3] }], { ordered: false }))
    expect(await numbers.countDocuments()).to.equal(0)
  })
})

describe('the embedded engine', () => {
  let engine: EmbeddedEngine

  beforeEach(async () => {
    engine = await openEmbedded()
  })
  afterEach(() => engine.close())

  /** How SQLite goes about the last filter. */
  async function planOf(filter: Fields): Promise<string> {
    const { database } = engine
    const seen: string[] = []
    const prepare: Database['read']['prepare'] = (sql) => {
      seen.push(sql)
      return database.read.prepare(sql)
    }
    const collection = (await openEmbedded({ ...database, read: { prepare } })).collection('people')
    await collection.find(filter).toArray()
    const sql = seen.at(-1) ?? ''
    const values = Array.from({ length: new Set(sql.match(/\?\d+/g)).size }, () => '[]')
    const rows = database.read.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values)
    return rows.map(({ detail }) => detail).join('; ')
  }

  it('searches by index where one fits', async () => {
    const people = engine.collection('people')
    await people.createIndex({ municipality: 1, 'name.key': 1 }, { unique: true })
    await people.createIndex({ token: 1 }, { sparse: true, unique: true })
    await people.insertOne({ municipality: 'demo', name: { key: 'ada' }, roles: ['lots'] })

    const search = (name: string) => `USING INDEX collection_people.${name}`
    expect(await planOf({ _id: 'x' })).to.contain(search('_id_'))
    expect(await planOf({ municipality: 'demo', 'name.key': 'x' })).to.contain(
      `${search('municipality_1_name.key_1')} (<expr>=? AND <expr>=?)`,
    )
    expect(await planOf({ municipality: { $in: ['a', 'b'] } })).to.contain(search('municipality_1_name.key_1'))
    expect(await planOf({ municipality: 'demo', 'name.key': null })).to.contain('(<expr>=? AND <expr>=?)')
    expect(await planOf({ token: 'x', roles: 'lots' })).to.contain(search('token_1'))
    expect(await planOf({ token: { $in: ['x'] } })).to.contain(search('token_1'))
    expect(await planOf({ roles: 'lots' })).to.contain('SCAN')
  })

  it('keeps documents, indexes and what it knows of arrays over a restart', async () => {
    const people = engine.collection('people')
    await people.createIndex({ key: 1 }, { unique: true })
    await people.insertOne({ _id: 'a', key: 1, roles: ['lots', 'granskare'] })
    engine = await engine.reopen()
    const again = engine.collection('people')
    expect(await again.findOne({ roles: 'granskare' })).to.deep.include({ _id: 'a' })
    expect((await rejection(again.insertOne({ key: 1 }))).code).to.equal(11000)
  })

  it('sees at once what a script beside it brings: documents, arrays where there were none, indexes', async () => {
    const people = engine.collection('people')
    await people.insertOne({ _id: 'a', roles: 'lots' })
    expect(await people.countDocuments({ roles: 'lots' })).to.equal(1)

    const script = await engine.openBeside()
    await script.collection('people').insertOne({ _id: 'b', roles: ['granskare', 'lots'] })
    await script.collection('people').createIndex({ key: 1 }, { unique: true, sparse: true })
    await script.close()

    expect(await people.countDocuments({ roles: 'lots' })).to.equal(2)
    await people.insertOne({ key: 'x' })
    expect((await rejection(people.insertOne({ key: 'x' }))).code).to.equal(11000)
  })

  it('forgets nothing of arrays when the write that brought them is undone', async () => {
    const people = engine.collection('people')
    await people.createIndex({ key: 1 }, { unique: true })
    await people.insertOne({ _id: 'a', key: 1 })
    await rejection(people.insertOne({ _id: 'b', key: 1, roles: ['lots'] }))
    await people.insertOne({ _id: 'c', key: 2, roles: ['lots'] })
    engine = await engine.reopen()
    expect(await engine.collection('people').countDocuments({ roles: 'lots' })).to.equal(1)
  })

  it('shares one commit with other writes of the same turn', async () => {
    const people = engine.collection('people')
    engine.database.exec('CREATE TABLE other (n INTEGER)')
    const outcomes = await Promise.allSettled([
      people.insertOne({ _id: 'a' }),
      people.insertOne({ _id: 'a' }),
      engine.database.write((db) => db.prepare('INSERT INTO other VALUES (?)').run(1)),
    ])
    expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled'])
  })
})
