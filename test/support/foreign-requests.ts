import { attachment, multipartBody, multipartType, statementsPart } from './multipart.ts'
import { addresses, type Known, kinds, shared } from './neighbours.ts'
import { type Json, statement } from './statement.ts'

/** A request that names what is somebody else's. */
export interface ForeignRequest {
  path: string
  headers?: Record<string, string>
  body?: string | Buffer<ArrayBuffer>
}

/** What to send to each route; whatever is not named here is refused by the test. */
export const foreignRequests: Record<string, (of: Known) => ForeignRequest[]> = {
  'GET /health': everywhere('/health'),
  'GET /metrics': (of) => [{ path: '/metrics', headers: { Authorization: `Bearer ${of.secret}` } }],

  'GET /xapi/about': everywhere('/xapi/about'),
  'GET /xapi/statements': (of) => searches(of).flatMap((query) => xapi('statements', query)),
  'POST /xapi/statements': (of) => [
    ...[statementsOf(of), [statement({ ...about(of), object: reference(of.statementId) })]].map(posted),
    ...searches(of).map((query) => ({
      path: '/xapi/statements?method=GET',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...oldVersion },
      body: new URLSearchParams({ 'X-Experience-API-Version': '1.0.3', ...query }).toString(),
    })),
    posted([statement({ ...about(of), verb: { id: voided }, object: reference(of.statementId) })]),
    posted([statement({ ...about(of), attachments: [claimed(of, { fileUrl: 'https://example.org/fil' })] })]),
    {
      path: '/xapi/statements',
      headers: { 'Content-Type': multipartType },
      body: multipartBody(statementsPart(statement({ ...about(of), attachments: [claimed(of)] }))),
    },
  ],
  'PUT /xapi/statements': (of) =>
    [of.statementId, of.voidedId].map((id) => ({
      ...posted({ ...statement(about(of)), id }),
      path: `/xapi/statements?statementId=${id}`,
    })),
  '* /xapi/statements': (of) => xapi('statements', { statementId: of.statementId }),

  'GET /xapi/activities': activityRequests,
  '* /xapi/activities': activityRequests,
  'GET /xapi/agents': agentRequests,
  '* /xapi/agents': agentRequests,
  ...documentRoute('activities/state', ({ state, states }) => [state, states]),
  ...documentRoute('agents/profile', ({ agentProfile, agentProfiles }) => [agentProfile, agentProfiles]),
  ...documentRoute('activities/profile', ({ activityProfile, activityProfiles }) => [
    activityProfile,
    activityProfiles,
  ]),
  '* /xapi/about': everywhere('/xapi/about'),

  // Whoever holds a token is its person: only the token of its own kind opens something
  'POST /kurs/session/:token': (of) => named('/kurs/session/', of, 'fetchToken'),
  '* /kurs/session/:token': (of) => named('/kurs/session/', of),
  'GET /kurs/:link': (of) => named('/kurs/', of, 'courseLink'),
  'GET /in/:token': (of) => named('/in/', of, 'signInLink'),
  'POST /in/:token': (of) => named('/in/', of, 'signInLink').map(fromOurForm),
  'GET /kurs/slut': everywhere('/kurs/slut'),
  'USE /kurs/fil/:version': (of) => named('/kurs/fil/', of).map(({ path }) => ({ path: `${path}/index.html` })),
  'GET /ut': everywhere('/ut'),
  'POST /ut': (of) => everywhere('/ut')(of).map(fromOurForm),

  'GET /analys': (of) => analysisQueries(of).map((query) => ({ path: `/analys?${query}` })),
  'GET /analys/csv': (of) => analysisQueries(of).map((query) => ({ path: `/analys/csv?${query}` })),
  'GET /analys/radata/:id': (of) => named('/analys/radata/', of),
  'GET /analys/fragor': everywhere('/analys/fragor'),
  'GET /analys/fragor/:slug': (of) => [...named('/analys/fragor/', of), { path: '/analys/fragor/tid-per-modul' }],
  'GET /analys/kolumner': everywhere('/analys/kolumner'),
  'GET /analys/syfte': (of) => named('/analys/syfte?till=/analys/radata/', of),
  'POST /analys/syfte': (of) => [
    fromOurForm({
      path: '/analys/syfte',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ syfte: 'folja-upp', till: `/analys/radata/${of.statementId}` }).toString(),
    }),
  ],

  'GET /provspela': everywhere('/provspela'),
  'GET /provspela/provspela.js': everywhere('/provspela/provspela.js'),
  'GET /provspela/:name': (of) => named('/provspela/', of),
  'GET /provspela/:name/paket/*path': (of) => named('/provspela/kurs/paket/', of),
  'GET /static/:name': (of) => named('/static/', of),
  'GET /': everywhere('/'),
}

const voided = 'http://adlnet.gov/expapi/verbs/voided'
const oldVersion = { 'X-Experience-API-Version': '1.0.3' }
const reference = (id: string): Json => ({ objectType: 'StatementRef', id })
const about = ({ mbox, verb, registration }: Known): Json => ({
  actor: { mbox },
  verb: { id: verb },
  context: { registration },
})
const claimed = ({ sha2 }: Known, changes: Json = {}) => attachment('något annat', { sha2, ...changes })
const posted = (body: unknown): ForeignRequest => ({
  path: '/xapi/statements',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

/** Statements of one's own under the ids that somebody else has, about what somebody else names. */
function statementsOf(of: Known): Json[] {
  return [
    { ...statement(about(of)), id: of.statementId },
    { ...statement(about(of)), id: of.voidedId },
    statement({ ...about(of), object: { id: of.activityId } }),
    statement({ actor: { mbox: shared.mbox }, object: { id: shared.activityId } }),
  ]
}

/** Every filter, alone and with what widens it. */
function searches(of: Known): Record<string, string>[] {
  const agent = JSON.stringify({ mbox: of.mbox })
  const filters: Record<string, string>[] = [
    { agent },
    { agent, related_agents: 'true' },
    { agent: JSON.stringify({ mbox: shared.mbox }) },
    { verb: of.verb },
    { activity: of.activityId },
    { activity: of.activityId, related_activities: 'true' },
    { activity: shared.activityId, format: 'canonical' },
    { registration: of.registration },
    { attachments: 'true' },
  ]
  return [
    { statementId: of.statementId },
    { statementId: of.statementId, attachments: 'true' },
    { voidedStatementId: of.voidedId },
    { more: of.more },
    ...filters,
  ]
}

function xapi(path: string, query: Record<string, string>): ForeignRequest[] {
  return [{ path: `/xapi/${path}?${new URLSearchParams(query)}` }]
}

function activityRequests(of: Known): ForeignRequest[] {
  return [of.activityId, shared.activityId].flatMap((activityId) => xapi('activities', { activityId }))
}

function agentRequests(of: Known): ForeignRequest[] {
  return [of.mbox, shared.mbox].flatMap((mbox) => xapi('agents', { agent: JSON.stringify({ mbox }) }))
}

/** Each method on one document and on all of them, also with the ETag that somebody else's has. */
function documentRoute(path: string, choose: (at: ReturnType<typeof addresses>) => string[]) {
  const methods = ['GET', 'PUT', 'POST', 'DELETE', '*']
  return Object.fromEntries(
    methods.map((method) => [
      `${method} /xapi/${path}`,
      (of: Known): ForeignRequest[] =>
        choose(addresses(of)).flatMap((address) => {
          const request = { path: `/xapi/${address}`, ...(/PUT|POST/.test(method) && { body: '{"eget":1}' }) }
          return [{ ...request, headers: { 'If-Match': of.etag } }, request]
        }),
    ]),
  )
}

/** Every id and token that somebody else has, where the path has one, but for those that are keys to this very route. */
function named(base: string, of: Known, ...keys: (keyof Known)[]): ForeignRequest[] {
  return kinds.filter((kind) => !keys.includes(kind)).map((kind) => ({ path: base + encodeURIComponent(of[kind]) }))
}

/** A route that takes no parameters gets all there is as its query. */
function everywhere(path: string): (of: Known) => ForeignRequest[] {
  return (of) => [{ path: `${path}?${new URLSearchParams(of)}` }]
}

function analysisQueries(of: Known): string[] {
  const fields = {
    person: of.person,
    handelse: of.verb,
    aktivitet: of.activityId,
    text: of.statementId,
    efter: of.more,
  }
  return [{}, ...Object.entries(fields).map(([name, value]) => ({ [name]: value }))].map((query) =>
    new URLSearchParams(query).toString(),
  )
}

function fromOurForm(request: ForeignRequest): ForeignRequest {
  return { ...request, headers: { ...request.headers, 'Sec-Fetch-Site': 'same-origin' } }
}
