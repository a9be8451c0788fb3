import { expect } from 'chai'
import {
  createCredential,
  findCredential,
  keepCredential,
  type NewCredential,
  rememberedFor,
  revokeCredential,
  rotateCredential,
} from '../../../lrs/accounts/credential.ts'
import { findOrCreateMunicipality, type Municipality } from '../../../lrs/accounts/municipality.ts'
import { openStorage, type Storage } from '../../../lrs/storage/connection.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { refusalOf } from '../../support/prepared.ts'

describe('credentials', () => {
  const folder = temporaryFolder()
  let storage: Storage
  let demo: Municipality
  let grannby: Municipality

  before(async () => {
    storage = await openStorage(`embedded:${folder.path}`)
    const homePage = 'https://example.org'
    demo = await findOrCreateMunicipality(storage.connection, { slug: 'demo', name: 'Ekköpings kommun', homePage })
    grannby = await findOrCreateMunicipality(storage.connection, { slug: 'grannby', homePage })
  })
  after(async () => {
    await storage.close()
    folder.remove()
  })

  const create = (changes: Partial<NewCredential> = {}) =>
    createCredential(storage.connection, {
      municipality: demo,
      scopes: ['state'],
      name: 'LMS',
      defaultVersion: '1.0.3',
      ...changes,
    })
  const find = (key: string, secret: string) => findCredential(storage.connection, key, secret)

  it('open what they were made for', async () => {
    const { key, secret } = await create()
    expect(await find(key, secret)).to.deep.equal({
      municipality: 'demo',
      scopes: ['state'],
      authority: { objectType: 'Agent', account: { homePage: 'https://example.org', name: key } },
      defaultVersion: '1.0.3',
    })
  })

  it('have a secret of 256 bits, of which only the hash is stored', async () => {
    const made = [await create(), await create()]
    for (const { secret } of made) expect(Buffer.from(secret, 'base64url')).to.have.length(32)
    expect(new Set(made.flatMap(({ key, secret }) => [key, secret])).size).to.equal(4)
    const rows = await storage.connection.collection('credentials').find({}).toArray()
    for (const { secret } of made) expect(JSON.stringify(rows)).not.to.include(secret)
  })

  it('open nothing with a wrong key or secret', async () => {
    const { key, secret } = await create()
    for (const wrong of ['', 'x', `${secret}x`, secret.toLowerCase(), secret.slice(1)]) {
      expect(await find(key, wrong), wrong).to.equal(undefined)
    }
    for (const wrong of ['', 'x', `${key} `, '{"$ne":null}'])
      expect(await find(wrong, secret), wrong).to.equal(undefined)
  })

  it('open nothing after they have expired', async () => {
    const { key, secret } = await create({ expires: new Date(Date.now() - 1) })
    expect(await find(key, secret)).to.equal(undefined)
    const later = await create({ expires: new Date(Date.now() + 60_000) })
    expect(await find(later.key, later.secret)).to.include({ municipality: 'demo' })
  })

  it('open nothing once they are revoked, within seconds also when another process does it', async () => {
    const { key, secret } = await create()
    expect(await find(key, secret)).not.to.equal(undefined)
    const beside = await openStorage(`embedded:${folder.path}`, { beside: true })
    expect(await revokeCredential(beside.connection, key)).to.equal(true)
    await beside.close()
    expect(rememberedFor).to.be.at.most(2000)
    const own = await create()
    expect(await find(own.key, own.secret)).not.to.equal(undefined)
    expect(await revokeCredential(storage.connection, own.key)).to.equal(true)
    expect(await find(own.key, own.secret)).to.equal(undefined)
    expect(await revokeCredential(storage.connection, own.key)).to.equal(false)
  })

  it('get a new secret by rotation, beside which the old one works for a while', async () => {
    const { key, secret: first } = await create()
    const rotate = (overlap: number) => rotateCredential(storage.connection, key, { overlap })
    const second = (await rotate(60_000))?.secret ?? ''
    for (const secret of [first, second]) expect(await find(key, secret)).to.include({ municipality: 'demo' })
    const third = (await rotate(60_000))?.secret ?? ''
    expect(await find(key, first)).to.equal(undefined)
    for (const secret of [second, third]) expect(await find(key, secret)).to.include({ municipality: 'demo' })
    const fourth = (await rotate(0))?.secret ?? ''
    for (const secret of [second, third]) expect(await find(key, secret)).to.equal(undefined)
    expect(await find(key, fourth)).to.include({ municipality: 'demo' })
    expect(await rotateCredential(storage.connection, 'ingen', { overlap: 0 })).to.equal(undefined)
  })

  it('can expire at another time after a rotation', async () => {
    const { key } = await create({ expires: new Date(Date.now() - 1) })
    const given = { overlap: 0, expires: new Date(Date.now() + 60_000) }
    const { secret = '' } = (await rotateCredential(storage.connection, key, given)) ?? {}
    expect(await find(key, secret)).to.include({ municipality: 'demo' })
  })

  it('say which activities may be written about', async () => {
    const { key, secret } = await create({ activityPrefix: 'https://example.org/kurs/' })
    expect(await find(key, secret)).to.include({ activityPrefix: 'https://example.org/kurs/' })
  })

  it('that the operator chose are made, kept and brought up to date', async () => {
    const chosen = { municipality: demo, scopes: ['all'], name: 'XAPI_KEY', defaultVersion: '2.0.0' } as const
    const keep = (secret: string, municipality = demo) =>
      keepCredential(storage.connection, { ...chosen, scopes: ['all'], key: 'vald', secret, municipality })
    await keep('hemlighet-ett')
    await keep('hemlighet-ett')
    expect(await find('vald', 'hemlighet-ett')).to.deep.include({ scopes: ['all'], defaultVersion: '2.0.0' })
    await keep('hemlighet-två')
    expect(await find('vald', 'hemlighet-ett')).to.equal(undefined)
    expect(await find('vald', 'hemlighet-två')).to.include({ municipality: 'demo' })
    expect(await refusalOf(keep('hemlighet-två', grannby))).to.include({ code: 'conflict' })
  })
})
