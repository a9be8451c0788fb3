import { expect } from 'chai'
import mongoose from 'mongoose'
import { rejection } from './engine.ts'

const { Schema } = mongoose

function personSchema() {
  const schema = new Schema(
    {
      municipality: { type: String, required: true },
      pseudonym: { type: String, required: true },
      scopes: { type: [String], default: undefined },
      secret: Buffer,
      address: { street: String, number: Number },
      visits: { type: [{ at: Date, page: String }], default: undefined },
      seen: Date,
      tries: { type: Number, default: 0 },
      extra: Schema.Types.Mixed,
    },
    { timestamps: true, minimize: false },
  )
  schema.index({ municipality: 1, pseudonym: 1 }, { unique: true })
  return schema
}

export function modelContract(connection: () => mongoose.Connection): void {
  let Person: ReturnType<typeof model>
  let made = 0
  const model = () => connection().model(`Person${++made}`, personSchema())

  beforeEach(async () => {
    Person = model()
    await Person.init()
  })

  it('saves, finds, changes and saves again', async () => {
    const seen = new Date('2026-11-24T10:00:00Z')
    const person = await Person.create({
      municipality: 'demo',
      pseudonym: 'Lots 7K4',
      scopes: ['all'],
      secret: Buffer.from([1, 2, 255]),
      address: { street: 'Storgatan' },
      visits: [{ at: seen, page: 'M1-start' }],
      seen,
      extra: { free: {}, text: '', list: [] },
    })
    person.scopes?.push('state')
    person.set('address.number', 4)
    person.set('visits.0.page', 'M1-quiz')
    await person.save()

    const found = await Person.findById(person._id)
    expect(found?.toObject()).to.deep.equal(person.toObject())
    expect(found?.secret?.equals(Buffer.from([1, 2, 255]))).to.equal(true)
    expect(found?.scopes).to.have.ordered.members(['all', 'state'])
    expect(found?.visits?.[0]?.page).to.equal('M1-quiz')
    expect(found?.extra).to.deep.equal({ free: {}, text: '', list: [] })
    expect(found?.createdAt).to.be.instanceOf(Date)
  })

  it('casts what it is asked for', async () => {
    const { _id } = await Person.create({ municipality: 'demo', pseudonym: 'a', tries: 3 })
    expect(await Person.exists({ _id: String(_id), tries: '3' as never })).to.deep.equal({ _id })
  })

  it('gives lean objects', async () => {
    await Person.create({ municipality: 'demo', pseudonym: 'a' })
    const lean = await Person.findOne({ municipality: 'demo' }).select('pseudonym tries -_id').lean()
    expect(lean).to.deep.equal({ pseudonym: 'a', tries: 0 })
  })

  it('refuses a duplicate', async () => {
    await Person.create({ municipality: 'demo', pseudonym: 'a' })
    await Person.create({ municipality: 'other', pseudonym: 'a' })
    const error = await rejection(Person.create({ municipality: 'demo', pseudonym: 'a' }))
    expect(error.code).to.equal(11000)
  })

  it('upserts with defaults and timestamps', async () => {
    const upsert = () =>
      Person.findOneAndUpdate(
        { municipality: 'demo', pseudonym: 'a' },
        { $inc: { 'address.number': 1 } },
        { upsert: true, returnDocument: 'after' },
      )
    const first = await upsert()
    const second = await upsert()
    expect(second?.id).to.equal(first?.id)
    expect(second?.address?.number).to.equal(2)
    expect(second?.tries).to.equal(0)
    expect(second?.createdAt).to.deep.equal(first?.createdAt)
  })

  it('sorts, skips, limits and counts', async () => {
    await Person.insertMany(['c', 'a', 'b', 'd'].map((pseudonym) => ({ municipality: 'demo', pseudonym })))
    const found = await Person.find().sort({ pseudonym: -1 }).skip(1).limit(2)
    expect(found.map(({ pseudonym }) => pseudonym)).to.deep.equal(['c', 'b'])
    expect(await Person.countDocuments({ pseudonym: { $gt: 'b' } })).to.equal(2)
  })

  it('walks with a cursor', async () => {
    await Person.insertMany(['a', 'b'].map((pseudonym) => ({ municipality: 'demo', pseudonym })))
    const walked: string[] = []
    for await (const { pseudonym } of Person.find().sort('pseudonym').cursor()) walked.push(pseudonym)
    expect(walked).to.deep.equal(['a', 'b'])
  })

  it('deletes a document and many', async () => {
    const [first] = await Person.create([
      { municipality: 'demo', pseudonym: 'a' },
      { municipality: 'demo', pseudonym: 'b' },
      { municipality: 'demo', pseudonym: 'c' },
    ])
    await first?.deleteOne()
    await Person.findOneAndDelete({ pseudonym: 'b' })
    expect((await Person.deleteMany({ municipality: 'demo' })).deletedCount).to.equal(1)
  })

  it('writes in bulk', async () => {
    const result = await Person.bulkWrite([
      { insertOne: { document: { municipality: 'demo', pseudonym: 'a' } as never } },
      { updateOne: { filter: { pseudonym: 'a' }, update: { $set: { tries: 4 } } as never } },
    ])
    expect([result.insertedCount, result.modifiedCount]).to.deep.equal([1, 1])
    expect((await Person.findOne({ pseudonym: 'a' }))?.tries).to.equal(4)
  })

  it('says what of a batch was stored when one is a duplicate', async () => {
    const people = ['a', 'b', 'a', 'c'].map((pseudonym) => ({ municipality: 'demo', pseudonym }))
    const error = await rejection(Person.insertMany(people, { ordered: false }))
    expect(error.code).to.equal(11000)
    const inserted = error.insertedDocs as { pseudonym: string }[]
    expect(inserted.map(({ pseudonym }) => pseudonym)).to.deep.equal(['a', 'b', 'c'])
  })

  it('notices that somebody else has changed an array', async () => {
    const { _id } = await Person.create({
      municipality: 'demo',
      pseudonym: 'a',
      visits: [{ page: '1' }, { page: '2' }],
    })
    const one = await Person.findById(_id)
    const other = await Person.findById(_id)
    one?.set('visits', [])
    other?.set('visits.1.page', '3')
    await one?.save()
    expect((await rejection(Promise.resolve(other?.save()))).name).to.equal('VersionError')
  })

  it('leaves the counting of unset fields to null and exists', async () => {
    await Person.create({ municipality: 'demo', pseudonym: 'a', seen: new Date(1) })
    await Person.create({ municipality: 'demo', pseudonym: 'b' })
    await Person.updateOne({ pseudonym: 'a' }, { $unset: { seen: 1 } })
    expect(await Person.countDocuments({ seen: null })).to.equal(2)
    expect(await Person.countDocuments({ seen: { $exists: true } })).to.equal(0)
  })
}
