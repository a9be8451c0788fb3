import { expect } from 'chai'
import { extractKeys } from '../../../lrs/statements/extract-keys.ts'
import type { Actor, Statement } from '../../../lrs/xapi/types.ts'
import { subStatement } from '../../support/grammar-rules.ts'
import { agent, type Json, statement } from '../../support/statement.ts'

const verb = 'http://adlnet.gov/expapi/verbs/answered'
const activity = (name: string) => ({ id: `https://example.org/${name}` })
const group = (...names: string[]) => ({ objectType: 'Group', member: names.map(agent) })
const registration = '6690E6C9-3EF0-4ED3-8B37-7F3964730BEE'

const context = {
  registration,
  instructor: agent('instructor'),
  team: { ...group('mate'), ...agent('team') },
  contextActivities: { parent: activity('parent'), other: [activity('other1'), activity('other2')] },
  contextAgents: [{ objectType: 'contextAgent', agent: agent('helper') }],
  contextGroups: [{ objectType: 'contextGroup', group: group('guest') }],
  statement: { objectType: 'StatementRef', id: registration },
}

/** `agent lots`: kind and the short name that the key was made of. */
function keysOf(changes: Json): string[] {
  const keys = extractKeys(statement(changes) as unknown as Statement, agent('authority') as Actor)
  return keys.map(
    ({ kind, key }) => `${kind} ${key.replace(/^mbox\|mailto:|@example\.org$|^https:\/\/example\.org\//g, '')}`,
  )
}

describe('extractKeys', () => {
  it('finds a statement by actor, verb and activity', () => {
    expect(keysOf({ object: activity('a') })).to.have.members([
      'agent lots',
      `verb ${verb}`,
      'activity a',
      'agent-related authority',
      'authority authority',
    ])
  })

  it('finds it by an agent or group as its object, and by members', () => {
    expect(keysOf({ object: { objectType: 'Agent', ...agent('b') } })).to.include('agent b')
    expect(keysOf({ object: { ...group('b', 'c'), ...agent('g') } })).to.include.members([
      'agent g',
      'agent b',
      'agent c',
    ])
    expect(keysOf({ actor: group('a', 'b') })).to.include.members(['agent a', 'agent b'])
  })

  it('finds it by registration in lower case', () => {
    expect(keysOf({ context: { registration } })).to.include(`registration ${registration.toLowerCase()}`)
  })

  it('finds it by whatever its context names, when related ones are asked for', () => {
    const related = [
      'agent-related instructor',
      'agent-related team',
      'agent-related mate',
      'agent-related helper',
      'agent-related guest',
    ]
    const activities = ['activity-related parent', 'activity-related other1', 'activity-related other2']
    expect(keysOf({ context, object: activity('a') })).to.have.members([
      'agent lots',
      `verb ${verb}`,
      'activity a',
      `registration ${registration.toLowerCase()}`,
      'agent-related authority',
      'authority authority',
      ...related,
      ...activities,
    ])
  })

  it('finds it by what its sub-statement names, when related ones are asked for', () => {
    const object = subStatement({ actor: agent('sub'), verb: { id: 'a:verb' }, object: activity('a'), context })
    const keys = keysOf({ object })
    expect(keys).to.include.members([
      'agent-related sub',
      'activity-related a',
      'activity-related parent',
      'agent-related team',
    ])
    expect(keys).not.to.include.members(['verb a:verb'])
    expect(keys.filter((key) => /^(agent|activity|registration) /.test(key))).to.deep.equal(['agent lots'])
  })

  it('has nothing of a statement that it refers to', () => {
    const object = { objectType: 'StatementRef', id: registration }
    expect(keysOf({ object })).to.have.members([
      'agent lots',
      `verb ${verb}`,
      'agent-related authority',
      'authority authority',
    ])
    expect(keysOf({ object: subStatement({ object }) })).to.have.length(4 + 1)
  })

  it('names each key once of its kind', () => {
    const keys = keysOf({ actor: group('a', 'a'), context: { instructor: agent('a'), team: group('a') } })
    expect(new Set(keys).size).to.equal(keys.length)
  })
})
