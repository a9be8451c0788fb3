import { type Issue, LrsError } from '../errors.ts'
import { validateIdentified } from '../xapi/actor.ts'
import { actorKey } from '../xapi/identifiers.ts'
import { parseJson } from '../xapi/json.ts'
import { parseTimestamp } from '../xapi/timestamp.ts'
import type { Actor } from '../xapi/types.ts'
import { isIri, isUuid } from '../xapi/values.ts'
import type { DocumentContext, DocumentResource } from './document.ts'

/** What the query of a request to a document resource asks for. */
export interface DocumentQuery {
  context: Omit<DocumentContext, 'municipality'>
  /** `stateId` or `profileId`; without it the request is about all documents of the context. */
  id?: string
  /** Only documents changed after it. */
  since?: Date
}

type Method = 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
type Parameter = 'activityId' | 'agent' | 'registration' | 'stateId' | 'profileId' | 'since'

interface Rules {
  section: string
  required: Parameter[]
  optional: Parameter[]
  id: 'stateId' | 'profileId'
}

/** The parameters of each resource (Communication 2.3, 2.6, 2.7), but for `since`, which only GET knows. */
const rules: Record<DocumentResource, Rules> = {
  state: { section: '2.3', required: ['activityId', 'agent'], optional: ['registration'], id: 'stateId' },
  'agent-profile': { section: '2.6', required: ['agent'], optional: [], id: 'profileId' },
  'activity-profile': { section: '2.7', required: ['activityId'], optional: [], id: 'profileId' },
}

/**
 * Reads the query of a request to a document resource.
 *
 * @param query each parameter's text, or several where it was given more than once
 * @throws LrsError `invalid` with everything that is wrong: unknown, repeated, missing or malformed parameters
 */
export function parseDocumentQuery(
  query: Record<string, unknown>,
  request: { resource: DocumentResource; method: Method },
): DocumentQuery {
  const { section, required, optional, id } = rules[request.resource]
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  const allowed: Parameter[] = [...required, ...optional, id, ...(isReading ? (['since'] as const) : [])]
  const issues: Issue[] = []
  const report = (name: string, message: string) =>
    issues.push({ path: `query.${name}`, message, requirement: `Communication ${section}` })

  for (const [name, value] of Object.entries(query)) {
    if (!allowed.some((parameter) => parameter === name)) report(name, `is not one of ${allowed.join(', ')}`)
    else if (typeof value !== 'string') report(name, 'must be given once')
  }
  const text = (name: Parameter) => (typeof query[name] === 'string' ? query[name] : undefined)
  for (const name of needsId(request) ? [...required, id] : required) {
    if (!text(name) && issues.every(({ path }) => path !== `query.${name}`)) report(name, 'is missing')
  }
  const parsed = {
    context: { resource: request.resource, ...contextOf(text, report) },
    ...withId(text(id)),
    ...sinceOf(text('since'), report),
  }
  if (issues.length > 0) throw refusal(issues)
  return parsed
}

/** Only a state's documents can be deleted all at once. */
function needsId({ resource, method }: { resource: DocumentResource; method: Method }): boolean {
  if (method === 'DELETE') return resource !== 'state'
  return method === 'PUT' || method === 'POST'
}

type Report = (name: Parameter, message: string) => void

function contextOf(text: (name: Parameter) => string | undefined, report: Report) {
  const activityId = text('activityId')
  const registration = text('registration')
  const agent = text('agent')
  if (activityId && !isIri(activityId)) report('activityId', 'must be an IRI with a scheme')
  if (registration !== undefined && !isUuid(registration)) report('registration', 'must be a UUID')
  return {
    ...(activityId && { activityId }),
    ...(registration !== undefined && { registration: registration.toLowerCase() }),
    ...(agent && { agent: agentKey(agent, report) }),
  }
}

/** An agent has few levels: what is nested deeper is none. */
const AGENT_DEPTH = 20

function agentKey(text: string, report: Report): string | undefined {
  const json = parseJson(text, AGENT_DEPTH)
  if (json.problem) {
    report('agent', `is not JSON: at character ${json.problem.position} it ${json.problem.message}`)
    return undefined
  }
  const problems = validateIdentified(json.value, 'agent')
  for (const { path, message } of problems) report('agent', path === 'agent' ? message : `${path} ${message}`)
  return problems.length > 0 ? undefined : actorKey(json.value as Actor)
}

function withId(id: string | undefined): { id?: string } {
  return id ? { id } : {}
}

function sinceOf(text: string | undefined, report: Report): { since?: Date } {
  if (text === undefined) return {}
  const { value, problem } = parseTimestamp(text)
  if (problem !== undefined) report('since', problem)
  return value === undefined ? {} : { since: new Date(value) }
}

function refusal(issues: Issue[]): LrsError {
  const [first] = issues
  return new LrsError('invalid', `The parameters cannot be used: ${first?.path} ${first?.message}.`, { issues })
}
