import { expect } from 'chai'
import { activitiesOf } from '../../../lrs/xapi/activities-of.ts'
import { actorKey } from '../../../lrs/xapi/identifiers.ts'
import { namesIn, personOf } from '../../../lrs/xapi/person.ts'
import type { Agent, Statement } from '../../../lrs/xapi/types.ts'
import { subStatement } from '../../support/grammar-rules.ts'
import { agent, type Json, statement } from '../../support/statement.ts'

describe('personOf', () => {
  it('has the identifier in an array, and each name once', () => {
    const account = { homePage: 'https://example.org', name: 'x' }
    const identifiers: Agent[] = [
      { mbox: 'mailto:a@example.org' },
      { mbox_sha1sum: 'a'.repeat(40) },
      { openid: 'https://example.org/a' },
      { account },
    ]
    for (const identifier of identifiers) {
      const [[key, value] = []] = Object.entries(identifier)
      const person = personOf({ name: 'A', objectType: 'Agent', ...identifier }, ['A', 'Anna', 'A'])
      expect(person).to.deep.equal({ objectType: 'Person', name: ['A', 'Anna'], [String(key)]: [value] })
    }
    expect(personOf({ account }, [])).to.deep.equal({ objectType: 'Person', account: [account] })
  })
})

describe('namesIn', () => {
  const key = actorKey(agent('anna') as Agent) ?? ''
  const names = (changes: Json) => namesIn(statement(changes) as unknown as Statement, key)

  it('finds what an agent is called as actor, as object and in a group', () => {
    const anna = (name: string) => ({ ...agent('anna'), name })
    const group = (...member: Json[]) => ({ objectType: 'Group', name: 'Gruppen', member })
    expect(names({ actor: anna('A') })).to.deep.equal(['A'])
    expect(names({ object: { objectType: 'Agent', ...anna('B') } })).to.deep.equal(['B'])
    expect(names({ actor: group(anna('C'), { ...agent('bo'), name: 'Bo' }), object: group(anna('D')) })).to.deep.equal([
      'C',
      'D',
    ])
  })

  it('finds nothing in others, nor where there is no name', () => {
    expect(names({ actor: { ...agent('bo'), name: 'Bo' }, object: { id: 'https://example.org/a' } })).to.deep.equal([])
    expect(names({ actor: agent('anna') })).to.deep.equal([])
  })
})

describe('activitiesOf', () => {
  const ids = (changes: Json) => activitiesOf(statement(changes) as unknown as Statement).map(({ id }) => id)
  const contextActivities = { parent: { id: 'a:parent' }, other: [{ id: 'a:1' }, { id: 'a:2' }] }

  it('finds the object and those of the context, in a sub-statement too', () => {
    expect(ids({ object: { id: 'a:object' }, context: { contextActivities } })).to.deep.equal([
      'a:object',
      'a:parent',
      'a:1',
      'a:2',
    ])
    const object = subStatement({ object: { id: 'a:inner' }, context: { contextActivities } })
    expect(ids({ object, context: { contextActivities: { category: [{ id: 'a:own' }] } } })).to.deep.equal([
      'a:inner',
      'a:parent',
      'a:1',
      'a:2',
      'a:own',
    ])
  })

  it('finds none in agents and references', () => {
    expect(ids({ object: { objectType: 'Agent', ...agent('b') } })).to.deep.equal([])
    expect(ids({ object: { objectType: 'StatementRef', id: statement().id } })).to.deep.equal([])
  })
})
