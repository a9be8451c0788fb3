import { expect } from 'chai'
import mongoose from 'mongoose'
import { all, type Collection, type Fields, rejection } from './engine.ts'

const { MongoBulkWriteError, MongoServerError, ObjectId } = mongoose.mongo

/** Before, update, after; or the code of MongoDB's error. */
const updates: [string, Fields, Fields, Fields | number][] = [
  ['$set replaces', { a: 1, b: 2 }, { $set: { a: 'x' } }, { a: 'x', b: 2 }],
  ['$set adds, by name', {}, { $set: { b: 1, a: 2 } }, { a: 2, b: 1 }],
  ['$set makes the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  ['$set in an element', { a: [{ b: 1 }, { b: 2 }] }, { $set: { 'a.1.b': 3 } }, { a: [{ b: 1 }, { b: 3 }] }],
  ['$set at the end of an array', { a: [1] }, { $set: { 'a.1': 2 } }, { a: [1, 2] }],
  ['$set of {}, [] and ""', {}, { $set: { a: {}, b: [], c: '' } }, { a: {}, b: [], c: '' }],
  ['$set below a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
  ['$set below null', { a: null }, { $set: { 'a.b': 1 } }, 28],
  ['$set of a field in an array', { a: [1] }, { $set: { 'a.b': 1 } }, 28],
  ['$set of another _id', {}, { $set: { _id: 'b' } }, 66],
  ['$set of the same _id', { a: 1 }, { $set: { _id: 'a' } }, { a: 1 }],
  ['$unset removes', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: 1, 'b.c': '' } }, { b: { d: 2 } }],
  ['$unset of nothing', { a: 1 }, { $unset: { b: 1, 'a.c': 1, 'x.y': 1 } }, { a: 1 }],
  ['$unset of an element', { a: [1, 2] }, { $unset: { 'a.0': 1 } }, { a: [null, 2] }],
  ['$inc adds', { a: 1.5 }, { $inc: { a: 2 } }, { a: 3.5 }],
  ['$inc starts at 0', {}, { $inc: { 'a.b': -1 } }, { a: { b: -1 } }],
  ['$inc to zero', { a: 5 }, { $inc: { a: -5 } }, { a: 0 }],
  ['$inc of a text', { a: '1' }, { $inc: { a: 1 } }, 14],
  ['$inc of null', { a: null }, { $inc: { a: 1 } }, 14],
  ['$inc by a text', { a: 1 }, { $inc: { a: '1' } }, 14],
  ['$push appends', { a: [1] }, { $push: { a: 1 } }, { a: [1, 1] }],
  ['$push begins', {}, { $push: { 'x.a': { b: 1 } } }, { x: { a: [{ b: 1 }] } }],
  ['$push of several', { a: [1] }, { $push: { a: { $each: [2, { c: 3 }] } } }, { a: [1, 2, { c: 3 }] }],
  ['$push to a text', { a: 'x' }, { $push: { a: 1 } }, 2],
  ['$addToSet adds what is new', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2, '1'] } } }, { a: [1, 2, '1'] }],
  ['$addToSet compares objects', { a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
  ['$addToSet begins', {}, { $addToSet: { a: 1 } }, { a: [1] }],
  ['$addToSet to a number', { a: 1 }, { $addToSet: { a: 1 } }, 2],
  ['$pull of a value', { a: [1, 2, 1, '1'] }, { $pull: { a: 1 } }, { a: [2, '1'] }],
  ['$pull of one of', { a: [1, 2, 3] }, { $pull: { a: { $in: [1, 3] } } }, { a: [2] }],
  ['$pull of a range', { a: [1, 5, 'x', 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1, 'x'] }],
  ['$pull by a field', { a: [{ b: 1, c: 2 }, { b: 2 }, 3] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }, 3] }],
  [
    '$pull by two fields',
    { a: [{ b: 1, c: 2 }, { b: 1 }] },
    { $pull: { a: { b: 1, c: { $gt: 1 } } } },
    { a: [{ b: 1 }] },
  ],
  ['$pull from nothing', { b: 1 }, { $pull: { a: 1 } }, { b: 1 }],
  ['$pull from a number', { a: 1 }, { $pull: { a: 1 } }, 2],
  ['several at once', { a: 1, c: [1] }, { $set: { b: 2 }, $inc: { a: 1 }, $push: { c: 2 } }, { a: 2, c: [1, 2], b: 2 }],
  ['$setOnInsert without an insert', { a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  ['two changes of one place', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['a change within another', { a: {} }, { $set: { a: {}, 'a.b': 1 } }, 40],
]

const upserts: [string, Fields, Fields, Fields][] = [
  ['takes equalities', { a: 1, 'b.c': { $eq: 2 }, d: { $gt: 5 } }, { $set: { e: 3 } }, { a: 1, b: { c: 2 }, e: 3 }],
  ['takes those of $and', { $and: [{ a: 1 }, { b: 2 }] }, { $inc: { n: 1 } }, { a: 1, b: 2, n: 1 }],
  ['lets the update win', { a: 1 }, { $set: { a: 2 }, $setOnInsert: { b: 1 } }, { a: 2, b: 1 }],
  ['pushes and adds', {}, { $push: { p: 1 }, $addToSet: { s: 2 } }, { p: [1], s: [2] }],
]

async function codeOf(attempt: Promise<unknown>): Promise<unknown> {
  const error = await rejection(attempt)
  expect(error).to.be.instanceOf(MongoServerError)
  return error.code
}

export function updateContract(collection: () => Collection): void {
  const withOne = async (fields: Fields) => {
    const things = collection()
    await things.insertOne({ _id: 'a', ...fields })
    return things
  }

  for (const [name, before, update, after] of updates) {
    it(`${name}: ${JSON.stringify(before)} ${JSON.stringify(update)}`, async () => {
      const things = await withOne(before)
      if (typeof after === 'number') {
        expect(await codeOf(things.updateOne({}, update))).to.equal(after)
        expect(await things.findOne()).to.deep.equal({ _id: 'a', ...before })
      } else {
        await things.updateOne({}, update)
        expect(JSON.stringify(await things.findOne())).to.equal(JSON.stringify({ _id: 'a', ...after }))
      }
    })
  }

  it('counts what is matched and what is modified', async () => {
    const things = collection()
    await things.insertMany([{ a: 1 }, { a: 1 }, { a: 2 }])
    const counts = ({ matchedCount, modifiedCount }: { matchedCount: number; modifiedCount: number }) => [
      matchedCount,
      modifiedCount,
    ]
    expect(counts(await things.updateOne({ a: 1 }, { $set: { a: 2 } }))).to.deep.equal([1, 1])
    expect(counts(await things.updateMany({}, { $set: { a: 2 } }))).to.deep.equal([3, 1])
    expect(counts(await things.updateMany({ a: 9 }, { $set: { a: 2 } }))).to.deep.equal([0, 0])
  })

  it('deletes one and many, and counts them', async () => {
    const things = collection()
    await things.insertMany([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }])
    expect((await things.deleteOne({ a: 1 })).deletedCount).to.equal(1)
    expect((await things.deleteMany({ a: 1 })).deletedCount).to.equal(2)
    expect((await things.deleteMany({ a: 1 })).deletedCount).to.equal(0)
    expect(await things.countDocuments({})).to.equal(1)
  })

  describe('upsert', () => {
    for (const [name, filter, update, after] of upserts) {
      it(`${name}: ${JSON.stringify(filter)} ${JSON.stringify(update)}`, async () => {
        const things = collection()
        const { upsertedId, upsertedCount, matchedCount } = await things.updateOne(filter, update, { upsert: true })
        expect([upsertedCount, matchedCount]).to.deep.equal([1, 0])
        expect(upsertedId).to.be.instanceOf(ObjectId)
        expect(await things.findOne()).to.deep.equal({ _id: upsertedId, ...after })
        expect(
          (await things.updateOne({ _id: upsertedId }, { $set: { z: 1 } }, { upsert: true })).matchedCount,
        ).to.equal(1)
      })
    }

    it('takes the _id of the filter', async () => {
      const things = collection()
      await things.updateOne({ _id: 'x' }, { $set: { a: 1 } }, { upsert: true })
      expect(await all(things)).to.deep.equal([{ _id: 'x', a: 1 }])
    })
  })

  describe('findOneAndUpdate', () => {
    it('gives the document before or after, or null', async () => {
      const things = await withOne({ n: 1 })
      expect(await things.findOneAndUpdate({ n: 1 }, { $inc: { n: 1 } })).to.deep.equal({ _id: 'a', n: 1 })
      const options = { returnDocument: 'after', projection: { _id: 0 } }
      expect(await things.findOneAndUpdate({ n: 2 }, { $inc: { n: 1 } }, options)).to.deep.equal({ n: 3 })
      expect(await things.findOneAndUpdate({ n: 9 }, { $inc: { n: 1 } })).to.equal(null)
    })

    it('takes the first in the order asked for', async () => {
      const things = collection()
      await things.insertMany([{ n: 2 }, { n: 1 }, { n: 3 }])
      const taken = await things.findOneAndUpdate(
        {},
        { $set: { taken: true } },
        { sort: { n: 1 }, projection: { _id: 0 } },
      )
      expect(taken).to.deep.equal({ n: 1 })
    })

    it('inserts with upsert', async () => {
      const things = collection()
      const update = { $setOnInsert: { b: 2 }, $inc: { n: 1 } }
      const options = { upsert: true, returnDocument: 'after', projection: { _id: 0 } }
      expect(await things.findOneAndUpdate({ a: 1 }, update, options)).to.deep.equal({ a: 1, b: 2, n: 1 })
      expect(await things.findOneAndUpdate({ a: 1 }, update, options)).to.deep.equal({ a: 1, b: 2, n: 2 })
      expect(await things.findOneAndUpdate({ a: 2 }, update, { upsert: true })).to.equal(null)
    })

    it('lets one of many win', async () => {
      const things = await withOne({ used: false })
      const claims = Array.from({ length: 20 }, () =>
        things.findOneAndUpdate({ used: false }, { $set: { used: true } }),
      )
      expect((await Promise.all(claims)).filter(Boolean)).to.have.length(1)
    })

    it('says what happened with includeResultMetadata', async () => {
      const things = await withOne({ n: 1 })
      const result = await things.findOneAndUpdate({ n: 1 }, { $inc: { n: 1 } }, { includeResultMetadata: true })
      expect(result).to.deep.include({ value: { _id: 'a', n: 1 }, ok: 1 })
      expect(result).to.have.nested.property('lastErrorObject.updatedExisting', true)
    })
  })

  it('findOneAndDelete gives the document and takes it away', async () => {
    const things = collection()
    await things.insertMany([{ n: 2 }, { n: 1 }])
    expect(await things.findOneAndDelete({}, { sort: { n: 1 }, projection: { _id: 0 } })).to.deep.equal({ n: 1 })
    expect(await things.findOneAndDelete({ n: 1 })).to.equal(null)
    expect(await things.countDocuments({})).to.equal(1)
  })

  describe('bulkWrite', () => {
    it('does everything in order', async () => {
      const things = collection()
      const result = await things.bulkWrite([
        { insertOne: { document: { _id: 'a', n: 1 } } },
        { insertOne: { document: { _id: 'b', n: 1 } } },
        { updateOne: { filter: { _id: 'a' }, update: { $inc: { n: 1 } } } },
        { updateMany: { filter: {}, update: { $set: { m: 1 } } } },
        { updateOne: { filter: { _id: 'c' }, update: { $set: { n: 5 } }, upsert: true } },
        { deleteOne: { filter: { _id: 'b' } } },
        { deleteMany: { filter: { n: 9 } } },
      ])
      const { insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount, insertedIds, upsertedIds } =
        result
      expect({ insertedCount, matchedCount, modifiedCount, deletedCount, upsertedCount }).to.deep.equal({
        insertedCount: 2,
        matchedCount: 3,
        modifiedCount: 3,
        deletedCount: 1,
        upsertedCount: 1,
      })
      expect(insertedIds).to.deep.equal({ 0: 'a', 1: 'b' })
      expect(upsertedIds).to.deep.equal({ 4: 'c' })
      expect(await all(things)).to.deep.equal([
        { _id: 'a', n: 2, m: 1 },
        { _id: 'c', n: 5 },
      ])
    })

    const twice = [{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }]
    for (const [ordered, kept] of [
      [true, 'a'],
      [false, 'ab'],
    ] as const) {
      it(`${ordered ? 'ends at' : 'goes past'} an error when ${ordered ? 'ordered' : 'unordered'}`, async () => {
        const things = collection()
        const error = await rejection(things.insertMany(twice, { ordered }))
        expect(error).to.be.instanceOf(MongoBulkWriteError)
        expect(error.code).to.equal(11000)
        expect(error.insertedCount).to.equal(kept.length)
        expect([error.writeErrors].flat().map((one) => [(one as Fields).index, (one as Fields).code])).to.deep.equal([
          [1, 11000],
        ])
        const found = await all(things)
        expect(found.map(({ _id }) => _id).join('')).to.equal(kept)
      })
    }
  })
}
