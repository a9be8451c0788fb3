import { expect } from 'chai'
import {
  findMunicipality,
  findOrCreateMunicipality,
  isSlug,
  listMunicipalities,
} from '../../../lrs/accounts/municipality.ts'
import { openStorage, type Storage } from '../../../lrs/storage/connection.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { refusalOf } from '../../support/prepared.ts'

describe('municipalities', () => {
  const folder = temporaryFolder()
  let storage: Storage
  const homePage = 'https://example.org'

  before(async () => {
    storage = await openStorage(`embedded:${folder.path}`)
  })
  after(async () => {
    await storage.close()
    folder.remove()
  })

  it('are made once, and stay as they were made', async () => {
    const first = await findOrCreateMunicipality(storage.connection, {
      slug: 'demo',
      name: 'Ekköpings kommun',
      homePage,
    })
    expect(first).to.include({ slug: 'demo', name: 'Ekköpings kommun', homePage })
    const again = await findOrCreateMunicipality(storage.connection, {
      slug: 'demo',
      homePage: 'https://annan.example',
    })
    expect(again).to.deep.equal(first)
    expect(await findMunicipality(storage.connection, 'demo')).to.deep.equal(first)
  })

  it('are made once also when many ask at the same time', async () => {
    const asked = Array.from({ length: 5 }, (_, index) =>
      findOrCreateMunicipality(storage.connection, { slug: 'samtidig', name: `Nummer ${index}`, homePage }),
    )
    expect(new Set((await Promise.all(asked)).map(({ name }) => name)).size).to.equal(1)
  })

  it('are listed by slug', async () => {
    await findOrCreateMunicipality(storage.connection, { slug: 'alby', homePage })
    const slugs = (await listMunicipalities(storage.connection)).map(({ slug }) => slug)
    expect(slugs).to.deep.equal([...slugs].sort())
    expect(slugs).to.include('alby')
  })

  it('are not found by a slug that nobody has', async () => {
    expect(await findMunicipality(storage.connection, 'finns-inte')).to.equal(undefined)
  })

  it('have slugs of lower-case letters, digits and single hyphens', async () => {
    for (const slug of ['demo', 'ostra-goinge', '1', 'a'.repeat(60)]) expect(isSlug(slug), slug).to.equal(true)
    for (const slug of ['', 'Demo', 'ö', 'a--b', '-a', 'a-', 'a b', 'a'.repeat(61)]) {
      expect(isSlug(slug), slug).to.equal(false)
      expect(await refusalOf(findOrCreateMunicipality(storage.connection, { slug, homePage }))).to.be.instanceOf(
        RangeError,
      )
    }
  })
})
