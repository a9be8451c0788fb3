import { expect } from 'chai'
import { validateIdentified } from '../../../lrs/xapi/actor.ts'
import { checkRules } from '../../support/grammar-rules.ts'
import { agent, type Json } from '../../support/statement.ts'

const account = { homePage: 'https://lms.example.org', name: '4711' }
const sha1 = 'cd9b00a5611f94eaa7b1661edab976068e364975'
const openid = 'https://id.example.org/anna'
const group = (more: Json) => ({ objectType: 'Group', ...more })

/** The same change wherever an agent or group may stand. */
const everywhere = (actor: Json): Json[] => [
  { actor },
  { context: { instructor: actor } },
  { object: { objectType: 'Agent', ...actor } },
]
const breaksEverywhere = (actor: Json, path: string): [Json, string][] => [
  [{ actor }, `.actor${path}`],
  [{ context: { instructor: actor } }, `.context.instructor${path}`],
  [{ object: { objectType: 'Agent', ...actor } }, `.object${path}`],
]

describe('actors', () => {
  checkRules([
    {
      rule: 'take one of the four identifiers',
      requirement: 'Data 2.4.2',
      keeps: [{ mbox: 'mailto:a@example.org' }, { mbox_sha1sum: sha1 }, { openid }, { account }].flatMap(everywhere),
      breaks: [{}, { ...agent('a'), account }, { openid, mbox_sha1sum: sha1 }, { ...agent('a'), openid }].flatMap(
        (actor) => breaksEverywhere(actor, ''),
      ),
    },
    {
      rule: 'take a mailto IRI as mbox',
      requirement: 'XAPI-00038',
      keeps: [{ actor: { mbox: 'mailto:åsa.öberg+kurs@exämple.org' } }],
      breaks: [
        'a@example.org',
        'mailto:example.org',
        'mailto:a@',
        'mailto:a b@example.org',
        'http://a@example.org',
        '',
        5,
      ].flatMap((mbox) => breaksEverywhere({ mbox }, '.mbox')),
    },
    {
      rule: 'take forty hexadecimal digits as mbox_sha1sum',
      requirement: 'XAPI-00039',
      keeps: [{ actor: { mbox_sha1sum: sha1.toUpperCase() } }],
      breaks: [sha1.slice(1), `${sha1}0`, 'g'.repeat(40), {}].flatMap((hash) =>
        breaksEverywhere({ mbox_sha1sum: hash }, '.mbox_sha1sum'),
      ),
    },
    {
      rule: 'take an IRI as openid',
      requirement: 'XAPI-00040',
      keeps: [],
      breaks: ['anna', 'ab=c://x', 1].flatMap((wrong) => breaksEverywhere({ openid: wrong }, '.openid')),
    },
    {
      rule: 'take an account with homePage and name',
      requirement: 'Data 2.4.2.4',
      keeps: [{ actor: { account: { ...account, name: '' } } }],
      breaks: [
        ...breaksEverywhere({ account: { name: '1' } }, '.account.homePage'),
        ...breaksEverywhere({ account: { homePage: 'lms', name: '1' } }, '.account.homePage'),
        ...breaksEverywhere({ account: { homePage: 'https://x.example' } }, '.account.name'),
        ...breaksEverywhere({ account: { ...account, name: 4711 } }, '.account.name'),
        ...breaksEverywhere({ account: 'x' }, '.account'),
      ],
    },
    {
      rule: 'take text as name',
      requirement: 'XAPI-00033',
      keeps: [{ actor: { ...agent('a'), name: '' } }],
      breaks: [5, {}, ['Anna']].flatMap((name) => breaksEverywhere({ ...agent('a'), name }, '.name')),
    },
    {
      rule: 'are agents or groups',
      requirement: 'XAPI-00032',
      keeps: [{ actor: { objectType: 'Agent', ...agent('a') } }],
      breaks: [
        [{ actor: { objectType: 'agent', ...agent('a') } }, '.actor.objectType'],
        [{ actor: { objectType: 'Person', ...agent('a') } }, '.actor.objectType'],
        [{ actor: { objectType: 5, ...agent('a') } }, '.actor.objectType'],
      ],
    },
    {
      rule: 'are objects',
      requirement: 'Data 2.4.2',
      keeps: [],
      breaks: [
        [{ actor: 'anna' }, '.actor'],
        [{ actor: [agent('a')] }, '.actor'],
      ],
    },
  ])
})

describe('groups', () => {
  checkRules([
    {
      rule: 'have an identifier or members',
      requirement: 'XAPI-00035',
      keeps: [
        { actor: group({ member: [agent('a'), { account }] }) },
        { actor: group(agent('g')) },
        { actor: group({ ...agent('g'), member: [agent('a')] }) },
        { context: { team: group({ account }) } },
      ],
      breaks: [
        [{ actor: group({ name: 'Lotsar' }) }, '.actor.member'],
        [{ context: { team: group({}) } }, '.context.team.member'],
      ],
    },
    {
      rule: 'have at most one identifier',
      requirement: 'Data 2.4',
      keeps: [],
      breaks: [[{ actor: group({ ...agent('g'), openid }) }, '.actor']],
    },
    {
      rule: 'have agents as members, no groups',
      requirement: 'Data 2.4.2',
      keeps: [],
      breaks: [
        [{ actor: group({ member: agent('a') }) }, '.actor.member'],
        [{ actor: group({ member: [agent('a'), {}] }) }, '.actor.member[1]'],
        [{ actor: group({ member: [group({ member: [agent('a')] })] }) }, '.actor.member[0].objectType'],
        [{ actor: group({ ...agent('g'), member: ['anna'] }) }, '.actor.member[0]'],
      ],
    },
    {
      rule: 'are what a team is',
      requirement: 'Data 2.4',
      keeps: [],
      breaks: [[{ context: { team: agent('a') } }, '.context.team.objectType']],
    },
  ])
})

describe('validateIdentified', () => {
  it('passes agents and identified groups', () => {
    for (const actor of [agent('a'), { account }, group(agent('g'))]) {
      expect(validateIdentified(actor, 'agent')).to.deep.equal([])
    }
  })

  it('refuses an anonymous group, and what is no actor', () => {
    for (const value of [group({ member: [agent('a')] }), {}, 'a', null, 5, []]) {
      expect(validateIdentified(value, 'agent'), JSON.stringify(value)).to.have.nested.property('[0].path', 'agent')
    }
  })
})
