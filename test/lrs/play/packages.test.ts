import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { strToU8, zipSync } from 'fflate'
import { listPackages, readPackage } from '../../../lrs/play/packages.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

const zip = (text: string) => zipSync({ 'index.html': strToU8(text), 'pictures/a.svg': strToU8('<svg/>') })

describe('Provspela', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let dist: string
  let server: TestServer

  before(async () => {
    folder = temporaryFolder()
    dist = join(folder.path, 'dist')
    mkdirSync(dist)
    for (const name of ['scorm12', 'scorm2004-4', 'selftest-scorm12', 'vik-scorm2004-3', 'cmi5', 'web'])
      writeFileSync(join(dist, `foretagslots-${name}.zip`), zip(name))
    writeFileSync(join(dist, 'annat-scorm12.zip'), zip('annat'))
    writeFileSync(join(folder.path, 'foretagslots-scorm12.zip'), zip('outside'))
    server = await startTestServer({ packages: dist })
  })
  after(async () => {
    await server?.stop()
    folder?.remove()
  })

  const get = (path: string) => fetch(`${server.url}/provspela${path}`)

  it('lists the SCORM zips of the folder, with their standard', async () => {
    expect((await listPackages(dist)).map(({ name, standard }) => `${name} ${standard}`)).to.deep.equal([
      'foretagslots-scorm12.zip SCORM 1.2',
      'foretagslots-scorm2004-4.zip SCORM 2004',
      'foretagslots-selftest-scorm12.zip SCORM 1.2',
      'foretagslots-vik-scorm2004-3.zip SCORM 2004',
    ])
  })

  it('reads what it lists and nothing else', async () => {
    expect(await readPackage(dist, 'foretagslots-scorm12.zip')).to.have.keys('index.html', 'pictures/a.svg')
    for (const name of ['foretagslots-cmi5.zip', 'annat-scorm12.zip', '../foretagslots-scorm12.zip', 'SHA256SUMS', ''])
      expect(await readPackage(dist, name), name).to.equal(undefined)
  })

  it('reads a package again when it was built again', async () => {
    const name = 'foretagslots-selftest-scorm12.zip'
    await readPackage(dist, name)
    writeFileSync(join(dist, name), zip('new'))
    const files = await readPackage(dist, name)
    expect(new TextDecoder().decode(files?.['index.html'])).to.equal('new')
  })

  it('serves a package’s files with a strict policy, framed by its own page only', async () => {
    const res = await get('/foretagslots-scorm12.zip/paket/index.html')
    expect(await res.text()).to.equal('scorm12')
    expect(res.headers.get('content-type')).to.match(/^text\/html/)
    expect(res.headers.get('content-security-policy')).to.match(/default-src 'none'.*frame-ancestors 'self'/)
    expect(res.headers.get('content-security-policy')).not.to.include('unsafe')
    const picture = await get('/foretagslots-scorm12.zip/paket/pictures/a.svg')
    expect(picture.headers.get('content-security-policy')).to.include('sandbox')
  })

  const nowhere = [
    '/foretagslots-scorm12.zip/paket/borta.html',
    '/foretagslots-scorm12.zip/paket/__proto__',
    '/foretagslots-scorm12.zip/paket/..%2F..%2Fforetagslots-scorm12.zip',
    '/..%2Fforetagslots-scorm12.zip/paket/index.html',
    '/annat-scorm12.zip/paket/index.html',
    '/annat-scorm12.zip',
    '/foretagslots-cmi5.zip',
  ]
  for (const path of nowhere) it(`has nothing at ${path}`, async () => expect((await get(path)).status).to.equal(404))

  it('names every package on its page, with scripts of this server’s only', async () => {
    const res = await get('')
    const html = await res.text()
    expect(html.match(/href="\/provspela\/foretagslots-/g)).to.have.lengthOf(4)
    expect(res.headers.get('content-security-policy')).to.include("script-src 'self'").and.not.to.include('unsafe')
  })

  it('says what to do where there are no packages', async () => {
    const empty = await startTestServer({ packages: join(folder.path, 'borta') })
    const html = await (await fetch(`${empty.url}/provspela`)).text()
    await empty.stop()
    expect(html).to.include('Här finns inga paket än').and.to.include('npm run build')
  })
})
