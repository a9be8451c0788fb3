import { checkRules } from '../../support/grammar-rules.ts'
import type { Json } from '../../support/statement.ts'

const id = 'https://example.org/question'
const object = (definition: unknown): Json => ({ object: { id, definition } })
const components = [{ id: 'a', description: { sv: 'ett' } }, { id: 'b' }]

describe('activities', () => {
  checkRules([
    {
      rule: 'have an IRI as id',
      requirement: 'XAPI-00047',
      keeps: [{ object: { id: 'urn:lots:1' } }, { object: { objectType: 'Activity', id } }],
      breaks: [
        [{ object: {} }, '.object.id'],
        [{ object: { id: 'question' } }, '.object.id'],
        [{ object: { id: 'https://example.org/with space' } }, '.object.id'],
        [{ object: { id: '' } }, '.object.id'],
        [{ object: { id: 1 } }, '.object.id'],
      ],
    },
    {
      rule: 'have an object as definition',
      requirement: 'XAPI-00048',
      keeps: [object({})],
      breaks: [
        [object('text'), '.object.definition'],
        [object([]), '.object.definition'],
      ],
    },
    {
      rule: 'have a type and more information by IRI, name and description by language',
      requirement: 'Data',
      keeps: [
        object({ type: 'a:b', moreInfo: 'https://example.org', name: { sv: 'x', 'en-GB': 'y' }, description: {} }),
      ],
      breaks: [
        [object({ type: 'module' }), '.object.definition.type'],
        [object({ moreInfo: 'here' }), '.object.definition.moreInfo'],
        [object({ name: 'x' }), '.object.definition.name'],
        [object({ description: { something: 'x' } }), '.object.definition.description.something'],
      ],
    },
    {
      rule: 'have extensions by IRI',
      requirement: 'Data 4.1',
      keeps: [object({ extensions: {} }), object({ extensions: { 'a:b': { deep: [null, '', {}, { more: 1e10 }] } } })],
      breaks: [
        [object({ extensions: { place: 1 } }), '.object.definition.extensions.place'],
        [object({ extensions: [] }), '.object.definition.extensions'],
      ],
    },
  ])
})

describe('interaction activities', () => {
  checkRules([
    {
      rule: 'have one of the interaction types',
      requirement: 'XAPI-00009',
      keeps: [
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
      ].map((interactionType) => object({ interactionType, correctResponsesPattern: ['x'] })),
      breaks: ['Choice', 'cloze', '', 5, {}].map((interactionType) => [
        object({ interactionType }),
        '.object.definition.interactionType',
      ]),
    },
    {
      rule: 'say their type beside patterns and components',
      requirement: 'XAPI-00064',
      keeps: [],
      breaks: [
        { correctResponsesPattern: ['a'] },
        ...['choices', 'scale', 'source', 'target', 'steps'].map((list) => ({ [list]: components })),
      ].map((definition) => [object(definition), '.object.definition.interactionType']),
    },
    {
      rule: 'have the component lists of their type',
      requirement: 'Interaction Components',
      keeps: [
        object({ interactionType: 'choice', choices: components }),
        object({ interactionType: 'sequencing', choices: components }),
        object({ interactionType: 'likert', scale: components }),
        object({ interactionType: 'matching', source: components, target: components }),
        object({ interactionType: 'performance', steps: components }),
      ],
      breaks: [
        [object({ interactionType: 'choice', scale: components }), '.object.definition.scale'],
        [object({ interactionType: 'numeric', choices: components }), '.object.definition.choices'],
        [object({ interactionType: 'true-false', steps: components }), '.object.definition.steps'],
      ],
    },
    {
      rule: 'have an array of strings as patterns',
      requirement: 'Data 2.4.4.1',
      keeps: [object({ interactionType: 'choice', correctResponsesPattern: [] })],
      breaks: [
        [
          object({ interactionType: 'choice', correctResponsesPattern: 'a' }),
          '.object.definition.correctResponsesPattern',
        ],
        [
          object({ interactionType: 'choice', correctResponsesPattern: ['a', 1] }),
          '.object.definition.correctResponsesPattern[1]',
        ],
      ],
    },
    {
      rule: 'have components with distinct ids',
      requirement: 'Data 2.4.4.1',
      keeps: [object({ interactionType: 'choice', choices: [] })],
      breaks: [
        [object({ interactionType: 'choice', choices: components[0] }), '.object.definition.choices'],
        [object({ interactionType: 'choice', choices: [{}] }), '.object.definition.choices[0].id'],
        [object({ interactionType: 'choice', choices: [{ id: 1 }] }), '.object.definition.choices[0].id'],
        [
          object({ interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] }),
          '.object.definition.choices[1].id',
        ],
        [object({ interactionType: 'choice', choices: ['a'] }), '.object.definition.choices[0]'],
      ],
    },
  ])
})
