import { expect } from 'chai'
import { createCredential, findCredential } from '../../../lrs/accounts/credential.ts'
import { findOrCreateMunicipality } from '../../../lrs/accounts/municipality.ts'
import { startUpload } from '../../../lrs/attachments/attachment-store.ts'
import { changeDocument } from '../../../lrs/documents/document-store.ts'
import { openStorage, type Storage } from '../../../lrs/storage/connection.ts'
import { moveStorage } from '../../../lrs/storage/move.ts'
import { move } from '../../../scripts/move.ts'
import { type FerretDb, standIn, startFerretDb } from '../../support/ferretdb.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { prepared, refusalOf } from '../../support/prepared.ts'
import { type Json, statement } from '../../support/statement.ts'
import { about, answered, idsOf, voiding } from '../../support/store-under-test.ts'

describe('moveStorage', () => {
  let server: FerretDb
  const folder = temporaryFolder()
  const source = `embedded:${folder.path}/source`
  const [anna, bo, gone] = [answered('anna'), answered('bo'), answered('borta')]
  const found = { agent: 'mbox|mailto:anna@example.org', limit: 9 }
  let secret = { key: '', secret: '' }
  let expected: unknown

  before(async function () {
    server = await startFerretDb(this)
    const storage = await openStorage(source)
    await fill(storage)
    expected = await seen(storage)
    await storage.close()
  })
  after(async () => {
    await server?.stop()
    folder.remove()
  })

  async function fill({ connection, statements }: Storage): Promise<void> {
    const append = (slug: string, ...batch: Json[]) => statements.append(slug, prepared(statements.now(), ...batch))
    await append('demo', about(anna), bo, answered('åäö', { result: { response: 'Räksmörgås \u0000 \ud800' } }))
    await append('grannby', anna, statement())
    await append('demo', gone, anna, statement())
    await append('demo', voiding(gone))
    await append('demo', ...Array.from({ length: 30 }, () => statement()))
    const municipality = await findOrCreateMunicipality(connection, {
      slug: 'demo',
      homePage: 'https://lrs.example.org',
    })
    secret = await createCredential(connection, { municipality, scopes: ['all'], name: 'LMS', defaultVersion: '2.0.0' })
    const address = {
      municipality: 'demo',
      resource: 'state',
      activityId: 'https://example.org/a',
      agent: 'x',
      id: 'plats',
    } as const
    const body = Buffer.from([0, 1, 254, 255])
    await changeDocument(connection, address, () => ({ body, contentType: 'application/octet-stream' }))
    const upload = startUpload(connection, 'demo')
    await upload.write(Buffer.alloc(3_000_000, 'å'))
    await upload.publish('a'.repeat(64), 'test')
  }

  /** What can be asked of a storage, order and all. */
  async function seen({ connection, statements }: Storage) {
    const all = await statements.find('demo', { limit: 100 })
    return {
      all: all.statements,
      others: (await statements.find('grannby', { limit: 100, ascending: true })).statements,
      byKey: idsOf((await statements.find('demo', found)).statements),
      gone: await statements.get('demo', String(gone.id), { voided: true }),
      facts: (await statements.facts('demo', {}, { limit: 100 })).rows.map(({ id }) => id),
      access: await findCredential(connection, secret.key, secret.secret),
    }
  }

  it('takes everything to MongoDB and back, and nothing is different', async () => {
    const there = server.newDatabase()
    const back = `embedded:${folder.path}/back`
    const counts = await move(source, there, standIn)
    expect(counts).to.deep.equal({ statements: 39, documents: 5 })
    const mongo = await openStorage(there, standIn)
    expect(await seen(mongo)).to.deep.equal(expected)
    await mongo.close()

    expect(await move(there, back, standIn)).to.deep.equal(counts)
    const again = await openStorage(back)
    expect(await seen(again)).to.deep.equal(expected)
    expect(again.statements.now() > JSON.parse(String((expected as { all: string[] }).all[0])).stored).to.equal(true)
    await again.close()
  })

  it('takes the indexes along', async () => {
    const to = `embedded:${folder.path}/indexed`
    await move(source, to)
    const storage = await openStorage(to)
    const indexes = await storage.connection.collection('attachmentchunks').listIndexes().toArray()
    expect(indexes.map(({ name }) => name)).to.deep.equal(['_id_', 'upload_1_position_1'])
    await storage.close()
  })

  it('refuses a target that holds something, and leaves it alone', async () => {
    const to = `embedded:${folder.path}/used`
    const used = await openStorage(to)
    await findOrCreateMunicipality(used.connection, { slug: 'annan', homePage: 'https://lrs.example.org' })
    await used.close()
    expect(await refusalOf(move(source, to))).to.include({ code: 'conflict' })
    const after = await openStorage(to)
    expect(await after.archive.statements.count()).to.equal(0)
    await after.close()
  })

  for (const [what, change] of [
    ['another text', (texts: string[]) => texts.map((text) => text.replace('anna', 'anne'))],
    ['a missing statement', (texts: string[]) => texts.slice(1)],
  ] as const) {
    it(`notices ${what} in the copy`, async () => {
      const from = await openStorage(source)
      const to = await openStorage(`embedded:${folder.path}/${what.replaceAll(' ', '-')}`)
      const { statements } = to.archive
      const spoilt = {
        count: statements.count,
        read: statements.read,
        write: (batch: Parameters<typeof statements.write>[0]) => {
          const texts = change(batch.map(({ json }) => json))
          return statements.write(
            batch.slice(-texts.length).map((one, index) => ({ ...one, json: texts[index] ?? '' })),
          )
        },
      }
      const target = { connection: to.connection, archive: { ...to.archive, statements: spoilt } }
      const refusal = await refusalOf(moveStorage(from, target))
      expect(refusal).to.include({ code: 'conflict' })
      expect((refusal as Error).message).to.match(/^The copy differs from the original: /)
      await Promise.all([from.close(), to.close()])
    })
  }
})
