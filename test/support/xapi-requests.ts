import type { XapiVersion } from '../../lrs/accounts/access.ts'
import { activityProfile, agentProfile, fresh, learner, type Query, state } from './documents.ts'
import type { TestServer } from './server.ts'
import { type Json, statement, uuid } from './statement.ts'

/** A request to xAPI that is valid as it stands, for tests that break one thing in it. */
export interface XapiRequest {
  method: string
  path: string
  query: Record<string, string>
  body?: string
}

const texts = (query: Query) =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )

const documents: [path: string, id: string, query: (changes?: Query) => Query][] = [
  ['activities/state', 'stateId', state],
  ['activities/profile', 'profileId', activityProfile],
  ['agents/profile', 'profileId', agentProfile],
]

/** One valid request for every method of every resource but About, each about something new. */
export function xapiRequests(): XapiRequest[] {
  const id = uuid()
  const written: XapiRequest[] = [
    { method: 'GET', path: 'statements', query: { limit: '1' } },
    { method: 'POST', path: 'statements', query: {}, body: JSON.stringify(statement()) },
    { method: 'PUT', path: 'statements', query: { statementId: id }, body: JSON.stringify(statement({ id })) },
    { method: 'GET', path: 'activities', query: { activityId: 'https://example.org/a' } },
    { method: 'GET', path: 'agents', query: texts({ agent: learner }) },
  ]
  for (const [path, name, query] of documents) {
    written.push({ method: 'GET', path, query: texts(query({ [name]: undefined })) })
    for (const method of ['PUT', 'POST', 'DELETE']) {
      const body = method === 'DELETE' ? {} : { body: '{"a":1}' }
      written.push({ method, path, query: texts(query({ [name]: fresh() })), ...body })
    }
  }
  return written
}

/** Sends it with these headers and no others but what its body and preconditions need. */
export function sendXapi(server: TestServer, request: XapiRequest, headers: Record<string, string>): Promise<Response> {
  const { method, path, query, body } = request
  const needed = { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...conditionOf(request) }
  const sent = body === undefined ? {} : { body }
  return fetch(`${server.xapi}/${path}?${new URLSearchParams(query)}`, {
    method,
    headers: { ...needed, ...headers },
    ...sent,
  })
}

/** What 1.0.3 asks of a PUT to a profile; 2.0 takes it too. */
function conditionOf({ method, path }: XapiRequest): Record<string, string> {
  return method === 'PUT' && path !== 'statements' ? { 'If-None-Match': '*' } : {}
}

/** The headers of somebody who may do everything, in this version. */
export function headersIn(server: TestServer, version: XapiVersion): Record<string, string> {
  return { Authorization: server.headers.Authorization ?? '', 'X-Experience-API-Version': version }
}

export const versions: XapiVersion[] = ['1.0.3', '2.0.0']

/** What the LRS answers when it refuses. */
export interface RefusalBody {
  error: string
  message: string
  issues: { path: string; message: string; requirement: string }[]
}

/** A statement with every property that there is, but for a sub-statement. */
export function fullStatement(changes: Json = {}): Json {
  const languages = { sv: 'ord', en: 'word' }
  const extensions = { 'https://example.org/extension': { null: null } }
  const definition = {
    name: languages,
    description: languages,
    type: 'https://example.org/type',
    moreInfo: 'https://example.org/more',
    interactionType: 'choice',
    correctResponsesPattern: ['a'],
    choices: [{ id: 'a', description: languages }],
    extensions,
  }
  const activity = { objectType: 'Activity', id: 'https://example.org/activity', definition }
  const account = { homePage: 'https://example.org', name: 'konto' }
  return statement({
    actor: { objectType: 'Group', name: 'Gruppen', openid: 'https://example.org/id', member: [{ name: 'A', account }] },
    verb: { id: 'https://example.org/verb', display: languages },
    object: activity,
    result: {
      score: { scaled: 0.5, raw: 1, min: 0, max: 2 },
      success: true,
      completion: true,
      response: 'svar',
      duration: 'PT1S',
      extensions,
    },
    context: {
      registration: uuid(),
      instructor: { account },
      team: { objectType: 'Group', member: [{ account }] },
      contextActivities: { parent: [activity], grouping: [activity], category: [activity], other: [activity] },
      revision: '1',
      platform: 'webb',
      language: 'sv',
      statement: { objectType: 'StatementRef', id: uuid() },
      extensions,
    },
    attachments: [
      {
        usageType: 'https://example.org/usage',
        display: languages,
        description: languages,
        contentType: 'text/plain',
        length: 1,
        sha2: 'a'.repeat(64),
        fileUrl: 'https://example.org/file',
      },
    ],
    stored: '2026-11-24T10:00:00.000Z',
    authority: { account },
    version: '1.0.0',
    ...changes,
  })
}

/** The same without what a sub-statement has no place for. */
export function fullSubStatement(): Json {
  const { id: _, stored: __, authority: ___, version: ____, ...rest } = fullStatement()
  return { objectType: 'SubStatement', ...rest }
}

/** A copy with the value at this path replaced. */
export function withValue(value: unknown, path: (string | number)[], replacement: unknown): Json {
  const [key, ...rest] = path
  if (key === undefined) return replacement as Json
  const copy = (Array.isArray(value) ? [...value] : { ...(value as Json) }) as Record<string | number, unknown>
  copy[key] = withValue(copy[key], rest, replacement)
  return copy as Json
}

/** The path of everything inside, extensions' contents left out. */
export function pathsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null || path.at(-1) === 'extensions') return []
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return keys.flatMap((key) => {
    const inner = [...path, key]
    return [inner, ...pathsIn((value as Record<string | number, unknown>)[key], inner)]
  })
}
