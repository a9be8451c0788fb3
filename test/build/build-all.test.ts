import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { unzipSync } from 'fflate'
import { buildAll } from '../../build/build-all.ts'
import { BuildError } from '../../build/build-error.ts'
import { CourseCopy, workshopFor } from '../support/fixture-course.ts'
import { temporaryFolder } from '../support/folder.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Every file below a folder by path, as a hash. */
function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  return Object.fromEntries(
    files
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, sha256(readFileSync(join(folder, path)))]),
  )
}

/** Builds the fixture course in another process, with another clock and time zone. */
function buildElsewhere(out: string, zone: string): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../support/build-fixture.ts'), out], {
    env: { ...process.env, TZ: zone },
  })
}

describe('buildAll', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let home: string
  let out: string
  beforeEach(() => {
    folder = temporaryFolder()
    home = folder.path
    out = join(home, 'dist')
  })
  afterEach(() => folder.remove())

  it('writes six zips, two of the self-test, the hosted folder, the xAPI profile, the guide and their checksums', async () => {
    const report = await buildAll({ out, workshop: workshopFor() })
    const formats = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'cmi5', 'xapi', 'web']
    const tests = ['selftest-scorm12', 'selftest-scorm2004-4']
    const zips = [...formats, ...tests].map((format) => `foretagslots-${format}.zip`)
    expect(readdirSync(out)).to.have.members(['SHA256SUMS', ...zips, 'hosted', 'profile.jsonld', 'GUIDE.html'])
    expect(report.packages.map(({ name }) => name)).to.have.members([...zips, 'hosted'])
    expect(report.warnings).to.deep.equal([])
    const { SHA256SUMS: _, ...files } = contents(out)
    const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
    expect(Object.fromEntries(sums.map((line) => line.split('  ').toReversed()))).to.deep.equal(files)
  })

  it('puts what each format adds in the zip’s root, and adds nothing to the hosted folder', async () => {
    await buildAll({ out, workshop: workshopFor() })
    const served = Object.keys(contents(join(out, 'hosted')))
    expect(served).to.include.members(['index.html', 'course.js', 'course.css', 'pictures/prov.svg'])
    const schemas2004 = readdirSync('.tools/schemas/scorm20043rdedition')
    const added: Record<string, string[]> = {
      scorm12: ['adlcp_rootv1p2.xsd', 'ims_xml.xsd', 'imscp_rootv1p1p2.xsd', 'imsmanifest.xml'],
      'scorm2004-3': [...schemas2004, 'imsmanifest.xml'],
      'scorm2004-4': [...schemas2004, 'imsmanifest.xml'],
      cmi5: ['cmi5.xml'],
      xapi: ['tincan.xml'],
      web: ['icon.svg', 'manifest.webmanifest', 'service-worker.js'],
    }
    for (const [format, names] of Object.entries(added)) {
      const zipped = Object.keys(unzipSync(readFileSync(join(out, `foretagslots-${format}.zip`))))
      expect(
        zipped.filter((path) => !served.includes(path)),
        format,
      ).to.have.members(names)
      expect(zipped).to.include.members(served)
    }
  })

  it('gives the same bytes from run to run, whatever the clock and the time zone', async () => {
    await buildAll({ out, workshop: workshopFor() })
    const there = join(home, 'there')
    buildElsewhere(there, 'Pacific/Apia')
    expect(contents(there)).to.deep.equal(contents(out))
  })

  it('builds one target and keeps the others', async () => {
    await buildAll({ out, workshop: workshopFor() })
    const before = contents(out)
    const { packages } = await buildAll({ out, only: ['hosted'], workshop: workshopFor() })
    expect(packages.map(({ target }) => target)).to.deep.equal(['hosted'])
    expect(contents(out)).to.deep.equal(before)
  })

  it('says every mistake and leaves the last good build alone', async () => {
    await buildAll({ out, workshop: workshopFor() })
    const before = contents(out)
    const copy = new CourseCopy()
      .replace('m1/quiz.yaml', 'typ: multi', 'typ: flerval')
      .replace('m1/lasa.md', 'prov.svg', 'borta.svg')
      .replace('m1/lasa.md', '(#M1-kort)', '(#M1-borta)')
    const error = await buildAll({ out, workshop: workshopFor(copy.folder) }).catch((caught: BuildError) => caught)
    copy.remove()
    expect(error).to.be.instanceOf(BuildError)
    const { issues, file, line } = error as BuildError
    expect(issues).to.have.lengthOf(3)
    expect({ file, line }).to.deep.equal({ file: copy.path('m1/lasa.md'), line: 8 })
    expect(contents(out)).to.deep.equal(before)
    expect(readdirSync(home)).to.deep.equal(['dist'])
  })

  it('leaves the last good build alone when a package turns out wrong', async () => {
    await buildAll({ out, workshop: workshopFor() })
    const before = contents(out)
    const workshop = workshopFor()
    const pictures = { 'prov.svg': () => '<svg><rect fill="var(--okand)"/></svg>' }
    const error = await buildAll({ out, workshop: { ...workshop, pictures } }).catch((caught: BuildError) => caught)
    expect((error as BuildError).message).to.match(/prov\.svg använder färger som inte finns/)
    expect(contents(out)).to.deep.equal(before)
  })
})
