import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cmi5 } from '../../course/vocabulary.ts'
import type { CmiLaunch } from './cmi5-rules.ts'
import type { Exchange } from './line.ts'

export interface StoredStatement {
  id: string
  timestamp: string
  verb: { id: string }
  object: { id: string; definition?: { description?: Record<string, string> } }
  result?: Record<string, unknown>
  context: { registration: string; extensions: Record<string, unknown> }
}

/** A cmi5 launcher and LRS in memory, for what a real one cannot be made to do: one registration, many sessions. */
export interface FakeLrs {
  statements: StoredStatement[]
  exchanges: Exchange[]
  documents: Map<string, string>
  /** A status to answer with instead of doing what was asked; `cut` does it and closes the connection unanswered. */
  fault: (exchange: Exchange) => number | 'cut' | undefined
  /** A new session of the registration: the query of its launch URL, and what the rules ask for. */
  launch(data?: Partial<CmiLaunch['launchData']> & { returnURL?: string }): { search: string; rules: CmiLaunch }
  /** The query that a portal launches a tincan.xml package with; `changes` replaces parameters, an empty one takes it away. */
  launchTincan(changes?: Record<string, string>): string
  stop(): Promise<void>
}

const registration = '8b3a2f5e-4f0c-4f0e-9d1c-2a8f6f5a7c10'
const actor = { account: { homePage: 'https://lots.example', name: 'k7f2' } }
const activityId = 'https://lots.example/activities/demo/course'

export async function startFakeLrs(): Promise<FakeLrs> {
  const tokens = new Map<string, { token: string; given: boolean }>()
  const server = createServer(async (req, res) => {
    const exchange: Exchange = {
      method: req.method ?? '',
      url: req.url ?? '',
      headers: req.headers,
      body: await readAll(req),
      status: 0,
      answer: '',
    }
    lrs.exchanges.push(exchange)
    const fault = lrs.fault(exchange)
    const { status, body } =
      typeof fault === 'number' ? { status: fault, body: '{}' } : answer(exchange, { lrs, tokens })
    if (fault === 'cut') return void req.socket.destroy()
    Object.assign(exchange, { status, answer: body })
    res.writeHead(status, { 'content-type': 'application/json' }).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const lrs: FakeLrs = {
    statements: [],
    exchanges: [],
    documents: new Map(),
    fault: () => undefined,
    launch: (data = {}) => {
      const session = `s${tokens.size + 1}`
      tokens.set(session, { token: btoa(`${session}:secret`), given: false })
      const contextTemplate = {
        contextActivities: { grouping: [{ id: 'https://foretagslots.example/xapi/activities/course' }] },
        extensions: { [cmi5.sessionId]: session },
      }
      const launchData = { contextTemplate, launchMode: 'Normal', moveOn: 'Completed', ...data }
      lrs.documents.set('LMS.LaunchData', JSON.stringify(launchData))
      const fetch = `${url}/fetch/${session}`
      const parameters = { endpoint: `${url}/xapi/`, fetch, actor: JSON.stringify(actor), registration, activityId }
      return {
        search: `?${new URLSearchParams(parameters)}`,
        rules: { actor, registration, activityId, fetch, launchData },
      }
    },
    launchTincan: (changes = {}) => {
      const auth = `Basic ${btoa('key:secret')}`
      const given = {
        endpoint: `${url}/xapi/`,
        auth,
        actor: JSON.stringify(actor),
        registration,
        activity_id: activityId,
      }
      const parameters = Object.entries({ ...given, ...changes }).filter(([, value]) => value !== '')
      return `?${new URLSearchParams(parameters)}`
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return lrs
}

interface Inside {
  lrs: FakeLrs
  tokens: Map<string, { token: string; given: boolean }>
}

function answer({ method, url, body }: Exchange, { lrs, tokens }: Inside): { status: number; body: string } {
  const { pathname, searchParams } = new URL(url, 'http://lrs')
  if (pathname.startsWith('/fetch/')) {
    const session = tokens.get(pathname.slice('/fetch/'.length))
    if (!session || session.given) return { status: 200, body: '{"error-code":"1","error-text":"given before"}' }
    session.given = true
    return { status: 200, body: JSON.stringify({ 'auth-token': session.token }) }
  }
  if (pathname === '/xapi/statements') return storeStatements(JSON.parse(body), lrs)
  const stateId = searchParams.get('stateId') ?? ''
  if (method === 'PUT') {
    lrs.documents.set(stateId, body)
    return { status: 204, body: '' }
  }
  const document = lrs.documents.get(stateId)
  return document === undefined ? { status: 404, body: '{}' } : { status: 200, body: document }
}

function storeStatements(body: StoredStatement | StoredStatement[], { statements }: FakeLrs) {
  const sent = [body].flat()
  for (const statement of sent) if (!statements.some(({ id }) => id === statement.id)) statements.push(statement)
  return { status: 200, body: JSON.stringify(sent.map(({ id }) => id)) }
}

async function readAll(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
