import { cmi5, verbs } from '../../course/vocabulary.ts'
import type { Exchange } from './line.ts'

interface Statement {
  id?: string
  timestamp?: string
  actor: unknown
  verb: { id: string }
  object: { id?: string }
  result?: { score?: { scaled?: number; raw?: number; min?: number; max?: number }; duration?: string }
  context?: {
    registration?: string
    contextActivities?: { grouping?: { id: string }[]; category?: { id: string }[] }
    extensions?: Record<string, unknown>
  }
}

/** How a session was launched: the query of the launch URL and the LMS.LaunchData document that the AU was given. */
export interface CmiLaunch {
  actor: unknown
  registration: string
  activityId: string
  fetch: string
  launchData: {
    contextTemplate: { contextActivities?: { grouping?: { id: string }[] }; extensions?: Record<string, unknown> }
    launchMode: string
    masteryScore?: number
  }
}

const once = [verbs.initialized, verbs.completed, verbs.passed, verbs.failed, verbs.terminated]
const scored: string[] = [verbs.passed, verbs.failed]
const judged: string[] = [...scored, verbs.completed]
const timed: string[] = [...judged, verbs.terminated]

const path = (exchange: Exchange) => exchange.url.split('?')[0] ?? ''
const query = (exchange: Exchange) => new URLSearchParams(exchange.url.split('?')[1])
const isDefined = (statement: Statement) =>
  statement.context?.contextActivities?.category?.some((activity) => activity.id === cmi5.category) ?? false

/**
 * Checks one session's traffic (one fetch to its Terminated) against rules 1–9 of the packages' design: a sentence for
 * each breach. `exchanges` in the order sent; only answered ones count as delivered.
 */
export function cmi5Breaches(launch: CmiLaunch, exchanges: Exchange[]): string[] {
  const breaches: string[] = []
  const must = (holds: boolean, sentence: string) => {
    if (!holds) breaches.push(sentence)
  }
  const fetches = exchanges.filter((exchange) => launch.fetch.endsWith(exchange.url))
  must(fetches.length === 1 && fetches[0]?.method === 'POST', `1: fetch was asked ${fetches.length} times`)
  const token = JSON.parse(fetches[0]?.answer || '{}')['auth-token']
  const xapi = exchanges.filter((exchange) => exchange.headers.authorization === `Basic ${token}`)
  const sent = xapi.filter((exchange) => path(exchange).endsWith('/statements') && exchange.method !== 'GET')
  checkOrder(xapi, sent, must)
  const statements = sent.flatMap((exchange): Statement[] => [JSON.parse(exchange.body)].flat())
  for (const statement of unique(statements)) {
    checkStatement(launch, statement, must)
    if (isDefined(statement)) checkDefined(launch, statement, must)
  }
  checkCounts(launch, unique(statements), must)
  return breaches
}

type Must = (holds: boolean, sentence: string) => void

/** A statement sent again after a lost answer has the same id and counts once. */
const unique = (statements: Statement[]) => [...new Map(statements.map((s) => [s.id, s])).values()]

/** Rules 2 and 3: launch data and preferences first, Initialized alone, nothing after Terminated. */
function checkOrder(xapi: Exchange[], sent: Exchange[], must: Must) {
  const at = (test: (exchange: Exchange) => boolean) => xapi.findIndex(test)
  const first = at((exchange) => exchange === sent[0])
  const launchData = at((exchange) => exchange.method === 'GET' && query(exchange).get('stateId') === 'LMS.LaunchData')
  const preferences = at((exchange) => query(exchange).get('profileId') === 'cmi5LearnerPreferences')
  must(launchData >= 0 && launchData < first, '2: LMS.LaunchData was not read before the first statement')
  must(preferences >= 0 && preferences < first, '2: cmi5LearnerPreferences was not read before the first statement')
  const opening = [JSON.parse(sent[0]?.body ?? '[]')].flat()
  must(
    opening.length === 1 && opening[0].verb.id === verbs.initialized,
    '3: the first request is not Initialized alone',
  )
  const end = xapi.findIndex((exchange) => exchange.body.includes(verbs.terminated) && exchange.status === 200)
  if (end < 0) return
  const last = [JSON.parse(xapi[end]?.body ?? '[]')].flat().at(-1)
  must(last.verb.id === verbs.terminated, '3: Terminated is not the last statement of its request')
  const after = xapi.slice(end + 1)
  must(after.length === 0, `3: ${after.map((e) => `${e.method} ${path(e)}`).join(', ')} after Terminated`)
}

/** Rule 4, and rule 8's half: what every statement carries. */
function checkStatement(launch: CmiLaunch, statement: Statement, must: Must) {
  const { contextTemplate } = launch.launchData
  const name = `${statement.verb.id.split('/').at(-1)} ${statement.object.id}`
  must(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(statement.id ?? ''), `4: ${name} has no UUID`)
  must(/Z$/.test(statement.timestamp ?? ''), `4: ${name} has no UTC timestamp`)
  must(JSON.stringify(statement.actor) === JSON.stringify(launch.actor), `4: ${name} changes the actor`)
  must(statement.context?.registration === launch.registration, `4: ${name} has another registration`)
  const grouping = contextTemplate.contextActivities?.grouping ?? []
  const given = statement.context?.contextActivities?.grouping?.slice(0, grouping.length) ?? []
  must(
    JSON.stringify(given.map((a) => a.id)) === JSON.stringify(grouping.map((a) => a.id)),
    `4: ${name} groups otherwise`,
  )
  for (const [key, value] of Object.entries(contextTemplate.extensions ?? {}))
    must(JSON.stringify(statement.context?.extensions?.[key]) === JSON.stringify(value), `4: ${name} lacks ${key}`)
  must(typeof contextTemplate.extensions?.[cmi5.sessionId] === 'string', '4: the launch gave no session id')
}

/** Rule 5: object, categories, duration, score and mastery score of the statements that cmi5 defines. */
function checkDefined(launch: CmiLaunch, statement: Statement, must: Must) {
  const verb = statement.verb.id
  const name = verb.split('/').at(-1)
  const categories = statement.context?.contextActivities?.category?.map((activity) => activity.id) ?? []
  const score = statement.result?.score
  must(statement.object.id === launch.activityId, `5: ${name} is about ${statement.object.id}`)
  must((once as string[]).includes(verb), `5: ${name} is no verb of cmi5`)
  must(categories.includes(cmi5.moveOnCategory) === judged.includes(verb), `5: moveon category on ${name}`)
  must(/^PT/.test(statement.result?.duration ?? '') === timed.includes(verb), `5: duration on ${name}`)
  must(score === undefined || scored.includes(verb), `5: score on ${name}`)
  if (score?.raw !== undefined)
    must(score.min !== undefined && score.max !== undefined, `5: ${name}: raw without min, max`)
  if (scored.includes(verb) && launch.launchData.masteryScore !== undefined)
    must(
      statement.context?.extensions?.[cmi5.masteryScore] === launch.launchData.masteryScore,
      `5: masteryscore on ${name}`,
    )
}

/** Rules 6 and 7: once each, one of passed and failed, and only initialized and terminated outside normal mode. */
function checkCounts(launch: CmiLaunch, statements: Statement[], must: Must) {
  const defined = statements.filter(isDefined).map((statement) => statement.verb.id)
  for (const verb of once) must(defined.filter((v) => v === verb).length <= 1, `6: ${verb} more than once`)
  must(!(defined.includes(verbs.passed) && defined.includes(verbs.failed)), '6: passed and failed in one session')
  if (launch.launchData.launchMode !== 'Normal')
    must(!defined.some((verb) => judged.includes(verb)), `7: a verdict in ${launch.launchData.launchMode} mode`)
}
