import { expect } from 'chai'
import { activities, cmi5, verbs } from '../../../course/vocabulary.ts'
import { checkSessionStatement, type Session } from '../../../lrs/launch/rules.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'
import { allowedStatement, definedStatement } from './session-statement.ts'

const session: Session = {
  id: '5e551011-0000-4000-8000-000000000001',
  actor: { account: { homePage: 'https://lots.example', name: '9e450000-0000-4000-8000-000000000001' } },
  registration: '4e610000-0000-4000-8000-000000000001',
  activityId: 'https://lots.example/activities/demo/course',
}

const paths = (statement: Statement) => checkSessionStatement(statement, session, 'statement').map(({ path }) => path)

describe('checkSessionStatement', () => {
  it('takes every statement the course sends', () => {
    expect(paths(allowedStatement(session))).to.deep.equal([])
    for (const verb of ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const) {
      expect(paths(definedStatement(session, verb)), verb).to.deep.equal([])
    }
  })

  it('takes the actor with its objectType, but not with a name beside the account', () => {
    expect(paths(allowedStatement(session, { actor: { objectType: 'Agent', ...session.actor } }))).to.deep.equal([])
    const named = { ...session.actor, name: 'Åsa Öberg' }
    expect(paths(allowedStatement(session, { actor: named }))).to.deep.equal(['statement.actor'])
  })

  it('names the requirement of each breach', () => {
    const [issue] = checkSessionStatement(allowedStatement(session, { verb: { id: verbs.voided } }), session, '[2]')
    expect(issue).to.deep.equal({
      path: '[2].verb.id',
      message: 'a course session cannot void statements',
      requirement: 'cmi5 6.3',
    })
  })

  const { context } = allowedStatement(session)
  const own = definedStatement(session, 'completed')
  const breaches: [what: string, statement: Statement, path: string][] = [
    ['another learner', allowedStatement(session, { actor: account('someone-else') }), '.actor'],
    ['no actor of ours', allowedStatement(session, { actor: { mbox: 'mailto:asa@example.org' } }), '.actor'],
    ['another registration', inContext({ registration: crypto.randomUUID() }), '.context.registration'],
    ['another session', inContext({ extensions: { [cmi5.sessionId]: 'other' } }), '.context.extensions'],
    ['no context', allowedStatement(session, { context: undefined }), '.context.registration'],
    ['no publisher id', inContext({ contextActivities: {} }), '.context.contextActivities.grouping'],
    [
      'the moveOn category on an allowed statement',
      inContext({
        contextActivities: { ...context?.contextActivities, category: [{ id: cmi5.moveOnCategory }] },
      }),
      '.context.contextActivities.category',
    ],
    [
      'a judged statement without the moveOn category',
      {
        ...own,
        context: {
          ...own.context,
          contextActivities: { grouping: [{ id: activities.course }], category: [{ id: cmi5.category }] },
        },
      },
      '.context.contextActivities.category',
    ],
    ['a verb of the launcher', definedStatement(session, 'initialized', { verb: { id: verbs.launched } }), '.verb.id'],
    ['another object', definedStatement(session, 'initialized', { object: { id: activities.course } }), '.object.id'],
    ['a score on completed', judged('completed', { score: { scaled: 1 } }), '.result.score'],
    ['a raw score without limits', judged('passed', { score: { raw: 90 } }), '.result.score.raw'],
    [
      'a raw score that is no whole number',
      judged('passed', { score: { raw: 9.5, min: 0, max: 10 } }),
      '.result.score.raw',
    ],
    ['passed without success', judged('passed', { success: false }), '.result.success'],
    ['failed with success', judged('failed', { success: true }), '.result.success'],
    ['completed without completion', judged('completed', { completion: false }), '.result.completion'],
    ['passed with completion', judged('passed', { completion: true }), '.result.completion'],
    ['terminated without duration', definedStatement(session, 'terminated', { result: {} }), '.result.duration'],
  ]
  for (const [what, statement, path] of breaches) {
    it(`refuses ${what}`, () => {
      expect(paths(statement)).to.include(`statement${path}`)
    })
  }

  function account(name: string): Statement['actor'] {
    return { account: { ...session.actor.account, name } }
  }

  function inContext(changes: Statement['context']): Statement {
    return allowedStatement(session, { context: { ...allowedStatement(session).context, ...changes } })
  }

  function judged(verb: 'completed' | 'passed' | 'failed', changes: Statement['result']): Statement {
    const statement = definedStatement(session, verb)
    return { ...statement, result: { ...statement.result, ...changes } }
  }
})
