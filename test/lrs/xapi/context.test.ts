import { checkRules } from '../../support/grammar-rules.ts'
import { agent, type Json } from '../../support/statement.ts'

const uuid = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee'
const activity = { id: 'https://example.org/course' }
const context = (value: Json) => ({ context: value })
const team = { objectType: 'Group', ...agent('team') }

describe('contexts', () => {
  checkRules([
    {
      rule: 'are objects with their own properties',
      requirement: 'Data 2',
      keeps: [context({})],
      breaks: [
        [{ context: 'here' }, '.context'],
        [context({ place: 'here' }), '.context.place'],
      ],
    },
    {
      rule: 'have a UUID as registration',
      requirement: 'XAPI-00087',
      keeps: [context({ registration: uuid.toUpperCase() })],
      breaks: [
        [context({ registration: 'second' }), '.context.registration'],
        [context({ registration: 5 }), '.context.registration'],
      ],
    },
    {
      rule: 'have activities or arrays of them as context activities',
      requirement: 'Data 2',
      keeps: ['parent', 'grouping', 'category', 'other'].flatMap((key) => [
        context({ contextActivities: { [key]: activity } }),
        context({ contextActivities: { [key]: [activity, { objectType: 'Activity', ...activity }] } }),
        context({ contextActivities: { [key]: [] } }),
      ]),
      breaks: [
        [context({ contextActivities: [] }), '.context.contextActivities'],
        [context({ contextActivities: { child: activity } }), '.context.contextActivities.child'],
        [context({ contextActivities: { parent: {} } }), '.context.contextActivities.parent.id'],
        [context({ contextActivities: { parent: 'a:b' } }), '.context.contextActivities.parent'],
        [context({ contextActivities: { other: [activity, { key: 1 }] } }), '.context.contextActivities.other[1].id'],
        [context({ contextActivities: { category: [agent('a')] } }), '.context.contextActivities.category[0].mbox'],
      ],
    },
    {
      rule: 'have text as revision and platform',
      requirement: 'Data 2.4.6',
      keeps: [context({ revision: '', platform: 'webb' })],
      breaks: [
        [context({ revision: 2 }), '.context.revision'],
        [context({ platform: {} }), '.context.platform'],
      ],
    },
    {
      rule: 'have a revision beside activities only',
      requirement: 'XAPI-00084',
      keeps: [{ object: { objectType: 'Agent', ...agent('b') }, context: { language: 'sv' } }],
      breaks: [[{ object: { objectType: 'Agent', ...agent('b') }, context: { revision: '1' } }, '.context.revision']],
    },
    {
      rule: 'have a platform beside activities only',
      requirement: 'XAPI-00085',
      keeps: [{ object: { objectType: 'Agent', ...agent('b') }, context: { language: 'sv' } }],
      breaks: [
        [{ object: { objectType: 'StatementRef', id: uuid }, context: { platform: 'webb' } }, '.context.platform'],
      ],
    },
    {
      rule: 'have a language tag as language',
      requirement: 'XAPI-00091',
      keeps: [context({ language: 'sv' }), context({ language: 'zh-Hant-TW' })],
      breaks: [
        [context({ language: 'svenska__' }), '.context.language'],
        [context({ language: 1 }), '.context.language'],
      ],
    },
    {
      rule: 'have a statement reference as statement',
      requirement: 'Data 2.4',
      keeps: [context({ statement: { objectType: 'StatementRef', id: uuid } })],
      breaks: [
        [context({ statement: uuid }), '.context.statement'],
        [context({ statement: { id: uuid } }), '.context.statement.objectType'],
        [context({ statement: { objectType: 'StatementRef', id: '1' } }), '.context.statement.id'],
      ],
    },
    {
      rule: 'have extensions by IRI',
      requirement: 'Data 4.1',
      keeps: [context({ extensions: { 'https://example.org/e': null } })],
      breaks: [[context({ extensions: { '': 1 } }), '.context.extensions[""]']],
    },
  ])

  checkRules(
    [
      {
        rule: 'have agents and groups with their capacities',
        requirement: 'xAPI 2.0 4.2.2.5',
        keeps: [
          context({ contextAgents: [{ objectType: 'contextAgent', agent: agent('a') }] }),
          context({ contextAgents: [{ objectType: 'contextAgent', agent: agent('a'), relevantTypes: ['a:b'] }] }),
          context({ contextGroups: [{ objectType: 'contextGroup', group: team, relevantTypes: ['a:b'] }] }),
        ],
        breaks: [
          [context({ contextAgents: {} }), '.context.contextAgents'],
          [context({ contextAgents: [{ agent: agent('a') }] }), '.context.contextAgents[0].objectType'],
          [
            context({ contextAgents: [{ objectType: 'ContextAgent', agent: agent('a') }] }),
            '.context.contextAgents[0].objectType',
          ],
          [context({ contextAgents: [{ objectType: 'contextAgent' }] }), '.context.contextAgents[0].agent'],
          [
            context({ contextGroups: [{ objectType: 'contextGroup', agent: agent('a') }] }),
            '.context.contextGroups[0].group',
          ],
          [
            context({ contextAgents: [{ objectType: 'contextAgent', agent: agent('a'), relevantTypes: [] }] }),
            '.context.contextAgents[0].relevantTypes',
          ],
          [
            context({ contextGroups: [{ objectType: 'contextGroup', group: team, relevantTypes: ['chair'] }] }),
            '.context.contextGroups[0].relevantTypes[0]',
          ],
        ],
      },
      {
        rule: 'have an agent where an agent is meant, and a group where a group is',
        requirement: 'Data 2.4.2',
        keeps: [],
        breaks: [
          [
            context({ contextAgents: [{ objectType: 'contextAgent', agent: team }] }),
            '.context.contextAgents[0].agent.objectType',
          ],
          [
            context({ contextGroups: [{ objectType: 'contextGroup', group: agent('a') }] }),
            '.context.contextGroups[0].group.objectType',
          ],
        ],
      },
    ],
    ['2.0.0'],
  )
  checkRules(
    [
      {
        rule: 'have no context agents and groups yet',
        requirement: 'XAPI-00010',
        keeps: [],
        breaks: [
          [context({ contextAgents: [{ objectType: 'contextAgent', agent: agent('a') }] }), '.context.contextAgents'],
          [context({ contextGroups: [] }), '.context.contextGroups'],
        ],
      },
    ],
    ['1.0.3'],
  )
})
