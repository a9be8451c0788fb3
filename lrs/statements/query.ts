import type { Limits } from '../config.ts'
import type { Issue } from '../errors.ts'
import { validateIdentified } from '../xapi/actor.ts'
import type { Format } from '../xapi/formats.ts'
import { actorKey } from '../xapi/identifiers.ts'
import { parseJson } from '../xapi/json.ts'
import { refuseIfAny, unknownParameters } from '../xapi/parameters.ts'
import { parseTimestamp } from '../xapi/timestamp.ts'
import type { Actor } from '../xapi/types.ts'
import { isIri, isUuid } from '../xapi/values.ts'
import type { StatementFilter } from './store.ts'

/** What a GET of the Statements resource asks for (Communication 2.1.3). */
export type StatementQuery = (OneStatement | ManyStatements) & { format: Format; attachments: boolean }

/** A statement by its lower-case id, or a voided one by its. */
export interface OneStatement {
  id: string
  voided: boolean
}

export interface ManyStatements {
  filter: StatementFilter
}

/** How a parameter's text becomes its value; `problem` says what it must be. */
type Read = (text: string) => { value: unknown; problem?: undefined } | { problem: string }

const boolean: Read = (text) =>
  text === 'true' || text === 'false' ? { value: text === 'true' } : { problem: 'must be true or false' }
const iri: Read = (text) => (isIri(text) ? { value: text } : { problem: 'must be an IRI with a scheme' })
const uuid: Read = (text) => (isUuid(text) ? { value: text.toLowerCase() } : { problem: 'must be a UUID' })

const timestamp: Read = (text) => {
  const { value, problem } = parseTimestamp(text)
  return problem === undefined ? { value: new Date(value).toISOString() } : { problem }
}

const format: Read = (text) =>
  ['exact', 'ids', 'canonical'].includes(text) ? { value: text } : { problem: 'must be exact, ids or canonical' }

const limit: Read = (text) =>
  /^\d{1,9}$/.test(text) ? { value: Number(text) } : { problem: 'must be a whole number of 0 or more' }

const agent: Read = (text) => {
  const parsed = parseJson(text, 20)
  if (parsed.problem) return { problem: `must be an agent as JSON: ${parsed.problem.message}` }
  const [issue] = validateIdentified(parsed.value, 'agent')
  if (issue) return { problem: `must be an agent or identified group: ${issue.path} ${issue.message}` }
  return { value: actorKey(parsed.value as Actor) }
}

const readers: Record<string, Read> = {
  statementId: uuid,
  voidedStatementId: uuid,
  agent,
  verb: iri,
  activity: iri,
  registration: uuid,
  related_activities: boolean,
  related_agents: boolean,
  since: timestamp,
  until: timestamp,
  limit,
  format,
  attachments: boolean,
  ascending: boolean,
}

/** What may stand beside statementId and voidedStatementId. */
const presentation = ['format', 'attachments']

/**
 * Reads the parameters of GET /statements.
 * @throws LrsError `invalid` with an issue for each parameter that is unknown, given twice or has no valid value
 */
export function parseQuery(parameters: URLSearchParams, { page }: Pick<Limits, 'page'>): StatementQuery {
  const issues = unknownParameters(parameters, Object.keys(readers))
  const values: Record<string, unknown> = {}
  for (const [name, text] of parameters) {
    const read = Object.hasOwn(readers, name) ? readers[name]?.(text) : undefined
    if (read?.problem !== undefined) {
      issues.push({ path: `query.${name}`, message: read.problem, requirement: 'Communication 2.1.3 (XAPI-00012)' })
    } else if (read) values[name] = read.value
  }
  issues.push(...oneOrMany(parameters))
  refuseIfAny(issues)
  return queryFrom(values, page)
}

/** @throws LrsError `invalid` unless the parameters are exactly `statementId` (PUT) or none (POST) */
export function parseWriteQuery(parameters: URLSearchParams, method: 'PUT' | 'POST'): string | undefined {
  const issues = unknownParameters(parameters, method === 'PUT' ? ['statementId'] : [])
  const id = parameters.get('statementId') ?? ''
  if (method === 'PUT' && !isUuid(id)) {
    issues.push({
      path: 'query.statementId',
      message: 'must be a UUID',
      requirement: 'Communication 2.1.1 (XAPI-00145)',
    })
  }
  refuseIfAny(issues)
  return method === 'PUT' ? id : undefined
}

/** A single statement is asked for by one id and nothing that would filter (Communication 2.1.3). */
function oneOrMany(parameters: URLSearchParams): Issue[] {
  const id = ['statementId', 'voidedStatementId'].find((name) => parameters.has(name))
  if (id === undefined) return []
  return [...parameters.keys()]
    .filter((name) => name !== id && Object.hasOwn(readers, name) && !presentation.includes(name))
    .map((name) => ({
      path: `query.${name}`,
      message: `cannot stand beside ${id}`,
      requirement: 'Communication 2.1.3 (XAPI-00151)',
    }))
}

function queryFrom(values: Record<string, unknown>, page: number): StatementQuery {
  const shown = { format: (values.format ?? 'exact') as Format, attachments: values.attachments === true }
  const id = values.statementId ?? values.voidedStatementId
  if (typeof id === 'string') return { id, voided: values.voidedStatementId !== undefined, ...shown }
  const wanted = Number(values.limit ?? 0)
  const filter = {
    agent: values.agent,
    relatedAgents: values.related_agents,
    verb: values.verb,
    activity: values.activity,
    relatedActivities: values.related_activities,
    registration: values.registration,
    since: values.since,
    until: values.until,
    ascending: values.ascending,
    limit: wanted === 0 ? page : Math.min(wanted, page),
  }
  return { filter: filter as StatementFilter, ...shown }
}
