import { expect } from 'chai'
import { decodeText, encodeText, type PackageFiles } from '../../../../build/package-files.ts'
import { checkManifest } from '../../../../build/targets/scorm12/check.ts'
import { scorm12 } from '../../../../build/targets/scorm12/scorm12.ts'
import { parseCourse } from '../../../../course/structure/parse.ts'
import { fixtureCourse } from '../../../support/fixture-course.ts'

const { course } = parseCourse(fixtureCourse)
const own: PackageFiles = new Map(['course.js', 'index.html', 'pictures/a.svg'].map((path) => [path, new Uint8Array()]))

const packageOf = (title = course.title): PackageFiles =>
  new Map([...own, ...scorm12.describe({ ...course, title }, own)])

const manifest = decodeText(packageOf().get('imsmanifest.xml') ?? new Uint8Array())

const messages = async (files: PackageFiles) => (await checkManifest(files)).map(({ message }) => message)

/** The package with its manifest changed in one place. */
function withManifest(from: string, to: string): PackageFiles {
  if (!manifest.includes(from)) throw new Error(`the manifest does not have ${from}`)
  return new Map([...packageOf(), ['imsmanifest.xml', encodeText(manifest.replace(from, () => to))]])
}

const without = (path: string): PackageFiles => new Map([...packageOf()].filter(([name]) => name !== path))

describe('the SCORM 1.2 manifest', () => {
  it('is clean by the schemas and by meaning', async () => {
    expect(await messages(packageOf())).to.deep.equal([])
  })

  it('lists every file of the course, once', () => {
    expect([...manifest.matchAll(/<file href="([^"]*)"/g)].map(([, href]) => href)).to.deep.equal([...own.keys()])
  })

  it('says version and law date in the title', () => {
    expect(manifest).to.include('<title>Många dörrar på prov (version 0.1.0, rättsläge november 2026)</title>')
  })

  it('asks for no mastery score', () => {
    expect(manifest).not.to.include('masteryscore')
  })

  it('keeps a difficult title, without numeric references', async () => {
    const files = packageOf(`Lots' år = ‹å> & "x"`)
    expect(await messages(files)).to.deep.equal([])
    const text = decodeText(files.get('imsmanifest.xml') ?? new Uint8Array())
    expect(text).to.include(`<title>Lots' år = ‹å&gt; &amp; &quot;x&quot;</title>`)
    expect(text).not.to.include('&#')
  })
})

describe('checkManifest', () => {
  const refused: [string, PackageFiles, RegExp][] = [
    ['a missing manifest', without('imsmanifest.xml'), /finns inte i paketets rot/],
    ['broken XML', withManifest('</resources>', ''), /mismatch/],
    ['an element the schema does not know', withManifest('<metadata>', '<metadaten/><metadata>'), /metadaten/],
    ['a byte order mark', withManifest('<?xml', '\ufeff<?xml'), /BOM/],
    ['numeric references', withManifest('Många dörrar på prov</title>', 'Lots&#x27;</title>'), /teckenreferenser/],
    ['another schema', withManifest('ADL SCORM', 'IMS Content'), /schema är ”IMS Content”/],
    ['another version', withManifest('>1.2<', '>CAM 1.3<'), /schemaversion är ”CAM 1.3”/],
    ['a version with space around', withManifest('>1.2<', '> 1.2 <'), /schemaversion/],
    ['a missing scormtype', withManifest(' adlcp:scormtype="sco"', ''), /saknar adlcp:scormtype/],
    ['scormtype in camel case', withManifest('adlcp:scormtype', 'adlcp:scormType'), /scormType/],
    [
      'another prefix for adlcp',
      new Map([...packageOf(), ['imsmanifest.xml', encodeText(manifest.replaceAll('adlcp:', 'adl:'))]]),
      /adl/,
    ],
    [
      'a mastery score',
      withManifest('</title>\n      </item>', '</title><adlcp:masteryscore>80</adlcp:masteryscore>\n      </item>'),
      /masteryscore/,
    ],
    [
      'an item that points nowhere',
      withManifest('identifierref="provkurs-resource"', 'identifierref="provkurs-borta"'),
      /identifierref pekar på ”provkurs-borta”/,
    ],
    [
      'a default that points nowhere',
      withManifest('default="provkurs-organization"', 'default="borta"'),
      /default pekar på ”borta”/,
    ],
    [
      'the same id twice',
      withManifest('identifier="provkurs-item"', 'identifier="provkurs-resource"'),
      /två gånger|already defined/,
    ],
    ['an id that is no NCName', withManifest('identifier="provkurs-item"', 'identifier="1-item"'), /NCName|xs:ID/],
    [
      'an item without a title',
      withManifest('<title>Många dörrar på prov</title>', '<title> </title>'),
      /item provkurs-item saknar title/,
    ],
    ['a listed file that is missing', without('pictures/a.svg'), /pictures\/a.svg finns inte i paketet/],
    [
      'a file that no resource lists',
      new Map([...packageOf(), ['extra.txt', new Uint8Array()]]),
      /extra.txt finns i paketet men inte/,
    ],
    [
      'a start page that is not listed',
      withManifest('href="index.html">', 'href="start.html">'),
      /href ”start.html” är inte en av dess filer/,
    ],
    ['a missing schema', without('imscp_rootv1p1p2.xsd'), /schemat imscp_rootv1p1p2.xsd finns inte/],
  ]
  for (const [what, files, says] of refused)
    it(`refuses ${what}`, async () => {
      expect(await messages(files)).to.satisfy((found: string[]) => found.some((message) => says.test(message)))
    })
})
