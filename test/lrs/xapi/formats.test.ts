import { expect } from 'chai'
import { canonicalFormat, idsFormat } from '../../../lrs/xapi/formats.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'
import { subStatement } from '../../support/grammar-rules.ts'
import { agent, statement } from '../../support/statement.ts'

const texts = { sv: 'dörr', en: 'door' }
const activity = {
  objectType: 'Activity',
  id: 'https://example.org/a',
  definition: {
    name: texts,
    description: texts,
    type: 'a:b',
    interactionType: 'choice',
    choices: [{ id: 'a', description: texts }, { id: 'b' }],
    extensions: { 'a:b': texts },
  },
}
const verb = { id: 'https://example.org/v', display: texts }
const named = (name: string) => ({ objectType: 'Agent', name, ...agent(name) })
const anonymous = { objectType: 'Group', name: 'Lotsar', member: [named('a'), named('b')] }
const identified = { ...anonymous, ...agent('g') }

const full = statement({
  actor: identified,
  verb,
  object: subStatement({ actor: anonymous, verb, object: activity }),
  context: {
    registration: '6690e6c9-3ef0-4ed3-8b37-7f3964730bee',
    instructor: named('i'),
    team: identified,
    contextActivities: { parent: [activity], other: activity },
    contextAgents: [{ objectType: 'contextAgent', agent: named('c'), relevantTypes: ['a:b'] }],
    contextGroups: [{ objectType: 'contextGroup', group: anonymous }],
    extensions: { 'a:b': texts },
  },
  authority: named('z'),
}) as unknown as Statement

describe('idsFormat', () => {
  const ids = idsFormat(full)

  it('leaves the id of verbs and activities', () => {
    expect(ids.verb).to.deep.equal({ id: verb.id })
    expect(ids.object).to.have.property('verb').that.deep.equals({ id: verb.id })
    expect(ids.object).to.have.property('object').that.deep.equals({ id: activity.id })
    expect(ids.context?.contextActivities).to.deep.equal({
      parent: [{ id: activity.id }],
      other: [{ id: activity.id }],
    })
  })

  it('leaves type and identifier of agents and identified groups', () => {
    expect(ids.actor).to.deep.equal({ objectType: 'Group', ...agent('g') })
    expect(ids.authority).to.deep.equal({ objectType: 'Agent', ...agent('z') })
    expect(ids.context?.instructor).to.deep.equal({ objectType: 'Agent', ...agent('i') })
    expect(ids.context?.team).to.deep.equal({ objectType: 'Group', ...agent('g') })
  })

  it('leaves an anonymous group its members', () => {
    const bare = {
      objectType: 'Group',
      member: [agent('a'), agent('b')].map((one) => ({ objectType: 'Agent', ...one })),
    }
    expect(ids.object).to.have.property('actor').that.deep.equals(bare)
    expect(ids.context?.contextGroups).to.deep.equal([{ objectType: 'contextGroup', group: bare }])
    expect(ids.context?.contextAgents?.[0]).to.deep.equal({
      objectType: 'contextAgent',
      agent: { objectType: 'Agent', ...agent('c') },
      relevantTypes: ['a:b'],
    })
  })

  it('keeps the rest, and adds nothing', () => {
    const { context, ...rest } = ids
    expect(context?.registration).to.equal(full.context?.registration)
    expect(rest).to.have.keys(Object.keys(full).filter((key) => key !== 'context'))
    const small = statement() as unknown as Statement
    expect(idsFormat(small)).to.deep.equal({ ...small, verb: { id: small.verb.id } })
  })
})

describe('canonicalFormat', () => {
  const canonical = canonicalFormat(full, ['en'], new Map())

  it('leaves one language in verbs and activities, wherever they stand', () => {
    const one = { en: 'door' }
    const expected = {
      ...activity,
      definition: {
        ...activity.definition,
        name: one,
        description: one,
        choices: [{ id: 'a', description: one }, { id: 'b' }],
      },
    }
    expect(canonical.verb.display).to.deep.equal(one)
    expect(canonical.object).to.have.nested.property('verb.display').that.deep.equals(one)
    expect(canonical.object).to.have.property('object').that.deep.equals(expected)
    expect(canonical.context?.contextActivities).to.deep.equal({ parent: [expected], other: [expected] })
  })

  it('says of an activity what is known of it, wherever it stands', () => {
    const known = new Map([[activity.id, { name: { sv: 'dörr', en: 'gate' }, type: 'https://example.org/type' }]])
    const expected = { ...activity, definition: { name: { en: 'gate' }, type: 'https://example.org/type' } }
    const { object, context } = canonicalFormat(full, ['en'], known)
    expect(object).to.have.property('object').that.deep.equals(expected)
    expect(context?.contextActivities).to.deep.equal({ parent: [expected], other: [expected] })
  })

  it('leaves agents, groups and extensions as they are', () => {
    expect(canonical.actor).to.deep.equal(full.actor)
    expect(canonical.context?.extensions).to.deep.equal(full.context?.extensions)
    expect(canonical.context?.contextGroups).to.deep.equal(full.context?.contextGroups)
  })
})
