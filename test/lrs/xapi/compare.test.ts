import { expect } from 'chai'
import fc from 'fast-check'
import { comparableText } from '../../../lrs/xapi/compare.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'
import { agent, type Json, statement } from '../../support/statement.ts'

const same = statement({ result: { duration: 'PT1.5S', response: 'a' } })
const textOf = (changes: Json) => comparableText({ ...same, ...changes } as unknown as Statement)
const uuid = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee'
const sha2 = '495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a'
const attachment = { usageType: 'a:b', display: { sv: 'x', en: 'y' }, contentType: 'text/plain', length: 1, sha2 }
const context = (changes: Json) => ({ context: changes })
const member = (...names: string[]) => ({ actor: { objectType: 'Group', member: names.map(agent) } })
const activity = { id: 'a:b', definition: { name: { sv: 'x' } } }

/** What two statements may differ in and still be the same one. */
const ignored: [what: string, one: Json, other: Json][] = [
  ['stored and authority', { stored: '2026-11-24T10:00:00Z', authority: agent('x') }, {}],
  ['version', { version: '1.0.3' }, { version: '2.0.0' }],
  ['id, which is what they were found by', { id: uuid }, { id: uuid.toUpperCase() }],
  ['a timestamp’s time zone', { timestamp: '2026-11-24T11:00:00+01:00' }, { timestamp: '2026-11-24T10:00:00.000Z' }],
  [
    'a timestamp that the LRS set',
    { timestamp: undefined },
    { timestamp: '2026-11-24T10:00:00.000Z', stored: '2026-11-24T10:00:00.000Z' },
  ],
  ['a verb’s display', { verb: { id: 'a:b', display: { sv: 'x' } } }, { verb: { id: 'a:b' } }],
  ['an activity’s definition', { object: activity }, { object: { id: 'a:b' } }],
  [
    'a context activity’s definition and array',
    context({ contextActivities: { parent: activity } }),
    context({ contextActivities: { parent: [{ id: 'a:b' }] } }),
  ],
  ['the order of members', member('a', 'b'), member('b', 'a')],
  [
    'the case of a mail domain',
    { actor: { mbox: 'mailto:a@EXAMPLE.org' } },
    { actor: { mbox: 'mailto:a@example.org' } },
  ],
  ['the case of a registration', context({ registration: uuid }), context({ registration: uuid.toUpperCase() })],
  ['the case of a language', context({ language: 'en-GB' }), context({ language: 'en-gb' })],
  [
    'the case of a reference',
    { object: { objectType: 'StatementRef', id: uuid } },
    { object: { objectType: 'StatementRef', id: uuid.toUpperCase() } },
  ],
  ['the case of a hash', { attachments: [attachment] }, { attachments: [{ ...attachment, sha2: sha2.toUpperCase() }] }],
  [
    'the order of display languages',
    { attachments: [attachment] },
    { attachments: [{ ...attachment, display: { en: 'y', sv: 'x' } }] },
  ],
  ['a duration beyond 0.01 s', { result: { duration: 'PT1.504S' } }, { result: { duration: 'PT1.5S' } }],
  [
    'the order of properties in extensions',
    context({ extensions: { 'a:b': { x: 1, y: [1, { z: 2, w: 3 }] }, 'a:c': null } }),
    context({ extensions: { 'a:c': null, 'a:b': { y: [1, { w: 3, z: 2 }], x: 1 } } }),
  ],
]

/** What makes another statement. */
const counted: [what: string, one: Json, other: Json][] = [
  ['the actor', { actor: agent('a') }, { actor: agent('b') }],
  ['the actor’s name', { actor: agent('a') }, { actor: { ...agent('a'), name: 'Anna' } }],
  [
    'an account’s name',
    { actor: { account: { homePage: 'a:b', name: 'c' } } },
    { actor: { account: { homePage: 'a:b', name: 'd' } } },
  ],
  ['the members', member('a', 'b'), member('a')],
  ['the verb', { verb: { id: 'a:b' } }, { verb: { id: 'a:c' } }],
  ['the object', { object: { id: 'a:b' } }, { object: { id: 'a:B' } }],
  [
    'what the object is',
    { object: { objectType: 'Agent', ...agent('a') } },
    { object: { objectType: 'Group', ...agent('a') } },
  ],
  ['the timestamp', { timestamp: '2026-11-24T10:00:00Z' }, { timestamp: '2026-11-24T10:00:01Z' }],
  ['whether there is a timestamp', { timestamp: '2026-11-24T10:00:00Z' }, { timestamp: undefined }],
  ['success', { result: { success: true } }, { result: { success: false } }],
  ['whether there is a result', { result: {} }, { result: undefined }],
  ['the response', { result: { response: '1' } }, { result: { response: '2' } }],
  ['the score', { result: { score: { raw: 1 } } }, { result: { score: { min: 1 } } }],
  ['a duration by a hundredth', { result: { duration: 'PT1.51S' } }, { result: { duration: 'PT1.52S' } }],
  ['how a duration is written', { result: { duration: 'PT60S' } }, { result: { duration: 'PT1M' } }],
  ['an extension', { result: { extensions: { 'a:b': 1 } } }, { result: { extensions: { 'a:b': '1' } } }],
  [
    'an empty array in an extension',
    { result: { extensions: { 'a:b': [] } } },
    { result: { extensions: { 'a:b': {} } } },
  ],
  ['null in an extension', { result: { extensions: { 'a:b': null } } }, { result: { extensions: {} } }],
  [
    'an array’s order in an extension',
    { result: { extensions: { 'a:b': [1, 2] } } },
    { result: { extensions: { 'a:b': [2, 1] } } },
  ],
  ['lone surrogates', { result: { response: '\ud800' } }, { result: { response: '\ud801' } }],
  ['the registration', context({ registration: uuid }), context({})],
  [
    'which context activity it is',
    context({ contextActivities: { parent: activity } }),
    context({ contextActivities: { other: activity } }),
  ],
  [
    'team or instructor',
    context({ team: { objectType: 'Group', ...agent('a') } }),
    context({ instructor: { objectType: 'Group', ...agent('a') } }),
  ],
  ['revision or platform', context({ revision: '1' }), context({ platform: '1' })],
  [
    'a context agent’s capacity',
    context({ contextAgents: [{ objectType: 'contextAgent', agent: agent('a') }] }),
    context({ contextAgents: [{ objectType: 'contextAgent', agent: agent('a'), relevantTypes: ['a:b'] }] }),
  ],
  ['attachments', { attachments: [attachment] }, {}],
  ['an attachment’s file', { attachments: [attachment] }, { attachments: [{ ...attachment, fileUrl: 'a:b' }] }],
]

describe('comparableText', () => {
  for (const [what, one, other] of ignored) {
    it(`ignores ${what}`, () => expect(textOf(one)).to.equal(textOf(other)))
    const inSubStatements = !['stored', 'version', 'id'].some((name) => name in one || name in other)
    if (!inSubStatements) continue
    it(`ignores ${what}, in a sub-statement too`, () => expect(textOf(inside(one))).to.equal(textOf(inside(other))))
  }

  for (const [what, one, other] of counted) {
    it(`sees ${what}`, () => {
      expect(textOf(one)).not.to.equal(textOf(other))
      expect(textOf(inside(one))).not.to.equal(textOf(inside(other)))
    })
  }

  it('does not see in which order properties were written', () => {
    const entries = Object.entries(same)
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(comparableText(Object.fromEntries(shuffled) as unknown as Statement)).to.equal(textOf({}))
      }),
    )
  })

  it('is the same text for the same extensions only', () => {
    const extension = (value: unknown) => textOf({ result: { extensions: { 'a:b': value } } })
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (one, other) => {
        expect(extension(one) === extension(other)).to.equal(sorted(one) === sorted(other))
      }),
    )
  })
})

function inside(change: Json): Json {
  return { object: { objectType: 'SubStatement', ...same, id: undefined, ...change } }
}

/** JSON with sorted keys, made the slow and simple way. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
