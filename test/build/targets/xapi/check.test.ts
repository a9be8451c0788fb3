import { expect } from 'chai'
import type { PackageFiles } from '../../../../build/package-files.ts'
import { xapi } from '../../../../build/targets/xapi/xapi.ts'
import { activities } from '../../../../course/vocabulary.ts'
import { messagesOf, type PackageUnderTest, packageOf } from '../../../support/package-under-test.ts'

describe('the check of xapi', () => {
  let whole: PackageUnderTest
  before(async () => {
    whole = await packageOf(xapi, { manifest: 'tincan.xml' })
  })

  it('finds the course, which is launched, and its written modules', () => {
    const ids = [...whole.manifest.matchAll(/<activity id="([^"]*)"/g)].map(([, id]) => id)
    expect(ids).to.deep.equal([activities.course, activities.module('M1')])
    expect(whole.manifest.match(/<launch lang="sv">index.html</g)).to.have.length(1)
  })

  const refused: [string, (whole: PackageUnderTest) => PackageFiles, RegExp][] = [
    ['broken XML', (p) => p.changed('</activities>', ''), /rad \d+: .*mismatch/],
    ['a byte order mark', (p) => p.changed('<?xml', '\ufeff<?xml'), /BOM/],
    ['numeric references', (p) => p.changed('Många dörrar på prov', 'Lots&#x27;'), /teckenreferenser/],
    ['another namespace', (p) => p.changed('projecttincan.com', 'tincan.example'), /namnrymden/],
    ['a second tincan.xml', (p) => p.with('mapp/tincan.xml'), /också som mapp\/tincan.xml/],
    [
      'a list in a list',
      (p) => p.changed('</name>', '</name><activity id="https://a.example/b"/>'),
      /står inte direkt/,
    ],
    ['two lists', (p) => p.changed('</tincan>', '<activities/></tincan>'), /ett enda activities/],
    ['an empty list', (p) => p.with('tincan.xml', empty), /ingen activity/],
    ['something else in the list', (p) => p.changed('<activities>', '<activities><course/>'), /course hör inte hemma/],
    ['an id that is not absolute', (p) => p.changed('id="https://', 'id="'), /ingen absolut IRI/],
    ['the same id twice', (p) => p.changed('/module/M1"', '/course"'), /står två gånger/],
    ['an activity without a type', (p) => p.changed(' type="', ' typ="'), /saknar type/],
    ['a missing name', (p) => p.changed('name', 'namn'), /saknar name/],
    ['a missing description', (p) => p.changed('description', 'text'), /saknar description/],
    ['a language not said', (p) => p.changed('<launch lang="sv">', '<launch>'), /launch i activity .* saknar lang/],
    ['no launch', (p) => p.changed('<launch lang="sv">index.html</launch>', ''), /0 launch finns/],
    [
      'two launches',
      (p) => p.changed('</description>', '</description><launch lang="sv">index.html</launch>'),
      /3 launch/,
    ],
    ['a launch of what is not there', (p) => p.changed('index.html', 'start.html'), /launch är ”start.html”/],
  ]
  for (const [what, broken, says] of refused)
    it(`refuses ${what}`, async () => {
      expect((await messagesOf(xapi, broken(whole))).join('\n')).to.match(says)
    })
})

const empty = '<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities></activities></tincan>'
