import { expect } from 'chai'
import type { PackageFiles } from '../../../../build/package-files.ts'
import { scorm2004Fourth, scorm2004Third } from '../../../../build/targets/scorm2004/scorm2004.ts'
import { messagesOf, type PackageUnderTest, packageOf } from '../../../support/package-under-test.ts'

const controls = '<imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>'

for (const [target, edition, other] of [
  [scorm2004Third, '2004 3rd Edition', '2004 4th Edition'],
  [scorm2004Fourth, '2004 4th Edition', '2004 3rd Edition'],
] as const) {
  describe(`the check of ${target.name}`, () => {
    let whole: PackageUnderTest
    before(async () => {
      whole = await packageOf(target, { manifest: 'imsmanifest.xml' })
    })

    it('finds the edition in the manifest, and both delivery controls', () => {
      expect(whole.manifest).to.include(`<schemaversion>${edition}</schemaversion>`).and.to.include(controls)
    })

    const refused: [string, (whole: PackageUnderTest) => PackageFiles, RegExp][] = [
      ['broken XML', (p) => p.changed('</resources>', ''), /mismatch/],
      ['an element the schema does not know', (p) => p.changed('<metadata>', '<metadaten/><metadata>'), /metadaten/],
      ['a byte order mark', (p) => p.changed('<?xml', '\ufeff<?xml'), /BOM/],
      ['numeric references', (p) => p.changed('på prov</title>', 'på prov&#x27;</title>'), /teckenreferenser/],
      ['another schema', (p) => p.changed('ADL SCORM', 'IMS Content'), /schema är ”IMS Content”/],
      ['the other edition', (p) => p.changed(edition, other), /schemaversion är/],
      ['an edition with space around', (p) => p.changed(`>${edition}<`, `> ${edition} <`), /schemaversion är/],
      ['a missing scormType', (p) => p.changed(' adlcp:scormType="sco"', ''), /scormType/],
      ['scormtype in lowercase', (p) => p.changed('adlcp:scormType', 'adlcp:scormtype'), /saknar adlcp:scormType/],
      ['another prefix for adlcp', (p) => p.changed('adlcp', 'adl'), /adlcp:scormType/],
      ['another prefix for imsss', (p) => p.changed('imsss:', 'ss:'), /ss:|imsss/],
      ['no delivery controls', (p) => p.changed(controls, ''), /saknar completionSetByContent/],
      [
        'completion left to the LMS',
        (p) => p.changed(' completionSetByContent="true"', ''),
        /saknar completionSetByContent="true"/,
      ],
      [
        'success left to the LMS',
        (p) => p.changed('objectiveSetByContent="true"', 'objectiveSetByContent="false"'),
        /saknar objectiveSetByContent="true"/,
      ],
      [
        'an item that points nowhere',
        (p) => p.changed('identifierref="provkurs-resource"', 'identifierref="provkurs-borta"'),
        /identifierref pekar på ”provkurs-borta”/,
      ],
      [
        'a default that points nowhere',
        (p) => p.changed('default="provkurs-organization"', 'default="borta"'),
        /default pekar på ”borta”/,
      ],
      [
        'the same id twice',
        (p) => p.changed('identifier="provkurs-item"', 'identifier="provkurs-resource"'),
        /två gånger|already defined/,
      ],
      [
        'an id that is no NCName',
        (p) => p.changed('identifier="provkurs-item"', 'identifier="1-item"'),
        /NCName|xs:ID/,
      ],
      ['a missing title', (p) => p.changed('<title>Många dörrar på prov</title>', '<title> </title>'), /saknar title/],
      ['a listed file that is missing', (p) => p.without('pictures/a.svg'), /pictures\/a.svg finns inte i paketet/],
      ['a file that no resource lists', (p) => p.with('extra.txt'), /extra.txt finns i paketet men inte/],
      [
        'a start page that is not listed',
        (p) => p.changed('href="index.html">', 'href="start.html">'),
        /href ”start.html” är inte en av dess filer/,
      ],
      ['a missing schema', (p) => p.without('imsss_v1p0rollup.xsd'), /schemat imsss_v1p0rollup.xsd finns inte/],
      ['a missing document type', (p) => p.without('datatypes.dtd'), /schemat datatypes.dtd finns inte/],
    ]
    for (const [what, broken, says] of refused)
      it(`refuses ${what}`, async () => {
        expect(await messagesOf(target, broken(whole))).to.satisfy((found: string[]) =>
          found.some((message) => says.test(message)),
        )
      })
  })
}

it('refuses a completion threshold, which the fourth edition knows', async () => {
  const whole = await packageOf(scorm2004Fourth, { manifest: 'imsmanifest.xml' })
  const item = '<imsss:sequencing>\n          <imsss:delivery'
  const files = whole.changed(item, `<adlcp:completionThreshold completedByMeasure="true"/>${item}`)
  expect((await messagesOf(scorm2004Fourth, files)).join()).to.match(/completionThreshold/)
})
