import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCredential } from '../../lrs/accounts/credential.ts'
import { createLink, type LinkKind } from '../../lrs/accounts/link.ts'
import { findOrCreateMunicipality } from '../../lrs/accounts/municipality.ts'
import { enrolPerson, type Person } from '../../lrs/accounts/person.ts'
import { loadConfig } from '../../lrs/config.ts'
import type { Session } from '../../lrs/launch/rules.ts'
import type { Lrs } from '../../lrs/lrs.ts'
import { startServer } from '../../lrs/server.ts'
import type { StorageOptions } from '../../lrs/storage/connection.ts'
import { temporaryFolder } from './folder.ts'

/** A whole server on a real socket, with a course of four small files and the municipalities `demo` and `other`. */
export interface LaunchServer {
  url: string
  lrs: Lrs
  /** `embedded:<folder>`, for a script that works beside the server. */
  databaseUrl: string
  hostedCourse: string
  enrol(name: string, municipality?: string): Promise<Person>
  /** The whole address of a new link for this person. */
  link(person: Person, kind?: LinkKind): Promise<string>
  /** Reads what is stored, with a credential of the municipality. */
  statements(query?: Record<string, string>, municipality?: string): Promise<StoredStatement[]>
  close(): Promise<void>
}

export interface StoredStatement {
  id: string
  actor: { account: { homePage: string; name: string } }
  verb: { id: string }
  object: { id: string }
  result?: { duration?: string }
  context: {
    registration: string
    contextActivities: Record<string, { id: string }[]>
    extensions: Record<string, unknown>
  }
  timestamp: string
}

const files = {
  'index.html': '<!doctype html><title>Kurs</title><script src="course.js"></script>',
  'course.js': 'document.title = "åäö"',
  'course.css': ':root { color: black }',
  'pictures/house.svg': '<svg xmlns="http://www.w3.org/2000/svg"><style>path { fill: red }</style></svg>',
}

export async function startLaunchServer(
  env: Record<string, string> = {},
  options: StorageOptions = {},
): Promise<LaunchServer> {
  const folder = temporaryFolder()
  const hostedCourse = join(folder.path, 'hosted')
  mkdirSync(join(hostedCourse, 'pictures'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(hostedCourse, name), text)
  const databaseUrl = `embedded:${join(folder.path, 'data')}`
  const settings = { PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: databaseUrl, HOSTED_COURSE: hostedCourse, ...env }
  const { url, lrs, close } = await startServer(loadConfig(settings), options)
  const readers = new Map<string, string>()
  for (const slug of ['demo', 'other']) {
    const municipality = await findOrCreateMunicipality(lrs.connection, { slug, homePage: lrs.config.publicUrl })
    const credential = { municipality, scopes: ['all/read' as const], name: 'test', defaultVersion: '2.0.0' as const }
    const { key, secret } = await createCredential(lrs.connection, credential)
    readers.set(slug, basic(`${key}:${secret}`))
  }
  return {
    url,
    lrs,
    databaseUrl,
    hostedCourse,
    enrol: (name, slug = 'demo') =>
      enrolPerson(lrs.connection, { slug, homePage: lrs.config.publicUrl }, { name, role: 'learner' }),
    link: async (person, kind = 'course') =>
      `${url}${kind === 'course' ? '/kurs' : '/in'}/${await createLink(lrs.connection, person, kind)}`,
    async statements(query = {}, municipality = 'demo') {
      const headers = { Authorization: readers.get(municipality) ?? '', ...version }
      const answer = await fetch(`${url}/xapi/statements?${new URLSearchParams(query)}`, { headers })
      return ((await answer.json()) as { statements: StoredStatement[] }).statements
    },
    async close() {
      await close()
      folder.remove()
    },
  }
}

export function basic(pair: string): string {
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

const version = { 'X-Experience-API-Version': '1.0.3' }

/** A course that a link has launched, as the browser sees it. */
export interface LaunchedCourse {
  /** Where the link led: the document's address without its query. */
  courseUrl: string
  query: { endpoint: string; fetch: string; actor: string; registration: string; activityId: string }
  session: Session
  launchData: Record<string, unknown>
  /** The course's own requests: `path` below the endpoint. */
  request(path: string, options?: RequestInit): Promise<Response>
  send(statements: unknown): Promise<Response>
}

/** Follows a link by hand and fetches the token, as the course does when it starts. */
export async function launch(link: string): Promise<LaunchedCourse> {
  const redirect = await fetch(link, { redirect: 'manual' })
  const location = new URL(redirect.headers.get('location') ?? '')
  const query = Object.fromEntries(location.searchParams) as unknown as LaunchedCourse['query']
  const answer = await fetch(query.fetch, { method: 'POST' })
  const token = ((await answer.json()) as { 'auth-token': string })['auth-token']
  const request = (path: string, options: RequestInit = {}) =>
    fetch(query.endpoint + path, {
      ...options,
      headers: { Authorization: `Basic ${token}`, ...version, ...options.headers },
    })
  const { actor, registration, activityId } = query
  const state = new URLSearchParams({ stateId: 'LMS.LaunchData', agent: actor, registration, activityId })
  const launchData = (await (await request(`activities/state?${state}`)).json()) as Record<string, never>
  return {
    courseUrl: location.origin + location.pathname,
    query,
    session: { id: sessionIdOf(launchData), actor: JSON.parse(actor), registration, activityId },
    launchData,
    request,
    send: (statements) =>
      request('statements', {
        method: 'POST',
        body: JSON.stringify(statements),
        headers: { 'Content-Type': 'application/json' },
      }),
  }
}

function sessionIdOf(launchData: Record<string, unknown>): string {
  const template = launchData.contextTemplate as { extensions: Record<string, string> }
  return Object.values(template.extensions)[0] ?? ''
}
