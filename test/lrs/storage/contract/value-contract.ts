import { expect } from 'chai'
import mongoose from 'mongoose'
import { all, type Collection, rejection } from './engine.ts'

const { Binary, ObjectId } = mongoose.mongo

const values: Record<string, unknown> = {
  text: 'Företagslots: åäö 😀 "quoted" \\ back',
  'control characters': 'a\u0000b\n\t\u001f\u2028',
  'empty text': '',
  integer: 42,
  negative: -7,
  'large integer': 2 ** 53 - 1,
  'very large': 1.7976931348623157e308,
  fraction: 0.1,
  'very small': 5e-324,
  true: true,
  false: false,
  null: null,
  date: new Date('2026-11-24T10:00:00.123Z'),
  'date before 1970': new Date(-1),
  bytes: new Binary(Buffer.from([0, 1, 254, 255])),
  'no bytes': new Binary(Buffer.alloc(0)),
  ObjectId: new ObjectId('6b05ab47bbeb2227c218da1f'),
  array: [1, 'two', new Date(3), { four: [4] }],
  'empty array': [],
  object: { b: 1, a: { å: '', deep: { er: true } } },
  'empty object': {},
  'object of empty ones': { a: {}, b: [], c: '' },
}

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) })

const refused: Record<string, unknown> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '−0': -0,
  'an invalid date': new Date(Number.NaN),
  'a lone surrogate': 'a\udc00',
  'a key with a point': { 'a.b': 1 },
  'a key with a dollar sign': { $a: 1 },
  'an array in an array': [[1]],
  'a number of another kind': new mongoose.Types.Decimal128('1'),
  'a regular expression': /a/,
  'a class of our own': new (class Person {})(),
  undefined: undefined,
  'a function': () => 1,
  'a BigInt': 1n,
  'a hundred and one levels': deep(101),
}

export function valueContract(collection: () => Collection): void {
  for (const [name, value] of Object.entries(values)) {
    it(`gives back ${name}`, async () => {
      const things = collection()
      await things.insertOne({ _id: 'a', value })
      expect(await things.findOne({ _id: 'a' })).to.deep.equal({ _id: 'a', value })
    })

    it(`finds ${name} and nothing like it`, async () => {
      const things = collection()
      await things.insertMany(Object.entries(values).map(([_id, value]) => ({ _id: _id, value })))
      const found = await things.find({ value }).toArray()
      expect(found.map(({ _id }) => String(_id))).to.deep.equal([name])
    })
  }

  it('keeps the order of fields, _id first', async () => {
    const things = collection()
    await things.insertOne({ b: 1, a: 2, _id: 'x' })
    expect(Object.keys((await things.findOne()) ?? {})).to.deep.equal(['_id', 'b', 'a'])
  })

  it('makes an ObjectId where _id is missing', async () => {
    const things = collection()
    const { insertedId } = await things.insertOne({ a: 1 })
    expect(insertedId).to.be.instanceOf(ObjectId)
    expect(await things.findOne({ _id: insertedId })).to.deep.equal({ _id: insertedId, a: 1 })
  })

  for (const [name, value] of Object.entries(refused)) {
    it(`refuses ${name}`, async () => {
      const things = collection()
      await things.insertOne({ _id: 'a', list: [] })
      const attempts = [
        async () => things.insertOne({ value }),
        () => things.insertMany([{ ok: true }, { nested: [{ value }] }]),
        () => things.updateOne({}, { $set: { value } }),
        () => things.updateOne({}, { $push: { list: { value } } }),
      ]
      for (const attempt of attempts) expect((await rejection(attempt())).name).to.equal('StorageRefusal')
      expect(await all(things)).to.deep.equal([{ _id: 'a', list: [] }])
    })
  }

  it('refuses an empty array in $setOnInsert, which one engine would drop', async () => {
    const upsert = collection().updateOne({ a: 1 }, { $setOnInsert: { list: [] } }, { upsert: true })
    expect((await rejection(upsert)).name).to.equal('StorageRefusal')
  })
}
