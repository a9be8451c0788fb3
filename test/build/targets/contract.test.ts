import { expect } from 'chai'
import { targets } from '../../../build/build-all.ts'
import { decodeText } from '../../../build/package-files.ts'
import type { TargetName } from '../../../build/targets/target.ts'
import { courseFiles, messagesOf, packageOf } from '../../support/package-under-test.ts'

const manifests: Partial<Record<TargetName, string>> = {
  scorm12: 'imsmanifest.xml',
  'scorm2004-3': 'imsmanifest.xml',
  'scorm2004-4': 'imsmanifest.xml',
  cmi5: 'cmi5.xml',
  xapi: 'tincan.xml',
  web: 'manifest.webmanifest',
}

const difficult = `Lots' år = ‹å> & "x"`
const asXml = `Lots' år = ‹å&gt; &amp; &quot;x&quot;`

/** Ids that an LMS tells two releases of the course by. */
const idsIn = (manifest: string) => [...manifest.matchAll(/\s(?:identifier|id|identifierref)="([^"]*)"/g)].map(String)

for (const target of targets.filter(({ name }) => manifests[name])) {
  const file = manifests[target.name] as string
  describe(`the target ${target.name}`, () => {
    it('describes the course without a fault', async () => {
      const { files } = await packageOf(target, { manifest: file })
      expect(await messagesOf(target, files)).to.deep.equal([])
      expect([...files.keys()]).to.include.members([...courseFiles.keys()])
    })

    it('says version and law date', async () => {
      const { manifest } = await packageOf(target, { manifest: file })
      expect(manifest).to.match(/[Vv]ersion 0\.1\.0, rättsläge november 2026/)
    })

    it('keeps a difficult title, without numeric references', async () => {
      const { files, manifest } = await packageOf(target, { manifest: file, changes: { title: difficult } })
      expect(await messagesOf(target, files)).to.deep.equal([])
      expect(manifest).to.include(file.endsWith('.xml') ? asXml : JSON.stringify(difficult))
      expect(manifest).not.to.include('&#')
    })

    it('has the same ids from release to release', async () => {
      const before = await packageOf(target, { manifest: file })
      const after = await packageOf(target, { manifest: file, changes: { version: '9.9.9', lawDate: '2031-02' } })
      expect(after.manifest).not.to.equal(before.manifest)
      expect(idsIn(after.manifest)).to.deep.equal(idsIn(before.manifest))
    })

    it('gives the same bytes each time', async () => {
      const [one, other] = await Promise.all([1, 2].map(() => packageOf(target, { manifest: file })))
      expect([...(one?.files ?? [])].map(([path, bytes]) => [path, decodeText(bytes)])).to.deep.equal(
        [...(other?.files ?? [])].map(([path, bytes]) => [path, decodeText(bytes)]),
      )
    })

    it('refuses a package without its manifest', async () => {
      const { without } = await packageOf(target, { manifest: file })
      expect((await messagesOf(target, without(file))).join()).to.match(/finns inte/)
    })
  })
}
