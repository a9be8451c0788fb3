import { expect } from 'chai'
import { validateStatement } from '../../../lrs/xapi/statement.ts'
import { checkRules, subStatement } from '../../support/grammar-rules.ts'
import { agent, type Json, statement } from '../../support/statement.ts'

const id = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee'
const activity = { id: 'https://example.org/a' }
const voided = { id: 'http://adlnet.gov/expapi/verbs/voided' }
const statementRef = { objectType: 'StatementRef', id }

describe('validateStatement', () => {
  checkRules([
    {
      rule: 'wants actor, verb and object',
      requirement: 'Data 2.4',
      keeps: [{ timestamp: undefined }],
      breaks: [
        [{ actor: undefined }, '.actor'],
        [{ verb: undefined }, '.verb'],
        [{ object: undefined }, '.object'],
      ],
      inSubStatement: false,
    },
    {
      rule: 'refuses properties that the specification does not have',
      requirement: 'XAPI-00010',
      keeps: [],
      breaks: [
        [{ mood: 'glad' }, '.mood'],
        [{ 'with space': 1 }, '["with space"]'],
        [{ verb: { id: 'https://example.org/v', name: {} } }, '.verb.name'],
        [{ actor: { ...agent('a'), email: 'x' } }, '.actor.email'],
        [{ object: { ...activity, title: 'x' } }, '.object.title'],
      ],
    },
    {
      rule: 'wants properties in the specification’s case',
      requirement: 'XAPI-00008',
      keeps: [],
      breaks: [
        [{ Actor: agent('a') }, '.Actor'],
        [{ verb: { ID: 'https://example.org/v', id: 'https://example.org/v' } }, '.verb.ID'],
        [{ context: { Registration: id } }, '.context.Registration'],
      ],
    },
    {
      rule: 'refuses null outside extensions',
      requirement: 'XAPI-00001',
      keeps: [{ result: { extensions: { 'https://example.org/e': null } } }],
      breaks: [
        [{ result: null }, '.result'],
        [{ verb: null }, '.verb'],
        [{ timestamp: null }, '.timestamp'],
        [{ actor: { ...agent('a'), name: null } }, '.actor.name'],
        [{ context: { registration: null } }, '.context.registration'],
        [{ object: { ...activity, definition: { moreInfo: null } } }, '.object.definition.moreInfo'],
        [{ context: { contextActivities: { parent: [null] } } }, '.context.contextActivities.parent[0]'],
      ],
    },
    {
      rule: 'takes an IRI as the verb’s id',
      requirement: 'XAPI-00044',
      keeps: [{ verb: { id: 'http://example.com/فعل/خواندن' } }, { verb: { id: 'urn:uuid:1' } }],
      breaks: [
        [{ verb: {} }, '.verb.id'],
        [{ verb: { id: 'answered' } }, '.verb.id'],
        [{ verb: { id: 'ab=c://example.org' } }, '.verb.id'],
        [{ verb: { id: 5 } }, '.verb.id'],
      ],
    },
    {
      rule: 'takes a language map as the verb’s display',
      requirement: 'Data',
      keeps: [
        { verb: { id: 'https://example.org/v', display: { sv: '', 'sr-Latn-RS': 'x' } } },
        { verb: { id: 'a:b', display: {} } },
      ],
      breaks: [
        [{ verb: { id: 'a:b', display: 'svarade' } }, '.verb.display'],
        [{ verb: { id: 'a:b', display: { svenska_: 'x' } } }, '.verb.display.svenska_'],
        [{ verb: { id: 'a:b', display: { sv: 5 } } }, '.verb.display.sv'],
      ],
    },
    {
      rule: 'knows what an object is by its objectType',
      requirement: 'XAPI-00046',
      keeps: [
        { object: activity },
        { object: { objectType: 'Activity', ...activity } },
        { object: { objectType: 'Agent', ...agent('a') } },
        { object: { objectType: 'Group', member: [agent('a')] } },
        { object: statementRef },
      ],
      breaks: [
        [{ object: { objectType: 'activity', ...activity } }, '.object.objectType'],
        [{ object: { objectType: 'toString', ...activity } }, '.object.objectType'],
        [{ object: { objectType: 7, ...activity } }, '.object.objectType'],
      ],
    },
    {
      rule: 'wants an object that is an actor to say so',
      requirement: 'XAPI-00047',
      keeps: [],
      breaks: [[{ object: agent('a') }, '.object.id']],
    },
    {
      rule: 'takes a statement reference by UUID',
      requirement: 'XAPI-00072',
      keeps: [{ object: { objectType: 'StatementRef', id: id.toUpperCase() } }],
      breaks: [
        [{ object: { objectType: 'StatementRef' } }, '.object.id'],
        [{ object: { objectType: 'StatementRef', id: `${id}0` } }, '.object.id'],
      ],
    },
    {
      rule: 'voids by statement reference only',
      requirement: 'XAPI-00017',
      keeps: [{ verb: voided, object: statementRef }],
      breaks: [[{ verb: voided }, '.object']],
    },
    {
      rule: 'takes a date and time as timestamp',
      requirement: 'XAPI-00123',
      keeps: [{ timestamp: '2026-11-24T10:00:00+01:00' }, { timestamp: '2031-01-01 00:00:00.1Z' }],
      breaks: [
        [{ timestamp: '24/11 2026' }, '.timestamp'],
        [{ timestamp: '2026-11-24T10:00:00-00:00' }, '.timestamp'],
        [{ timestamp: 1790000000 }, '.timestamp'],
      ],
    },
    {
      rule: 'takes a UUID as id',
      requirement: 'XAPI-00027',
      keeps: [{ id: id.toUpperCase() }, { id: undefined }],
      breaks: [
        [{ id: 'first' }, '.id'],
        [{ id: 12 }, '.id'],
        [{ id: '' }, '.id'],
        [{ id: id.replace('6', 'g') }, '.id'],
      ],
      inSubStatement: false,
    },
    {
      rule: 'takes a date and time as stored, though it is replaced',
      requirement: 'XAPI-00023',
      keeps: [{ stored: '2026-11-24T10:00:00Z' }],
      breaks: [[{ stored: 'yesterday' }, '.stored']],
      inSubStatement: false,
    },
    {
      rule: 'takes an agent or the two agents of OAuth as authority',
      requirement: 'XAPI-00098',
      keeps: [
        { authority: agent('a') },
        {
          authority: {
            objectType: 'Group',
            member: [{ account: { homePage: 'https://example.org', name: 'app' } }, agent('a')],
          },
        },
      ],
      breaks: [
        [{ authority: { objectType: 'Group', member: [{ account: { homePage: 'a:b', name: 'x' } }] } }, '.authority'],
        [{ authority: { objectType: 'Group', ...agent('g'), member: [agent('a'), agent('b')] } }, '.authority'],
        [{ authority: 'me' }, '.authority'],
      ],
      inSubStatement: false,
    },
    {
      rule: 'wants an OAuth consumer among two agents as authority',
      requirement: 'XAPI-00100',
      keeps: [],
      breaks: [[{ authority: { objectType: 'Group', member: [agent('a'), agent('b')] } }, '.authority.member']],
      inSubStatement: false,
    },
    {
      rule: 'takes versions 1.0 and 1.0.x',
      requirement: 'XAPI-00101',
      keeps: [{ version: '1.0' }, { version: '1.0.9' }],
      breaks: [
        [{ version: '0.9.9' }, '.version'],
        [{ version: '1.1.0' }, '.version'],
        [{ version: '2.1.0' }, '.version'],
        [{ version: 1 }, '.version'],
        [{ version: '1.0.x' }, '.version'],
      ],
      inSubStatement: false,
    },
  ])

  checkRules(
    [
      {
        rule: 'takes version 2.0.x',
        requirement: '',
        keeps: [{ version: '2.0.0' }],
        breaks: [],
        inSubStatement: false,
      },
    ],
    ['2.0.0'],
  )
  checkRules(
    [
      {
        rule: 'refuses version 2.0.x',
        requirement: 'XAPI-00101',
        keeps: [],
        breaks: [[{ version: '2.0.0' }, '.version']],
        inSubStatement: false,
      },
    ],
    ['1.0.3'],
  )

  describe('of a statement about a sub-statement', () => {
    const issuesOf = (object: Json) => validateStatement(statement({ object }), '2.0.0')

    it('passes what a statement could be', () => {
      expect(issuesOf(subStatement())).to.deep.equal([])
    })

    for (const [property, value] of Object.entries({
      id,
      stored: '2026-11-24T10:00:00Z',
      version: '1.0.0',
      authority: agent('a'),
    })) {
      it(`refuses ${property} in it (XAPI-00067 to 00070)`, () => {
        expect(issuesOf(subStatement({ [property]: value }))).to.have.nested.property(
          '[0].path',
          `statement.object.${property}`,
        )
      })
    }

    it('refuses another one inside it (XAPI-00071)', () => {
      expect(issuesOf(subStatement({ object: subStatement() }))).to.have.nested.property(
        '[0].path',
        'statement.object.object.objectType',
      )
    })

    it('wants its actor, verb and object (XAPI-00066)', () => {
      const issues = issuesOf({ objectType: 'SubStatement' })
      expect(issues.map(({ path }) => path)).to.have.members(
        ['actor', 'verb', 'object'].map((name) => `statement.object.${name}`),
      )
    })
  })

  it('takes any value and says where it is wrong', () => {
    for (const value of [undefined, null, true, 5, 'text', [], [[]], Symbol('s'), () => 1]) {
      expect(validateStatement(value, '2.0.0', '[3]'), String(value)).to.have.nested.property('[0].path', '[3]')
    }
  })

  it('stops after twenty issues', () => {
    const wrong = Object.fromEntries(Array.from({ length: 100 }, (_, number) => [`wrong${number}`, 1]))
    expect(validateStatement(statement(wrong), '2.0.0')).to.have.length(20)
  })

  it('shortens a property’s name in a path', () => {
    const [issue] = validateStatement(statement({ [`long ${'x'.repeat(100_000)}`]: 1 }), '2.0.0')
    expect(issue?.path.length).to.be.below(200)
  })

  it('does not take what every object inherits for its properties', () => {
    for (const name of ['toString', 'constructor', 'hasOwnProperty']) {
      expect(validateStatement(statement({ [name]: 1 }), '2.0.0')).to.have.nested.property(
        '[0].path',
        `statement.${name}`,
      )
    }
    const sent = JSON.parse('{"__proto__": {"actor": 1}, "verb": {"id": "a:b"}, "object": {"id": "a:b"}}')
    expect(validateStatement(sent, '2.0.0').map(({ path }) => path)).to.have.members([
      'statement.__proto__',
      'statement.actor',
    ])
  })
})
