import { expect } from 'chai'
import { decodeText, encodeText, type PackageFiles } from '../../../../build/package-files.ts'
import { web } from '../../../../build/targets/web/web.ts'
import {
  course,
  courseFiles,
  messagesOf,
  type PackageUnderTest,
  packageOf,
} from '../../../support/package-under-test.ts'

describe('the check of web', () => {
  let whole: PackageUnderTest
  before(async () => {
    whole = await packageOf(web, { manifest: 'manifest.webmanifest' })
  })

  const worker = (files: PackageFiles) => decodeText(files.get('service-worker.js') ?? new Uint8Array())
  const keeping = (change: (files: string[]) => string[]) => {
    const [line = '', ...code] = worker(whole.files).split('\n')
    const kept = JSON.parse(line.slice('self.kept='.length))
    const changed = { ...kept, files: change(kept.files) }
    return whole.with('service-worker.js', [`self.kept=${JSON.stringify(changed)}`, ...code].join('\n'))
  }

  it('keeps every file but the worker itself', () => {
    const kept = JSON.parse(worker(whole.files).split('\n')[0]?.slice('self.kept='.length) ?? '')
    expect(kept.files).to.have.members([...courseFiles.keys(), 'manifest.webmanifest', 'icon.svg'])
  })

  it('is another worker as soon as one byte of the course is another', async () => {
    const files = new Map([...courseFiles, ['course.js', encodeText('1')]])
    expect(worker(await web.describe(course, files))).not.to.equal(worker(whole.files))
  })

  const refused: [string, (whole: PackageUnderTest) => PackageFiles, RegExp][] = [
    ['what is no JSON', (p) => p.with('manifest.webmanifest', '{'), /inte JSON/],
    ['a missing name', (p) => p.changed('"short_name"', '"shortname"'), /saknar name/],
    ['a missing language', (p) => p.changed('"lang"', '"language"'), /saknar lang/],
    ['a start page that is not there', (p) => p.changed('"index.html"', '"start.html"'), /start_url är ”start.html”/],
    ['a course in a browser’s tab', (p) => p.changed('standalone', 'browser'), /display är ”browser”/],
    ['a small icon', (p) => p.changed('"any"', '"96x96"'), /minst 144/],
    ['an icon that is not there', (p) => p.without('icon.svg'), /ikonen icon.svg finns inte/],
    ['no worker', (p) => p.without('service-worker.js'), /säger inte vilka filer/],
    ['a file that is not kept', () => keeping((files) => files.slice(1)), /sparar inte course.js/],
    ['a kept file that is not there', () => keeping((files) => [...files, 'borta.js']), /sparar borta.js/],
    ['a document without the manifest', (p) => p.with('index.html', '<!doctype html>'), /ingen länk till/],
  ]
  for (const [what, broken, says] of refused)
    it(`refuses ${what}`, async () => {
      expect((await messagesOf(web, broken(whole))).join('\n')).to.match(says)
    })
})
