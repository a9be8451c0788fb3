import { expect } from 'chai'
import mongoose from 'mongoose'
import { LrsError } from '../../../lrs/errors.ts'
import { openStorage } from '../../../lrs/storage/connection.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { rejection } from './contract/engine.ts'

const schema = new mongoose.Schema({ _id: String, name: String })

describe('openStorage', () => {
  let folder: ReturnType<typeof temporaryFolder>

  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => folder.remove())

  it('opens models and statements in one folder, and opens them again', async () => {
    const url = `embedded:${folder.path}/made/on/the/way`
    const storage = await openStorage(url)
    await storage.connection.model('Person', schema).create({ _id: 'a', name: 'Ada' })
    expect(storage.statements.consistentThrough()).to.match(/^\d{4}-/)
    await storage.close()

    const again = await openStorage(url)
    expect(await again.connection.model('Person', schema).findById('a').lean()).to.deep.include({ name: 'Ada' })
    await again.close()
  })

  it('keeps two storages of one process apart, with the same schema', async () => {
    const [one, other] = await Promise.all(
      ['one', 'other'].map((name) => openStorage(`embedded:${folder.path}/${name}`)),
    )
    await one?.connection.model('Person', schema).create({ _id: 'a', name: 'Ada' })
    expect(await other?.connection.model('Person', schema).countDocuments()).to.equal(0)
    await Promise.all([one?.close(), other?.close()])
  })

  it('lets one server in, and a script beside it', async () => {
    const url = `embedded:${folder.path}`
    const server = await openStorage(url)
    const refusal = await rejection(openStorage(url))
    expect(refusal).to.be.instanceOf(LrsError).with.property('message').that.contains(folder.path)

    const script = await openStorage(url, { beside: true })
    await script.connection.model('Person', schema).create({ _id: 'a', name: 'Ada' })
    await script.close()
    expect(await server.connection.model('Person', schema).countDocuments({ name: 'Ada' })).to.equal(1)
    await server.close()
  })

  for (const url of ['embedded:', 'postgres://x', '']) {
    it(`refuses ${url || 'nothing'} and says what it takes`, async () => {
      const refusal = await rejection(openStorage(url))
      expect(refusal).to.be.instanceOf(LrsError).with.property('code', 'invalid')
      expect(refusal.message).to.match(/DATABASE_URL.*embedded:<folder>.*mongodb:\/\//)
    })
  }
})
