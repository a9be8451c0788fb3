import { expect } from 'chai'
import mongoose from 'mongoose'
import { all, type Collection, type Fields } from './engine.ts'

const { ObjectId } = mongoose.mongo

type Documents = Record<string, Fields>

const day = (number: number) => new Date(Date.UTC(2026, 10, number))
const oid = (digit: string) => new ObjectId(digit.repeat(24))

/** Each group: documents by id, then filters with the ids they find, sorted. */
const groups: Record<string, { documents: Documents; cases: [Fields, string][] }> = {
  equality: {
    documents: {
      a: { v: 1, w: 'x' },
      b: { v: '1', w: 'x' },
      c: { v: true },
      d: { v: null },
      e: {},
      f: { v: { x: 1, y: 2 } },
      g: { v: { y: 2, x: 1 } },
      h: { v: 1.5 },
    },
    cases: [
      [{}, 'abcdefgh'],
      [{ v: 1 }, 'a'],
      [{ v: { $eq: 1 } }, 'a'],
      [{ v: '1' }, 'b'],
      [{ v: true }, 'c'],
      [{ v: null }, 'de'],
      [{ v: { x: 1, y: 2 } }, 'f'],
      [{ v: { x: 1 } }, ''],
      [{ v: 1, w: 'x' }, 'a'],
      [{ v: 1.5 }, 'h'],
      [{ v: { $ne: 1 } }, 'bcdefgh'],
      [{ v: { $ne: null } }, 'abcfgh'],
      [{ v: { $in: [1, '1', true] } }, 'abc'],
      [{ v: { $in: [null, 1.5] } }, 'deh'],
      [{ v: { $in: [{ x: 1, y: 2 }] } }, 'f'],
      [{ v: { $in: [] } }, ''],
      [{ v: { $exists: true } }, 'abcdfgh'],
      [{ v: { $exists: false } }, 'e'],
      [{ v: { $exists: true, $ne: null } }, 'abcfgh'],
    ],
  },
  'dotted paths': {
    documents: {
      a: { p: { q: { r: 1 } } },
      b: { p: { q: 1 } },
      c: { p: 1 },
      d: {},
      e: { p: null },
      f: { p: { 'q r': 2, 'å-ä': 3 } },
    },
    cases: [
      [{ 'p.q.r': 1 }, 'a'],
      [{ 'p.q': 1 }, 'b'],
      [{ 'p.q.r': null }, 'bcdef'],
      [{ 'p.q': { $exists: true } }, 'ab'],
      [{ 'p.q.r': { $exists: false } }, 'bcdef'],
      [{ 'p.q': { $ne: 1 } }, 'acdef'],
      [{ 'p.q r': 2 }, 'f'],
      [{ 'p.å-ä': 3 }, 'f'],
    ],
  },
  'and, or': {
    documents: { a: { x: 1, y: 1 }, b: { x: 1, y: 2 }, c: { x: 2, y: 1 }, d: { y: 3 } },
    cases: [
      [{ $or: [{ x: 2 }, { y: 2 }] }, 'bc'],
      [{ $and: [{ x: 1 }, { y: 1 }] }, 'a'],
      [{ x: 1, $or: [{ y: 1 }, { y: 2 }] }, 'ab'],
      [{ $or: [{ $and: [{ x: 1 }, { y: 2 }] }, { y: 3 }] }, 'bd'],
      [{ $or: [{ x: { $ne: 1 } }, { y: { $gt: 1 } }] }, 'bcd'],
      [{ $or: [{ x: 1, y: 2 }] }, 'b'],
    ],
  },
  'comparisons, within one type': {
    documents: {
      a: { v: 1 },
      b: { v: 2.5 },
      c: { v: -3 },
      d: { v: '10' },
      e: { v: '9' },
      f: { v: 'Å' },
      g: { v: day(1) },
      h: { v: day(2) },
      i: { v: oid('1') },
      j: { v: oid('2') },
      k: { v: true },
      l: { v: false },
      m: { v: null },
      n: {},
      o: { v: { x: 1 } },
      p: { v: 2 ** 60 },
      q: { v: 'a"b' },
    },
    cases: [
      [{ v: { $gt: 1 } }, 'bp'],
      [{ v: { $gte: 1 } }, 'abp'],
      [{ v: { $lt: 2.5 } }, 'ac'],
      [{ v: { $lte: 2.5 } }, 'abc'],
      [{ v: { $gt: -3, $lt: 2.5 } }, 'a'],
      [{ v: { $gte: 2 ** 60 } }, 'p'],
      [{ v: { $lt: 'a' } }, 'de'],
      [{ v: { $gt: '9' } }, 'fq'],
      [{ v: { $gte: 'a"b' } }, 'fq'],
      [{ v: { $gt: 'a' } }, 'fq'],
      [{ v: { $gt: day(1) } }, 'h'],
      [{ v: { $lte: day(1) } }, 'g'],
      [{ v: { $gt: oid('1') } }, 'j'],
      [{ v: { $lt: oid('2') } }, 'i'],
      [{ v: { $ne: 1, $gt: 0 } }, 'bp'],
    ],
  },
  arrays: {
    documents: {
      a: { v: [1, 2] },
      b: { v: [2, 1] },
      c: { v: 2 },
      d: { v: [] },
      e: { v: ['x', null] },
      f: {},
      g: { v: [{ n: 1 }, { n: 5 }] },
      h: { v: [day(1), day(3)] },
    },
    cases: [
      [{ v: 2 }, 'abc'],
      [{ v: [1, 2] }, 'a'],
      [{ v: [] }, 'd'],
      [{ v: null }, 'ef'],
      [{ v: { $ne: 2 } }, 'defgh'],
      [{ v: { $ne: [1, 2] } }, 'bcdefgh'],
      [{ v: { $in: [1, 'x'] } }, 'abe'],
      [{ v: { $in: [[2, 1]] } }, 'b'],
      [{ v: { $gt: 1 } }, 'abc'],
      [{ v: { $gt: 1, $lt: 2 } }, 'ab'],
      [{ v: { $gte: day(2) } }, 'h'],
      [{ v: { $exists: true } }, 'abcdegh'],
      [{ v: { $exists: false } }, 'f'],
      [{ v: { n: 5 } }, 'g'],
    ],
  },
  'paths through arrays': {
    documents: {
      a: { v: [{ n: 1 }, { n: 2 }] },
      b: { v: [{ n: 3 }] },
      c: { v: { n: 2 } },
      d: { v: [] },
      e: { v: [{ m: 1 }] },
      f: { v: [{ n: [2, 7] }] },
      g: {},
      h: { v: [day(1), { n: 9 }] },
    },
    cases: [
      [{ 'v.n': 2 }, 'acf'],
      [{ 'v.n': { $ne: 2 } }, 'bdegh'],
      [{ 'v.n': { $gt: 2 } }, 'bfh'],
      [{ 'v.n': [2, 7] }, 'f'],
      [{ 'v.n': { $exists: true } }, 'abcfh'],
      [{ 'v.n': { $exists: false } }, 'deg'],
      [{ 'v.n': { $in: [3, 7] } }, 'bf'],
      [{ 'v.n': null }, 'eg'],
    ],
  },
}

const sorted: Documents = {
  a: { v: day(1) },
  b: { v: true },
  c: { v: false },
  d: { v: oid('1') },
  e: { v: 'b' },
  f: { v: 'a' },
  g: { v: 'Ö' },
  h: { v: 10 },
  i: { v: 9.5 },
  j: { v: -1 },
  k: { v: null },
  l: { v: { x: 1 } },
  m: { v: day(0) },
  n: { v: 2 ** 60 },
  o: { v: new mongoose.mongo.Binary(Buffer.from('a')) },
}

export function filterContract(collection: () => Collection): void {
  const withDocuments = async (documents: Documents) => {
    const things = collection()
    await things.insertMany(Object.entries(documents).map(([_id, fields]) => ({ _id: _id, ...fields })))
    return things
  }
  const ids = (found: Fields[]) => found.map(({ _id }) => _id).join('')

  for (const [name, { documents, cases }] of Object.entries(groups)) {
    describe(name, () => {
      let things: Collection
      before(async () => {
        things = await withDocuments(documents)
      })
      for (const [filter, expected] of cases) {
        it(`${JSON.stringify(filter)} finds "${expected}"`, async () => {
          expect(ids(await all(things, filter))).to.equal(expected)
          expect(await things.countDocuments(filter)).to.equal(expected.length)
        })
      }
    })
  }

  describe('sort, skip, limit, projection', () => {
    let things: Collection
    before(async () => {
      things = await withDocuments(sorted)
    })
    const sortedBy = async (options: Fields) => ids(await things.find({}, options).toArray())

    it('sorts types in their order, and values within', async () => {
      expect(await sortedBy({ sort: { v: 1 } })).to.equal('kjihnfeglodcbma')
      expect(await sortedBy({ sort: { v: -1 } })).to.equal('ambcdolgefnhijk')
    })

    it('sorts by several paths', async () => {
      const pairs = await withDocuments({
        a: { x: { y: 1 }, z: 1 },
        b: { x: { y: 2 }, z: 1 },
        c: { x: { y: 1 }, z: 2 },
      })
      const found = await pairs.find({}, { sort: { 'x.y': -1, z: -1 } }).toArray()
      expect(ids(found)).to.equal('bca')
    })

    it('skips and limits', async () => {
      const sort = { _id: 1 }
      expect(await sortedBy({ sort, limit: 3 })).to.equal('abc')
      expect(await sortedBy({ sort, skip: 12 })).to.equal('mno')
      expect(await sortedBy({ sort, skip: 2, limit: 2 })).to.equal('cd')
      expect(await things.countDocuments({}, { skip: 2, limit: 5 })).to.equal(5)
    })

    it('finds one, or null', async () => {
      expect(await things.findOne({ v: 'a' })).to.deep.equal({ _id: 'f', v: 'a' })
      expect(await things.findOne({ v: 'nothing' })).to.equal(null)
    })

    it('projects what is kept and what is dropped', async () => {
      const nested = await withDocuments({ a: { x: { y: 1, z: 2 }, list: [{ p: 1, q: 2 }, 3], w: 4 } })
      const project = (projection: Fields) => nested.findOne({}, { projection })
      expect(await project({ w: 1 })).to.deep.equal({ _id: 'a', w: 4 })
      expect(await project({ w: 1, _id: 0 })).to.deep.equal({ w: 4 })
      expect(await project({ _id: 1 })).to.deep.equal({ _id: 'a' })
      expect(await project({ 'x.y': 1, _id: 0 })).to.deep.equal({ x: { y: 1 } })
      expect(await project({ 'list.p': 1, _id: 0 })).to.deep.equal({ list: [{ p: 1 }] })
      expect(await project({ x: 0, list: 0 })).to.deep.equal({ _id: 'a', w: 4 })
      expect(await project({ 'x.y': 0, 'list.p': 0, _id: 0 })).to.deep.equal({ x: { z: 2 }, list: [{ q: 2 }, 3], w: 4 })
      expect(await project({})).to.have.all.keys('_id', 'x', 'list', 'w')
    })
  })
}
