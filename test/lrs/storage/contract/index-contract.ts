import { expect } from 'chai'
import mongoose from 'mongoose'
import { all, type Collection, type Fields, rejection } from './engine.ts'

/** The documents are inserted one after the other; the last of them is a duplicate or not. */
const uniqueness: [string, Fields, object, Fields[], boolean][] = [
  ['the same value', { a: 1 }, {}, [{ a: 1 }, { a: 1 }], true],
  ['another type', { a: 1 }, {}, [{ a: 1 }, { a: '1' }, { a: true }, { a: { x: 1 } }], false],
  ['missing twice', { a: 1 }, {}, [{ b: 1 }, { b: 2 }], true],
  ['missing and null', { a: 1 }, {}, [{ b: 1 }, { a: null }], true],
  ['the same date', { a: 1 }, {}, [{ a: new Date(5) }, { a: new Date(5) }], true],
  ['a dotted path', { 'a.b': 1 }, {}, [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }], true],
  [
    'half of a compound',
    { a: 1, b: -1 },
    {},
    [
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ],
    false,
  ],
  [
    'both of a compound',
    { a: 1, b: -1 },
    {},
    [
      { a: 1, b: 1 },
      { a: 1, b: 1 },
    ],
    true,
  ],
  ['one and one missing', { a: 1, b: 1 }, {}, [{ a: 1 }, { a: 1 }], true],
  ['missing, sparse', { a: 1 }, { sparse: true }, [{ b: 1 }, { b: 2 }], false],
  ['null, sparse', { a: 1 }, { sparse: true }, [{ a: null }, { a: null }], true],
  ['the same, sparse', { a: 1 }, { sparse: true }, [{ a: 1 }, { a: 1 }], true],
  ['one missing, sparse', { a: 1, b: 1 }, { sparse: true }, [{ a: 1 }, { a: 1 }], true],
  ['both missing, sparse', { a: 1, b: 1 }, { sparse: true }, [{ c: 1 }, { c: 1 }], false],
]

export function indexContract(collection: () => Collection): void {
  for (const [name, keys, options, documents, duplicate] of uniqueness) {
    it(`${duplicate ? 'refuses' : 'takes'} ${name}`, async () => {
      const things = collection()
      await things.createIndex(keys, { unique: true, ...options })
      const last = documents.at(-1) as Fields
      await things.insertMany(documents.slice(0, -1))
      if (duplicate) expect((await rejection(things.insertOne({ ...last }))).code).to.equal(11000)
      else await things.insertOne({ ...last })
      expect(await things.countDocuments({})).to.equal(duplicate ? documents.length - 1 : documents.length)
    })
  }

  it('names the index and what was doubled', async () => {
    const things = collection()
    await things.createIndex({ a: 1, 'b.c': 1 }, { unique: true })
    await things.insertOne({ a: 'x', b: { c: 2 } })
    const error = await rejection(things.insertOne({ a: 'x', b: { c: 2 } }))
    expect(error).to.be.instanceOf(mongoose.mongo.MongoServerError)
    expect(error.message).to.match(/^E11000 duplicate key error/)
    expect(error.keyPattern).to.deep.equal({ a: 1, 'b.c': 1 })
    expect(error.keyValue).to.deep.equal({ a: 'x', 'b.c': 2 })
  })

  it('holds for updates and upserts, and leaves the document as it was', async () => {
    const things = collection()
    await things.createIndex({ a: 1 }, { unique: true })
    await things.insertMany([
      { _id: 'x', a: 1 },
      { _id: 'y', a: 2 },
    ])
    const attempts = [
      () => things.updateOne({ _id: 'y' }, { $set: { a: 1 } }),
      () => things.findOneAndUpdate({ _id: 'y' }, { $inc: { a: -1 } }),
      () => things.updateOne({ _id: 'z' }, { $set: { a: 1 } }, { upsert: true }),
    ]
    for (const attempt of attempts) expect((await rejection(attempt())).code).to.equal(11000)
    expect(await all(things)).to.deep.equal([
      { _id: 'x', a: 1 },
      { _id: 'y', a: 2 },
    ])
  })

  it('is not made over documents that break it', async () => {
    const things = collection()
    await things.insertMany([{ a: 1 }, { a: 1 }])
    expect((await rejection(things.createIndex({ a: 1 }, { unique: true }))).code).to.equal(11000)
    await things.insertOne({ a: 1 })
  })

  it('finds the same documents with an index as without', async () => {
    const things = collection()
    const filters: Fields[] = [
      { a: 1 },
      { a: null },
      { a: { $in: [1, null] } },
      { a: { $ne: 1 } },
      { a: 'x', b: 2 },
      { a: { $exists: false } },
    ]
    await things.insertMany([{ a: 1 }, { a: null }, {}, { a: [1, 2] }, { a: 'x', b: 2 }, { a: 'x', b: 3 }])
    const counts = () => Promise.all(filters.map((filter) => things.countDocuments(filter)))
    const before = await counts()
    expect(before).to.deep.equal([2, 2, 4, 4, 1, 1])
    await things.createIndex({ a: 1, b: 1 })
    await things.createIndex({ a: 1 }, { sparse: true, name: 'sparse' })
    expect(await counts()).to.deep.equal(before)
  })

  it('is refused under a name that another index has', async () => {
    const things = collection()
    await things.createIndex({ a: 1 })
    expect((await rejection(things.createIndex({ a: 1 }, { unique: true }))).code).to.equal(86)
    await things.insertMany([{ a: 1 }, { a: 1 }])
  })

  it('may be made again, and is listed', async () => {
    const things = collection()
    for (let round = 0; round < 2; round++) {
      expect(await things.createIndex({ a: 1, b: -1 }, { unique: true })).to.equal('a_1_b_-1')
      expect(await things.createIndex({ c: 1 }, { sparse: true })).to.equal('c_1')
    }
    const listed = (await things.listIndexes().toArray()).map(({ name, key, unique, sparse }) => ({
      name,
      key,
      unique,
      sparse,
    }))
    expect(listed).to.have.deep.members([
      { name: '_id_', key: { _id: 1 }, unique: undefined, sparse: undefined },
      { name: 'a_1_b_-1', key: { a: 1, b: -1 }, unique: true, sparse: undefined },
      { name: 'c_1', key: { c: 1 }, unique: undefined, sparse: true },
    ])
  })
}
