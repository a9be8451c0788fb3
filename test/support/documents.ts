import type { XapiVersion } from '../../lrs/accounts/access.ts'
import { basic, type TestServer } from './server.ts'

/** A request's parameters: texts as they are, anything else as JSON, undefined left out. */
export type Query = Record<string, unknown>

export interface DocumentRequest {
  version?: XapiVersion
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  type?: string
}

export const learner = { account: { homePage: 'https://example.org', name: 'lots-1' } }
export const activityId = 'https://example.org/activities/kurs'
export const registration = '7e570000-0000-4000-8000-00000000abcd'

export const state = (changes: Query = {}): Query => ({ activityId, agent: learner, stateId: 'plats', ...changes })
export const agentProfile = (changes: Query = {}): Query => ({ agent: learner, profileId: 'plats', ...changes })
export const activityProfile = (changes: Query = {}): Query => ({ activityId, profileId: 'plats', ...changes })

/** The document resources, each with the parameters that lead to one document. */
export const resources = [
  { path: 'activities/state', parameters: state, id: 'stateId' },
  { path: 'agents/profile', parameters: agentProfile, id: 'profileId' },
  { path: 'activities/profile', parameters: activityProfile, id: 'profileId' },
]

let counter = 0

/** A name that no other document has. */
export function fresh(): string {
  counter += 1
  return `ny-${counter}`
}

/** Sends a request to a document resource, in version 1.0.3 and as the server's own credential unless it says otherwise. */
export function sendDocument(
  server: TestServer,
  method: string,
  target: { path: string; query: Query },
  request: DocumentRequest = {},
): Promise<Response> {
  const { version = '1.0.3', headers, body, type = 'application/json' } = request
  return fetch(`${server.xapi}/${target.path}?${queryText(target.query)}`, {
    method,
    headers: {
      ...basic(server.key, server.secret),
      'X-Experience-API-Version': version,
      ...(body !== undefined && { 'Content-Type': type }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  })
}

function queryText(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return new URLSearchParams(
    given.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  ).toString()
}
