import { expect } from 'chai'
import { activities, extensions } from '../../../course/vocabulary.ts'
import { extractFacts } from '../../../lrs/statements/extract-facts.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'
import { subStatement } from '../../support/grammar-rules.ts'
import { agent, type Json, statement } from '../../support/statement.ts'

const factsOf = (changes: Json) => extractFacts(statement(changes) as unknown as Statement)
const uuid = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee'
const account = { homePage: 'https://lots.example.org', name: 'x7' }

describe('extractFacts', () => {
  it('reads an answer of the course', () => {
    const facts = factsOf({
      actor: { account },
      object: { id: activities.question('Q-M1-1'), definition: { type: 'a:interaction' } },
      result: { response: 'a[,]c', success: false, completion: true, duration: 'PT1M2.5S', score: { scaled: 0.5 } },
      context: {
        contextActivities: {
          parent: [{ id: activities.quiz('M1') }],
          grouping: [{ id: activities.course }, { id: activities.module('M1') }],
        },
        extensions: {
          [extensions.question]: 'Q-M1-1',
          [extensions.revision]: 2,
          [extensions.try]: 1,
          [extensions.lawDate]: '2026-11',
        },
      },
    })
    expect(facts).to.deep.equal({
      actor: 'account|https://lots.example.org|x7',
      verb: 'http://adlnet.gov/expapi/verbs/answered',
      object: activities.question('Q-M1-1'),
      objectType: 'a:interaction',
      success: false,
      completion: true,
      scaled: 0.5,
      seconds: 62.5,
      response: 'a[,]c',
      module: 'M1',
      question: 'Q-M1-1',
      revision: 2,
      try: 1,
      lawDate: '2026-11',
    })
  })

  it('says nothing where the statement says nothing', () => {
    const { actor, verb, object, objectType, ...others } = factsOf({})
    expect({ actor, verb, object, objectType }).to.deep.equal({
      actor: 'mbox|mailto:lots@example.org',
      verb: 'http://adlnet.gov/expapi/verbs/answered',
      object: 'https://example.org/activities/question-1',
      objectType: 'Activity',
    })
    expect(Object.values(others).every((value) => value === undefined)).to.equal(true)
  })

  it('knows the module by the object itself, a single parent or a grouping', () => {
    const module = { id: activities.module('M3') }
    expect(factsOf({ object: module }).module).to.equal('M3')
    expect(factsOf({ context: { contextActivities: { parent: module } } }).module).to.equal('M3')
    expect(factsOf({ context: { contextActivities: { grouping: [{ id: 'a:b' }, module] } } }).module).to.equal('M3')
    expect(factsOf({ context: { contextActivities: { other: module } } }).module).to.equal(undefined)
  })

  it('takes no extension of another type for one of ours', () => {
    const said = {
      [extensions.question]: 5,
      [extensions.revision]: '2',
      [extensions.try]: null,
      [extensions.lawDate]: {},
    }
    const { question, revision, try: attempt, lawDate } = factsOf({ context: { extensions: said } })
    expect([question, revision, attempt, lawDate]).to.deep.equal([undefined, undefined, undefined, undefined])
  })

  it('has no seconds for a length that is not fixed', () => {
    expect(factsOf({ result: { duration: 'P1M' } }).seconds).to.equal(undefined)
  })

  const objects: [what: string, object: Json, fact: string, type: string][] = [
    ['an agent', { objectType: 'Agent', ...agent('b') }, 'mbox|mailto:b@example.org', 'Agent'],
    ['an anonymous group', { objectType: 'Group', member: [agent('b')] }, '', 'Group'],
    ['a statement reference', { objectType: 'StatementRef', id: uuid.toUpperCase() }, uuid, 'StatementRef'],
    ['a sub-statement', subStatement(), '', 'SubStatement'],
  ]
  for (const [what, object, fact, objectType] of objects) {
    it(`names ${what} as the object`, () => expect(factsOf({ object })).to.include({ object: fact, objectType }))
  }

  it('has no actor for an anonymous group', () => {
    expect(factsOf({ actor: { objectType: 'Group', member: [agent('a')] } }).actor).to.equal('')
  })
})
