import { expect } from 'chai'
import type { DocumentAddress } from '../../../lrs/documents/document.ts'
import { changeDocument, deleteDocuments, findDocument, listDocuments } from '../../../lrs/documents/document-store.ts'
import { openStorage, type Storage } from '../../../lrs/storage/connection.ts'
import { fresh } from '../../support/documents.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { refusalOf } from '../../support/prepared.ts'

describe('document store', () => {
  const folder = temporaryFolder()
  let storage: Storage

  before(async () => {
    storage = await openStorage(`embedded:${folder.path}`)
  })
  after(async () => {
    await storage.close()
    folder.remove()
  })

  const addressOf = (): DocumentAddress => ({ municipality: 'demo', resource: 'state', agent: fresh(), id: 'a' })
  const text = (body: string) => ({ body: Buffer.from(body), contentType: 'text/plain' })
  const store = (address: DocumentAddress, body: string) =>
    changeDocument(storage.connection, address, () => text(body))

  it('asks again when somebody else was faster, so that nothing is lost', async () => {
    const address = addressOf()
    let asked = 0
    const increment = () =>
      changeDocument(storage.connection, address, (before) => {
        asked += 1
        return text(String(Number(before?.body ?? 0) + 1))
      })
    await Promise.all(Array.from({ length: 20 }, increment))
    expect((await findDocument(storage.connection, address))?.body.toString()).to.equal('20')
    expect(asked).to.be.above(20)
  })

  it('leaves everything as it is when the change throws', async () => {
    const address = addressOf()
    const before = await store(address, '1')
    const refusal = await refusalOf(
      changeDocument(storage.connection, address, () => {
        throw new RangeError('nej')
      }),
    )
    expect(refusal).to.be.instanceOf(RangeError)
    expect(await findDocument(storage.connection, address)).to.deep.equal(before)
  })

  it('lists what was changed after an instant, exclusive', async () => {
    const address = addressOf()
    const stored = await store(address, '1')
    const at = stored?.updated.getTime() ?? 0
    expect(await listDocuments(storage.connection, address, new Date(at - 1))).to.deep.equal({
      ids: ['a'],
      updated: new Date(at),
    })
    expect(await listDocuments(storage.connection, address, new Date(at))).to.deep.equal({ ids: [] })
  })

  it('tells contexts apart, whatever their names hold', async () => {
    const one: DocumentAddress = { municipality: 'demo', resource: 'state', activityId: 'a","b', agent: 'c', id: 'x' }
    const other: DocumentAddress = { municipality: 'demo', resource: 'state', activityId: 'a', agent: 'b","c', id: 'x' }
    await store(one, '1')
    expect(await findDocument(storage.connection, other)).to.equal(undefined)
    await deleteDocuments(storage.connection, other)
    expect((await listDocuments(storage.connection, one)).ids).to.deep.equal(['x'])
  })
})
