import { activities, cmi5, verbs } from '../../course/vocabulary.ts'
import type { Access } from '../accounts/access.ts'
import { type SessionVerb, sessionVerbs } from '../accounts/session.ts'
import type { Issue } from '../errors.ts'
import type { Activity, Statement } from '../xapi/types.ts'

export type Session = NonNullable<Access['session']>

/** The verb of a cmi5 defined statement that an AU may send; undefined for *allowed* statements and for other verbs. */
export function sessionVerb(statement: Statement): SessionVerb | undefined {
  if (!isDefined(statement)) return undefined
  return sessionVerbs.find((name) => verbs[name] === statement.verb.id)
}

/** What in this statement breaks cmi5 for an AU in this session, whatever came before it (cmi5 6.3, 9). */
export function checkSessionStatement(statement: Statement, session: Session, path: string): Issue[] {
  const rules = [...ownRules(statement, session), ...(isDefined(statement) ? definedRules(statement, session) : [])]
  return rules
    .filter((rule) => !rule.holds)
    .map((rule) => ({ path: path + rule.at, message: rule.message, requirement: `cmi5 ${rule.section}` }))
}

interface Rule {
  at: string
  holds: boolean
  message: string
  section: string
}

/** Rules for every statement of a session, *allowed* ones too. */
function ownRules(statement: Statement, session: Session): Rule[] {
  const { account, objectType: _, ...others } = statement.actor
  const context = statement.context ?? {}
  const { homePage, name } = session.actor.account
  return [
    {
      at: '.actor',
      holds: account?.homePage === homePage && account.name === name && Object.keys(others).length === 0,
      message: 'must be the actor of the launch URL, with nothing added',
      section: '9.2',
    },
    {
      at: '.verb.id',
      holds: statement.verb.id !== verbs.voided,
      message: 'a course session cannot void statements',
      section: '6.3',
    },
    {
      at: '.context.registration',
      holds: context.registration === session.registration,
      message: 'must be the registration of the launch URL',
      section: '9.6.1',
    },
    {
      at: '.context.extensions',
      holds: context.extensions?.[cmi5.sessionId] === session.id,
      message: `must hold the session id of the contextTemplate under ${cmi5.sessionId}`,
      section: '9.6.3.1',
    },
    {
      at: '.context.contextActivities.grouping',
      holds: has(context.contextActivities?.grouping, activities.course),
      message: `must hold the publisher id of the contextTemplate, ${activities.course}`,
      section: '9.6.2.3',
    },
    {
      at: '.context.contextActivities.category',
      holds: isMoveOn(statement) === (isDefined(statement) && isJudged(statement)),
      message: 'must hold the moveOn category exactly when a cmi5 defined statement has success or completion',
      section: '9.6.2.2',
    },
  ]
}

const judged: readonly (SessionVerb | undefined)[] = ['passed', 'failed']
const timed: readonly (SessionVerb | undefined)[] = ['completed', 'passed', 'failed', 'terminated']

/** Rules for cmi5 defined statements only. */
function definedRules(statement: Statement, session: Session): Rule[] {
  const verb = sessionVerb(statement)
  const result = statement.result ?? {}
  const { raw, min, max } = result.score ?? {}
  return [
    {
      at: '.verb.id',
      holds: verb !== undefined,
      message: `must be one of ${sessionVerbs.join(', ')} in a cmi5 defined statement of the course`,
      section: '9.3',
    },
    {
      at: '.object.id',
      holds: 'id' in statement.object && statement.object.id === session.activityId,
      message: 'must be the activityId of the launch URL',
      section: '9.4',
    },
    {
      at: '.result.score',
      holds: result.score === undefined || judged.includes(verb),
      message: 'only passed and failed have a score',
      section: '9.5.1',
    },
    {
      at: '.result.score.raw',
      holds: raw === undefined || (Number.isInteger(raw) && min !== undefined && max !== undefined),
      message: 'must be a whole number, with min and max beside it',
      section: '9.5.1',
    },
    {
      at: '.result.success',
      holds: result.success === (judged.includes(verb) ? verb === 'passed' : undefined),
      message: 'is true in passed, false in failed and absent elsewhere',
      section: '9.5.2',
    },
    {
      at: '.result.completion',
      holds: result.completion === (verb === 'completed' ? true : undefined),
      message: 'is true in completed and absent elsewhere',
      section: '9.5.3',
    },
    {
      at: '.result.duration',
      holds: result.duration !== undefined || !timed.includes(verb),
      message: 'is missing',
      section: '9.5.4',
    },
  ]
}

function isDefined(statement: Statement): boolean {
  return has(statement.context?.contextActivities?.category, cmi5.category)
}

function isMoveOn(statement: Statement): boolean {
  return has(statement.context?.contextActivities?.category, cmi5.moveOnCategory)
}

function isJudged(statement: Statement): boolean {
  return statement.result?.success !== undefined || statement.result?.completion !== undefined
}

function has(given: Activity | Activity[] | undefined, id: string): boolean {
  return [given ?? []].flat().some((activity) => activity.id === id)
}
