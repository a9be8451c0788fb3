import { expect } from 'chai'
import fc from 'fast-check'
import mongoose from 'mongoose'
import { connectMongo } from '../../../lrs/storage/mongodb/connect.ts'
import { guardedDriver } from '../../../lrs/storage/mongodb/guarded-driver.ts'
import { type FerretDb, standIn, startFerretDb } from '../../support/ferretdb.ts'
import type { Collection, Fields } from './contract/engine.ts'
import { type EmbeddedEngine, openEmbedded } from './embedded/open-embedded.ts'

/** Few values and few names, so that random operations meet. FerretDB's gaps are left out: see mongodb/stand-in-gaps.ts. */
const value = fc.constantFrom<unknown>(null, 0, 1, 2, -1.5, '', '0', 'å', true, false, new Date(0), new Date(1))
const list = fc.array(fc.constantFrom<unknown>(1, 2, 'å', true), { maxLength: 3 })
const id = fc.integer({ min: 0, max: 5 }).map((number) => `d${number}`)
const body = fc.record(
  { a: value, n: fc.integer({ min: -3, max: 3 }), list, c: fc.record({ d: value }) },
  { requiredKeys: [] },
)
const document = fc.tuple(id, body).map(([_id, fields]): Fields => ({ _id, ...fields }))

const ordered = fc.constantFrom<unknown>(0, 1, 'å', new Date(0))
const condition = fc.oneof(
  value,
  fc.record({ $ne: value }),
  fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $gte: ordered, $lt: ordered }, { requiredKeys: ['$gte'] }),
)
const fields = fc.dictionary(fc.constantFrom('a', 'n', 'list', 'c.d'), condition, { maxKeys: 2, noNullPrototype: true })
const filter = fc.oneof(
  fields,
  fc.tuple(id, fields).map(([_id, more]): Fields => ({ _id, ...more })),
  fc.record({ $or: fc.array(fields, { minLength: 1, maxLength: 2 }) }),
)

const update = fc
  .record(
    {
      $set: fc.record({ a: value, 'c.d': value, list }, { requiredKeys: [] }),
      $unset: fc.constant({ x: 1 }),
      $inc: fc.record({ n: fc.constantFrom(-2, -1, 1, 2) }),
      $push: fc.record({ tail: value }),
      $addToSet: fc.record({
        set: fc.record({ $each: fc.array(fc.constantFrom('p', 'q'), { minLength: 1, maxLength: 2 }) }),
      }),
      $setOnInsert: fc.record({ made: ordered }),
    },
    { requiredKeys: [] },
  )
  .filter((changes) => Object.values(changes).some((part) => Object.keys(part ?? {}).length > 0))
  .map((changes) => Object.fromEntries(Object.entries(changes).filter(([, part]) => Object.keys(part).length > 0)))

const options = fc.record({ upsert: fc.boolean() })
const byId = id.map((_id): Fields => ({ _id }))
const page = fc.record(
  {
    sort: fc.constantFrom<Fields>({ _id: 1 }, { _id: -1 }, { n: 1, _id: 1 }, { 'c.d': -1, _id: 1 }),
    skip: fc.nat(3),
    limit: fc.integer({ min: 1, max: 4 }),
    projection: fc.constantFrom<Fields>({ a: 1 }, { list: 0 }, { 'c.d': 1, _id: 1 }),
  },
  { requiredKeys: ['sort'] },
)

type Operation = { run: (things: Collection) => Promise<unknown>; text: string }

/** An operation on a collection, with its call as text for the message. */
function operation(method: keyof Collection, ...args: fc.Arbitrary<Fields | Fields[]>[]): fc.Arbitrary<Operation> {
  return fc.tuple(...args).map((values) => ({
    text: `${method}(${values.map((one) => JSON.stringify(one)).join(', ')})`,
    run: async (things) => {
      const call = things[method] as (...args: unknown[]) => unknown
      const answer = call.apply(things, structuredClone(values)) as Promise<unknown> & { toArray?(): Promise<unknown> }
      return answer.toArray ? answer.toArray() : answer
    },
  }))
}

const operations = fc.array(
  fc.oneof(
    operation('insertOne', document),
    operation('insertMany', fc.array(document, { minLength: 1, maxLength: 3 }), fc.record({ ordered: fc.boolean() })),
    operation('updateOne', byId, update, options),
    operation('updateMany', filter, update),
    operation(
      'findOneAndUpdate',
      byId,
      update,
      fc.record({ upsert: fc.boolean(), returnDocument: fc.constant('after') }),
    ),
    operation('deleteOne', byId),
    operation('deleteMany', filter),
    operation('find', filter, page),
    operation('find', filter, page),
    operation('countDocuments', filter),
  ),
  { minLength: 1, maxLength: 12 },
)

/** What an operation comes to: its answer, or the code of its error. */
async function outcomeOf({ run }: Operation, things: Collection): Promise<unknown> {
  try {
    return { answer: JSON.parse(JSON.stringify((await run(things)) ?? null)) }
  } catch (error) {
    return { code: (error as Fields).code }
  }
}

describe('the embedded engine beside the MongoDB stand-in', () => {
  let server: FerretDb
  let embedded: EmbeddedEngine
  let unguarded: mongoose.Connection
  let connection: mongoose.Connection
  let made = 0

  before(async function () {
    server = await startFerretDb(this)
    embedded = await openEmbedded()
    unguarded = (await connectMongo(server.newDatabase(), standIn)).connection
    const instance = new mongoose.Mongoose()
    instance.setDriver(guardedDriver(unguarded))
    connection = await instance.createConnection('storage:').asPromise()
  })
  after(async () => {
    await connection?.close()
    await unguarded?.close()
    await embedded?.close()
    await server?.stop()
  })

  it('does the same with the same operations, whatever they are', async function () {
    this.timeout(120_000)
    const property = fc.asyncProperty(operations, async (chosen) => {
      const name = `random_${++made}`
      const ours = embedded.collection(name)
      const theirs = connection.collection(name) as unknown as Collection
      for (const [index, one] of chosen.entries()) {
        const told = chosen.slice(0, index + 1).map(({ text }) => text)
        const [mine, other] = [await outcomeOf(one, ours), await outcomeOf(one, theirs)]
        expect(mine, told.join('\n')).to.deep.equal(other)
      }
      const all = (things: Collection) => things.find({}, { sort: { _id: 1 } }).toArray()
      expect(await all(ours)).to.deep.equal(await all(theirs))
    })
    await fc.assert(property, { numRuns: 150 })
  })
})
