import { expect } from 'chai'
import type { PackageFiles } from '../../../../build/package-files.ts'
import { cmi5 } from '../../../../build/targets/cmi5/cmi5.ts'
import { messagesOf, type PackageUnderTest, packageOf } from '../../../support/package-under-test.ts'

describe('the check of cmi5', () => {
  let whole: PackageUnderTest
  before(async () => {
    whole = await packageOf(cmi5, { manifest: 'cmi5.xml' })
  })

  it('finds one AU that says outright when it is done', () => {
    expect(whole.manifest.match(/<au /g)).to.have.length(1)
    expect(whole.manifest).to.include('moveOn="Completed"')
  })

  const passing = (mastery: string) => (p: PackageUnderTest) =>
    p.changed('moveOn="Completed"', `moveOn="CompletedAndPassed" masteryScore="${mastery}"`)

  it('takes a mastery score of four decimals', async () => {
    expect(await messagesOf(cmi5, passing('0.8125')(whole))).to.deep.equal([])
  })

  const text = '<title><langstring lang="sv">a</langstring></title>'
  const described = `${text}${text.replaceAll('title', 'description')}`
  const unit = (p: PackageUnderTest) => p.manifest.slice(p.manifest.indexOf('<au '), p.manifest.indexOf('</au>') + 5)

  const objectives = `<objectives><objective id="https://a.example/o">${described}</objective></objectives>`

  it('takes blocks and objectives where cmi5 has them', async () => {
    const block = `${objectives}<block id="https://a.example/b">${described}${unit(whole)}</block>`
    expect(await messagesOf(cmi5, whole.changed(unit(whole), block))).to.deep.equal([])
  })

  const refused: [string, (whole: PackageUnderTest) => PackageFiles, RegExp][] = [
    ['broken XML', (p) => p.changed('</au>', ''), /rad \d+: .*mismatch/],
    ['a byte order mark', (p) => p.changed('<?xml', '\ufeff<?xml'), /BOM/],
    ['numeric references', (p) => p.changed('Många dörrar på prov', 'Lots&#x27;'), /teckenreferenser/],
    ['another namespace', (p) => p.changed('/v1/CourseStructure', '/v2/CourseStructure'), /namnrymden/],
    ['another root', (p) => p.changed('courseStructure', 'structure'), /rotelementet/],
    ['no AU', (p) => p.changed(unit(p), ''), /kursen har ingen AU/],
    ['an element that cmi5 does not know', (p) => p.changed('<url>', '<bana/><url>'), /elementet bana finns inte/],
    ['an element in the wrong place', (p) => p.changed('<url>', '<course/><url>'), /course får inte stå i au/],
    ['an AU without an address', (p) => p.changed('<url>index.html</url>', ''), /au saknar url/],
    [
      'parts out of order',
      (p) => p.changed('<url>index.html</url>', `<url>index.html</url>${objectives}`),
      /au har sina delar i fel ordning/,
    ],
    ['two addresses', (p) => p.changed('<url>', '<url>index.html</url><url>'), /au har flera url/],
    ['an address that is not in the package', (p) => p.changed('<url>index', '<url>start'), /url är ”start.html”/],
    ['an address elsewhere', (p) => p.changed('<url>', '<url>https://a.example/'), /url är ”https:/],
    ['an id that is not absolute', (p) => p.changed('id="https://', 'id="'), /ingen absolut IRI/],
    ['the same id twice', (p) => p.changed('/course/au"', '/course"'), /står två gånger/],
    ['no moveOn', (p) => p.changed(' moveOn="Completed"', ''), /moveOn är ””/],
    ['an unknown moveOn', (p) => p.changed('"Completed"', '"completed"'), /moveOn är ”completed”/],
    ['a moveOn satisfied at enrolment', (p) => p.changed('"Completed"', '"NotApplicable"'), /redan vid anmälan/],
    ['Passed without a mastery score', (p) => p.changed('"Completed"', '"CompletedAndPassed"'), /masteryScore saknas/],
    ['a mastery score above one', passing('80'), /masteryScore är ”80”/],
    ['a mastery score of five decimals', passing('0.81251'), /masteryScore är ”0.81251”/],
    ['an unknown launch method', (p) => p.changed('AnyWindow', 'Popup'), /launchMethod är ”Popup”/],
    ['an unknown attribute', (p) => p.changed('<au ', '<au lang="sv" '), /au får inte ha attributet lang/],
    ['a text without its language', (p) => p.changed(' lang="sv"', ''), /langstring saknar lang/],
    ['an empty text', (p) => p.changed('Många dörrar på prov</langstring>', ' </langstring>'), /langstring är tomt/],
  ]
  for (const [what, broken, says] of refused)
    it(`refuses ${what}`, async () => {
      expect((await messagesOf(cmi5, broken(whole))).join('\n')).to.match(says)
    })
})
