import { createCredential } from '../../lrs/accounts/credential.ts'
import { createLink } from '../../lrs/accounts/link.ts'
import { findOrCreateMunicipality } from '../../lrs/accounts/municipality.ts'
import { enrolPerson } from '../../lrs/accounts/person.ts'
import { loadConfig } from '../../lrs/config.ts'
import { startServer } from '../../lrs/server.ts'
import type { CmiLaunch } from './cmi5-rules.ts'
import { temporaryFolder } from './folder.ts'
import { type Exchange, type Line, startLine } from './line.ts'
import type { SentStatement } from './projection.ts'
import { basic } from './server.ts'

/** Our own server with the built course, behind a line that records and can be cut. */
export interface HostedCourse {
  line: Line
  /** A learner's personal link. */
  link(name: string): Promise<string>
  /** Everything stored, oldest first, with a reading credential of the municipality. */
  statements(): Promise<SentStatement[]>
  /** Each launch as the AU got it, with what it sent until the next one. */
  launches(): { launch: CmiLaunch; exchanges: Exchange[] }[]
  /** A one-time link for an analyst. */
  signInLink(): Promise<string>
  /** An analyst who came by a one-time link and has said what for. */
  signIn(): Promise<{ page(path: string): Promise<string> }>
  stop(): Promise<void>
}

const municipality = { slug: 'demo', name: 'Ekköpings kommun' }

export async function startHostedCourse(hostedCourse: string): Promise<HostedCourse> {
  const folder = temporaryFolder()
  const target = { port: 0 }
  const line = await startLine(target)
  const settings = { PORT: '0', LOG_LEVEL: 'error', PUBLIC_URL: line.url, HOSTED_COURSE: hostedCourse }
  const server = await startServer(loadConfig({ ...settings, DATABASE_URL: `embedded:${folder.path}` }))
  target.port = server.lrs.config.port
  const { connection } = server.lrs
  await findOrCreateMunicipality(connection, { ...municipality, homePage: line.url })
  const reader = await createCredential(connection, {
    municipality: { ...municipality, homePage: line.url, createdAt: new Date() },
    scopes: ['statements/read'],
    name: 'test',
    defaultVersion: '2.0.0',
  })
  const address = async (name: string, role: 'learner' | 'granskare') => {
    const person = await enrolPerson(connection, { slug: municipality.slug, homePage: line.url }, { name, role })
    const token = await createLink(connection, person, role === 'learner' ? 'course' : 'sign-in')
    return `${line.url}${role === 'learner' ? '/kurs' : '/in'}/${token}`
  }
  return {
    line,
    link: (name) => address(name, 'learner'),
    launches: () => launchesIn(line.exchanges),
    async statements() {
      const headers = { ...basic(reader.key, reader.secret), 'X-Experience-API-Version': '2.0.0' }
      const res = await fetch(`${server.url}/xapi/statements?limit=500&ascending=true`, { headers })
      return ((await res.json()) as { statements: SentStatement[] }).statements
    },
    signInLink: () => address('Granskare', 'granskare'),
    signIn: async () => signIn(await address('Granskare', 'granskare'), line.url),
    async stop() {
      await server.close()
      await line.stop()
      folder.remove()
    },
  }
}

/** Each launch in what passed the line: its parameters and launch data, and what was sent until the next one. */
export function launchesIn(exchanges: Exchange[]): { launch: CmiLaunch; exchanges: Exchange[] }[] {
  const isLaunch = ({ url }: Exchange) => url.includes('/index.html?') && url.includes('registration=')
  const starts = exchanges.flatMap((exchange, index) => (isLaunch(exchange) ? [index] : []))
  return starts.map((start, n) => {
    const during = exchanges.slice(start + 1, starts[n + 1])
    const query = new URLSearchParams(exchanges[start]?.url.split('?')[1])
    const launchData = during.find(({ url, method }) => method === 'GET' && url.includes('LMS.LaunchData'))?.answer
    return {
      exchanges: during,
      launch: {
        actor: JSON.parse(query.get('actor') ?? ''),
        registration: query.get('registration') ?? '',
        activityId: query.get('activityId') ?? '',
        fetch: query.get('fetch') ?? '',
        launchData: JSON.parse(launchData ?? '{}'),
      },
    }
  })
}

/** Goes the way of the one-time link by hand: the button, then the purpose; keeps the cookies. */
async function signIn(link: string, origin: string) {
  const cookies = new Map<string, string>()
  const ask = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const res = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; '), origin },
      ...(form && { body: new URLSearchParams(form) }),
    })
    for (const cookie of res.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
    return res
  }
  await ask(link, {})
  await ask(`${origin}/analys/syfte`, { syfte: 'folja-upp', till: '/analys' })
  return {
    async page(path: string) {
      const res = await ask(origin + path)
      if (res.status !== 200) throw new Error(`${path} is answered ${res.status}: ${res.headers.get('location')}`)
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await res.arrayBuffer())
    },
  }
}
