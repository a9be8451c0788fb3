import type { Issue } from '../errors.ts'
import { all, arrayOf, at, type Check, isObject, object, optional, type Property, report, required } from './grammar.ts'
import { parseJson } from './json.ts'
import type { Agent } from './types.ts'
import { iri, irl, literal, mailto, oneOf, sha1, string } from './values.ts'

const account = object('an account', {
  homePage: required(irl, 'Data 2.4.2.4 (XAPI-00042)'),
  name: required(string, 'Data 2.4.2.4 (XAPI-00043)'),
})

/** Data 2.4.2.3 */
const identifiers: Record<string, Property> = {
  mbox: optional(mailto, 'Data 2.4.2.3 (XAPI-00038)'),
  mbox_sha1sum: optional(sha1, 'Data 2.4.2.3 (XAPI-00039)'),
  openid: optional(iri, 'Data 2.4.2.3 (XAPI-00040)'),
  account: optional(account, 'Data 2.4.2.4 (XAPI-00041)'),
}
const identifierNames = Object.keys(identifiers)
const name = optional(string, 'Data 2.4.2.1 (XAPI-00033)')

function countIdentifiers(value: unknown): number {
  return isObject(value) ? identifierNames.filter((key) => Object.hasOwn(value, key)).length : 0
}

const oneIdentifier =
  (requirement: string): Check =>
  (value, path, run) => {
    if (countIdentifiers(value) !== 1) {
      report(run, { path, message: `must have exactly one of ${identifierNames.join(', ')}`, requirement })
    }
    return undefined
  }

function agentWith(objectType: Check): Check {
  return all(
    object('an agent', { objectType: optional(objectType, 'Data 2.4.2.1 (XAPI-00032)'), name, ...identifiers }),
    oneIdentifier('Data 2.4.2.1 (XAPI-00034)'),
  )
}

/** Data 2.4.2.1: an agent and no group. */
export const agent = agentWith(literal('Agent'))
const agentOfUnknownType = agentWith(oneOf(['Agent', 'Group']))

const member = optional(
  arrayOf(agent, 'Data 2.4.2.2 (XAPI-00036)', 'must be an array of agents'),
  'Data 2.4.2.2 (XAPI-00036)',
)
const groupType = required(literal('Group'), 'Data 2.4.2.2 (XAPI-00031)')
const oneOfGroup = oneIdentifier('Data 2.4.2.2 (XAPI-00037)')
const identifiedGroup = all(object('a group', { objectType: groupType, name, member, ...identifiers }), oneOfGroup)
const anonymousGroup = object('an anonymous group', {
  objectType: groupType,
  name,
  member: { ...member, required: true, requirement: 'Data 2.4.2.2 (XAPI-00035)' },
})

/** Data 2.4.2.2: identified, or anonymous with members. */
export const group: Check = (value, path, run) =>
  (countIdentifiers(value) > 0 ? identifiedGroup : anonymousGroup)(value, path, run)

function isGroupValue(value: unknown): boolean {
  return isObject(value) && value.objectType === 'Group'
}

/** Data 2.4.2: an agent or a group; without objectType an agent. */
export const actor: Check = (value, path, run) => (isGroupValue(value) ? group : agentOfUnknownType)(value, path, run)

/** Data 2.4.9: an agent, or the two agents of three-legged OAuth, of which one is the application's account. */
export const authority: Check = (value, path, run) => {
  if (!isGroupValue(value)) return agentOfUnknownType(value, path, run)
  if (countIdentifiers(value) > 0) return 'must be an agent, or an anonymous group of two agents'
  const problem = anonymousGroup(value, path, run)
  const members = (value as { member?: unknown }).member
  if (problem !== undefined || !Array.isArray(members)) return problem
  if (members.length !== 2) return 'must have exactly two agents when it is a group'
  if (members.some((agent) => isObject(agent) && Object.hasOwn(agent, 'account'))) return undefined
  report(run, {
    path: at(path, 'member'),
    message: 'must hold an agent with an account: the OAuth consumer',
    requirement: 'Data 2.4.9 (XAPI-00100)',
  })
  return undefined
}

/** What is wrong with the value as an agent or identified group, as requests name one in a parameter. */
export function validateIdentified(value: unknown, path: string): Issue[] {
  const run = { issues: [] as Issue[] }
  const message = actor(value, path, run)
  if (message !== undefined) report(run, { path, message, requirement: 'Data 2.4.2' })
  else if (run.issues.length === 0) oneOfGroup(value, path, run)
  return run.issues
}

/** An agent has few levels: what is nested deeper is none. */
const AGENT_DEPTH = 20

/** Reads the JSON of an agent that is no group, as the Agents resource is asked about (Communication 2.4). */
export function parseAgent(
  text: string,
  path: string,
): { agent: Agent; issues?: undefined } | { agent?: undefined; issues: Issue[] } {
  const requirement = 'Communication 2.4 (XAPI-00249)'
  const { value, problem } = { value: undefined, problem: undefined, ...parseJson(text, AGENT_DEPTH) }
  if (problem) {
    const message = `must be an agent as JSON: at character ${problem.position} it ${problem.message}`
    return { issues: [{ path, message, requirement }] }
  }
  const issues = validateIdentified(value, path)
  if (issues.length > 0) return { issues }
  if (isGroupValue(value)) return { issues: [{ path, message: 'must be an agent, not a group', requirement }] }
  return { agent: value as Agent }
}
