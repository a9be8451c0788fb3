import { expect } from 'chai'
import { all, type Collection, type Fields, rejection } from './engine.ts'

type Any = (...args: unknown[]) => Promise<unknown>
export type Refusals = [named: string, attempt: (things: Collection & Fields) => unknown][]

/** What is asked for, and the words that must name it. */
const refusals: Refusals = [
  ['$nin in a filter, at a', (things) => things.findOne({ a: { $nin: [1] } })],
  ['$not in a filter, at a', (things) => things.findOne({ a: { $not: { $gt: 1 } } })],
  ['$elemMatch in a filter, at a', (things) => things.findOne({ a: { $elemMatch: { b: 1 } } })],
  ['$nor in a filter', (things) => things.findOne({ $nor: [{ a: 1 }] })],
  ['$where in a filter', (things) => things.findOne({ $where: '1' })],
  ['a RegExp at a', (things) => things.findOne({ a: /x/ })],
  ['$gt with null, at a', (things) => things.findOne({ a: { $gt: null } })],
  ['$lt with true, at a', (things) => things.findOne({ a: { $lt: true } })],
  ['$lt with [1], at a', (things) => things.findOne({ a: { $lt: [1] } })],
  ['b in a filter, at a', (things) => things.findOne({ a: { $gt: 1, b: 2 } })],
  ['undefined at a', (things) => things.findOne({ a: undefined })],
  ['$in without an array at a', (things) => things.findOne({ a: { $in: 1 } })],
  ['$or without a list of filters', (things) => things.findOne({ $or: [] })],
  ['the position 0 in the path "a.0"', (things) => things.findOne({ 'a.0': 1 })],
  ['the path "a..b"', (things) => things.findOne({ 'a..b': 1 })],
  ['the path "a\\"b"', (things) => things.findOne({ 'a"b': 1 })],
  ['$max in an update', (things) => things.updateOne({}, { $max: { a: 1 } })],
  ['$pullAll in an update', (things) => things.updateOne({}, { $pullAll: { a: [1] } })],
  ['a in an update', (things) => things.updateOne({}, { a: 1 })],
  ['an update that is no object', (things) => things.updateOne({}, [{ $set: { a: 1 } }] as never)],
  ['$slice in $push at a', (things) => things.updateOne({}, { $push: { a: { $each: [1], $slice: 1 } } })],
  ['$set at "a.$.b"', (things) => things.updateOne({}, { $set: { 'a.$.b': 1 } })],
  ['$set at "__proto__.a"', (things) => things.updateOne({}, { $set: JSON.parse('{"__proto__.a": 1}') })],
  ['replaceOne in bulkWrite', (things) => things.bulkWrite([{ replaceOne: { filter: {}, replacement: {} } }])],
  ['the option collation of find', (things) => things.findOne({}, { collation: { locale: 'sv' } })],
  ['the option session of insertOne', (things) => (things.insertOne as Any)({ a: 1 }, { session: {} })],
  ['the option arrayFilters of updateOne', (things) => things.updateOne({}, { $set: { a: 1 } }, { arrayFilters: [] })],
  ['the limit -1', (things) => things.find({}, { limit: -1 }).toArray()],
  ['the skip 0.5', (things) => things.find({}, { skip: 0.5 }).toArray()],
  ['sort by a: "text"', (things) => things.find({}, { sort: { a: 'text' } }).toArray()],
  ['a projection that both keeps and drops', (things) => things.findOne({}, { projection: { a: 1, b: 0 } })],
  ['the projection of a: {"$slice":1}', (things) => things.findOne({}, { projection: { a: { $slice: 1 } } })],
  ['a projection of a and of what it holds', (things) => things.findOne({}, { projection: { 'a.b': 1, a: 1 } })],
  ['a projection of a.b and of what holds it', (things) => things.findOne({}, { projection: { a: 1, 'a.b': 1 } })],
  ['an index with a: "text"', (things) => things.createIndex({ a: 'text' })],
  ['the option expireAfterSeconds of an index', (things) => things.createIndex({ a: 1 }, { expireAfterSeconds: 1 })],
  ['the option partialFilterExpression', (things) => things.createIndex({ a: 1 }, { partialFilterExpression: {} })],
  ['aggregate of the', (things) => (things.aggregate as Any)([{ $match: {} }])],
  ['distinct of the', (things) => (things.distinct as Any)('a')],
  ['replaceOne of the', (things) => (things.replaceOne as Any)({}, {})],
  ['drop of the', (things) => (things.drop as Any)()],
]

/** Nothing is read or written beyond what every engine can do. */
export function dialectContract(collection: () => Collection): void {
  refusalContract(collection, refusals)
}

export function refusalContract(collection: () => Collection, refusals: Refusals): void {
  let things: Collection & Fields
  before(async () => {
    things = collection() as Collection & Fields
    await things.insertOne({ _id: 'a', list: [1] })
  })

  for (const [named, attempt] of refusals) {
    it(`refuses ${named}`, async () => {
      const error = await rejection((async () => attempt(things))())
      expect(error.name).to.equal('StorageRefusal')
      expect(error.message).to.match(/^The storage does not take .*\.$/)
      expect(error.message).to.contain(named)
      expect(await all(things)).to.deep.equal([{ _id: 'a', list: [1] }])
    })
  }
}
