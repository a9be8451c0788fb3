import { expect } from 'chai'
import fc from 'fast-check'
import { activities, cmi5, extensions, verbs } from '../../../course/vocabulary.ts'
import { columns } from '../../../lrs/analysis/columns.ts'
import { analysedEvent } from '../../../lrs/analysis/event.ts'
import { eventList } from '../../../lrs/analysis/event-list.ts'
import { extractFacts } from '../../../lrs/statements/extract-facts.ts'
import { validateStatement } from '../../../lrs/xapi/statement.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'

const directory = { nameOf: () => 'Lots 7K4', keyOf: () => undefined, actors: [] }

const languageMap = fc.dictionary(
  fc.constantFrom('sv', 'sv-SE', 'en'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  { noNullPrototype: true },
)
const components = fc.uniqueArray(
  fc.record(
    { id: fc.constantFrom('a', 'b', 'c', '1'), description: languageMap },
    { requiredKeys: ['id'], noNullPrototype: true },
  ),
  { selector: ({ id }) => id, maxLength: 3 },
)

const interactions = [
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
]

const activity = fc.record(
  {
    id: fc.constantFrom(
      'urn:x',
      'https://example.org/%E0%A4',
      activities.module('M1'),
      activities.module('x'),
      activities.course,
    ),
    definition: fc.record(
      { name: languageMap, description: languageMap, type: fc.constantFrom('https://example.org/t', 'urn:t') },
      { requiredKeys: [], noNullPrototype: true },
    ),
  },
  { requiredKeys: ['id'], noNullPrototype: true },
)

const lists: Record<string, string[]> = {
  choice: ['choices'],
  sequencing: ['choices'],
  likert: ['scale'],
  matching: ['source', 'target'],
  performance: ['steps'],
}

const interaction = fc
  .record({ interactionType: fc.constantFrom(...interactions), components, name: languageMap })
  .map((made) => ({
    id: 'https://example.org/q',
    definition: {
      name: made.name,
      interactionType: made.interactionType,
      correctResponsesPattern: ['a'],
      ...Object.fromEntries((lists[made.interactionType] ?? []).map((list) => [list, made.components])),
    },
  }))

const object = fc.oneof(
  activity,
  interaction,
  fc.constant({ objectType: 'StatementRef', id: '0e3b7a52-6d0f-4c53-9a3e-5c1d2f7b8a90' }),
  fc.constant({ objectType: 'Group', member: [{ mbox: 'mailto:a@example.org' }] }),
)

const actor = { mbox: 'mailto:a@example.org' }
const verb = fc.record(
  {
    id: fc.constantFrom(...Object.values(verbs).filter((id) => id !== verbs.voided), 'urn:verb'),
    display: languageMap,
  },
  { requiredKeys: ['id'], noNullPrototype: true },
)

const anyStatement = fc.record({
  verb,
  object: fc.oneof(
    object,
    fc.record({ verb, object }).map((inner) => ({ objectType: 'SubStatement', actor, ...inner })),
  ),
  result: fc.record(
    {
      response: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'a[,]b', 'a[.]1[,]b', 'true', '{lang=sv}x', '[,]'),
      ),
      success: fc.boolean(),
      completion: fc.boolean(),
      duration: fc.constantFrom('P1Y', 'P4W', 'PT0S', 'PT1H1M1.5S', 'PT99999H'),
      score: fc.constantFrom({ scaled: -1 }, { raw: 3 }, {}),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
  context: fc.record(
    {
      contextActivities: fc.constantFrom({}, { parent: [{ id: 'urn:p' }], category: [{ id: cmi5.category }] }),
      extensions: fc.dictionary(fc.constantFrom(...Object.values(extensions)), fc.jsonValue({ maxDepth: 2 }), {
        noNullPrototype: true,
      }),
    },
    { requiredKeys: [], noNullPrototype: true },
  ),
})

describe('an event', () => {
  it('is told and exported whatever a valid statement says', () => {
    fc.assert(
      fc.property(
        anyStatement,
        fc.date({ min: new Date(-62_167_219_200_000), max: new Date(253_402_300_799_999), noInvalidDate: true }),
        (made, at) => {
          const timestamp = at.toISOString()
          const statement = {
            id: '0e3b7a52-6d0f-4c53-9a3e-5c1d2f7b8a90',
            actor,
            timestamp,
            ...made,
          } as unknown as Statement
          expect(validateStatement(statement, '1.0.3', 'statement')).to.deep.equal([])
          const row = {
            id: statement.id ?? '',
            timestamp,
            stored: timestamp,
            json: JSON.stringify(statement),
            ...extractFacts(statement),
          }
          const event = analysedEvent(row, directory)
          const [day] = eventList([event], '')
          expect(day?.events[0]?.text).to.match(/^Lots 7K4 [\s\S]+/)
          for (const { value } of columns) expect(typeof value(event)).to.be.oneOf(['string', 'number', 'undefined'])
        },
      ),
      { numRuns: 400 },
    )
  })
})
