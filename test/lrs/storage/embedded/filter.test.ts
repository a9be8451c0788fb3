import { expect } from 'chai'
import fc from 'fast-check'
import mongoose from 'mongoose'
import type { Fields } from '../contract/engine.ts'
import { type EmbeddedEngine, openEmbedded } from './open-embedded.ts'

const { Binary, ObjectId } = mongoose.mongo

const text = fc.string({ unit: 'grapheme', maxLength: 6 })
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.integer(),
  fc.maxSafeInteger(),
)
const scalar = fc.oneof(
  text,
  number,
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(Buffer.from(bytes))),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(Buffer.from(bytes))),
)
const key = text.filter((name) => !/[.$\0]/.test(name) && name !== '__proto__')
const value = fc.letrec<{ value: unknown; element: unknown; object: unknown }>((tie) => ({
  object: fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  element: fc.oneof({ depthSize: 'small' }, scalar, tie('object')),
  value: fc.oneof({ depthSize: 'small' }, scalar, tie('object'), fc.array(tie('element'), { maxLength: 3 })),
})).value

/** Few values and few names, so that random filters find something. */
const common = fc.constantFrom<unknown>(null, 0, 1, 2, -1.5, '', '0', 'a', 'b', true, false, new Date(0), new Date(1))
const list = fc.array(common, { maxLength: 3 })
const row = fc.record(
  {
    a: common,
    b: fc.oneof(common, list),
    c: fc.oneof(common, fc.record({ d: fc.oneof(common, list) }, { requiredKeys: [] })),
    e: fc.array(fc.record({ f: common }, { requiredKeys: [] }), { maxLength: 3 }),
  },
  { requiredKeys: [] },
)

const ordered = common.filter((one) => typeof one !== 'boolean' && one !== null)
const condition = fc.oneof(
  common,
  list,
  fc.record({ $eq: common }),
  fc.record({ $ne: fc.oneof(common, list) }),
  fc.record({ $in: fc.array(common, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),
  fc.record({ $gt: ordered, $lte: ordered }, { requiredKeys: ['$gt'] }),
  fc.record({ $lt: ordered, $gte: ordered }, { requiredKeys: ['$lt'] }),
)
const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'c.d', 'e', 'e.f'), condition, {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
})
const filter = fc.oneof(
  fields,
  fc.record({ $or: fc.array(fields, { minLength: 1, maxLength: 3 }) }),
  fc.tuple(fields, fields).map(([one, other]) => ({ $and: [one, { $or: [other] }] })),
)

/** MongoDB's matching in a few lines: what a path leads to, arrays opened on the way. */
function candidates(document: unknown, path: string[]): unknown[] {
  const [field, ...rest] = path
  if (field === undefined) return Array.isArray(document) ? [...document, document] : [document]
  if (Array.isArray(document)) return document.filter(isFields).flatMap((element) => candidates(element, path))
  return candidates(isFields(document) ? document[field] : undefined, rest)
}

const isFields = (one: unknown): one is Fields => Object.prototype.toString.call(one) === '[object Object]'
const same = (one: unknown, other: unknown) => JSON.stringify([one ?? null]) === JSON.stringify([other ?? null])
const sameType = (one: unknown, other: unknown) =>
  typeof one === typeof other && one instanceof Date === other instanceof Date

function holds(found: unknown[], operator: string, operand: never): boolean {
  const compares = (test: (one: never) => boolean) =>
    found.some((one) => sameType(one, operand) && one !== null && test(one as never))
  switch (operator) {
    case '$eq':
      return found.some((one) => same(one, operand))
    case '$ne':
      return !found.some((one) => same(one, operand))
    case '$in':
      return found.some((one) => (operand as unknown[]).some((other) => same(one, other)))
    case '$exists':
      return found.some((one) => one !== undefined) === operand
    case '$gt':
      return compares((one) => one > operand)
    case '$gte':
      return compares((one) => one >= operand)
    case '$lt':
      return compares((one) => one < operand)
    case '$lte':
      return compares((one) => one <= operand)
    default:
      throw new Error(operator)
  }
}

function matches(document: Fields, query: Fields): boolean {
  return Object.entries(query).every(([path, wanted]) => {
    if (path === '$and') return (wanted as Fields[]).every((one) => matches(document, one))
    if (path === '$or') return (wanted as Fields[]).some((one) => matches(document, one))
    const found = candidates(document, path.split('.'))
    const operators = isFields(wanted) ? Object.entries(wanted) : [['$eq', wanted]]
    return operators.every(([operator, operand]) => holds(found, operator as string, operand as never))
  })
}

describe('filters and values, whatever they are', () => {
  let engine: EmbeddedEngine
  let made = 0

  before(async () => {
    engine = await openEmbedded()
  })
  after(() => engine.close())

  it('gives back any value, and finds it by itself', async () => {
    const things = engine.collection('values')
    await fc.assert(
      fc.asyncProperty(value, async (anything) => {
        const { insertedId } = await things.insertOne({ value: anything })
        expect(await things.findOne({ _id: insertedId })).to.deep.equal({ _id: insertedId, value: anything })
        expect(await things.countDocuments({ _id: insertedId, value: anything })).to.equal(1)
      }),
      { numRuns: 200 },
    )
  })

  it('finds what MongoDB finds, with and without indexes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.array(filter, { minLength: 1, maxLength: 10 }),
        async (rows, filters) => {
          const things = engine.collection(`rows_${++made}`)
          await things.insertMany(rows.map((fields, _id) => ({ _id, ...fields })))
          for (const indexed of [false, true]) {
            if (indexed) {
              await things.createIndex({ a: 1, b: 1 })
              await things.createIndex({ b: 1 }, { sparse: true })
              await things.createIndex({ 'c.d': 1 })
            }
            for (const one of filters) {
              const expected = [...rows.keys()].filter((_id) => matches(rows[_id] as Fields, one))
              const found = await things.find(one, { sort: { _id: 1 }, projection: { _id: 1 } }).toArray()
              expect(
                found.map(({ _id }) => _id),
                JSON.stringify(one),
              ).to.deep.equal(expected)
            }
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
