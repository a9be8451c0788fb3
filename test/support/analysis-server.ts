import { randomUUID } from 'node:crypto'
import { findOrCreateMunicipality } from '../../lrs/accounts/municipality.ts'
import { enrolPerson, type Person, type Role } from '../../lrs/accounts/person.ts'
import { createWebSession } from '../../lrs/accounts/web-session.ts'
import { purposeCookie } from '../../lrs/analysis/purpose.ts'
import { prepared } from './prepared.ts'
import { seed, type Way } from './seeded-course.ts'
import { startTestServer, type TestServer } from './server.ts'
import type { Json } from './statement.ts'

export const purpose = 'Följa upp hur kursen går i kommunen'

/** The real server with what the analyst's pages need: people, statements of theirs, somebody who may look. */
export interface AnalysisServer extends TestServer {
  enrol(municipality: string, name: string): Promise<Person>
  /** A new learner who has done M1 in this way. */
  learn(municipality: string, way: Way): Promise<Person>
  /** Stores statements as another system would send them. */
  store(municipality: string, ...statements: Json[]): Promise<void>
  /** Signs in somebody who sees the fixed tables and nothing else. */
  signInReportReader(municipality: string): Promise<Reader>
  /** Signs in a granskare with the purpose stated; with `undefined` it is not. */
  signIn(municipality: string, stated?: string | undefined): Promise<Reader>
}

export interface Reader {
  person: Person
  cookie: string
  /** Asks for a page of the server and follows no redirect. */
  get(path: string): Promise<Response>
  text(path: string): Promise<string>
}

export async function startAnalysisServer(...settings: Parameters<typeof startTestServer>): Promise<AnalysisServer> {
  const server = await startTestServer(...settings)
  const { lrs, url } = server
  const enrolAs = async (slug: string, person: { name: string; role: Role }) => {
    const given = { slug, name: `${slug} kommun`, homePage: 'http://127.0.0.1:8080' }
    return enrolPerson(lrs.connection, await findOrCreateMunicipality(lrs.connection, given), person)
  }
  return {
    ...server,
    enrol: (municipality, name) => enrolAs(municipality, { name, role: 'learner' }),
    async learn(municipality, way) {
      const person = await enrolAs(municipality, { name: `Lärande ${randomUUID()}`, role: 'learner' })
      const account = { homePage: person.homePage, name: person._id }
      await seed(lrs.statements, municipality, { account, registration: person.registration, ...way })
      return person
    },
    async store(municipality, ...statements) {
      await lrs.statements.append(municipality, prepared(lrs.statements.now(), ...statements))
    },
    async signIn(municipality, ...stated) {
      const person = await enrolAs(municipality, { name: `Granskare ${randomUUID()}`, role: 'granskare' })
      const session = `session=${await createWebSession(lrs.connection, person)}`
      const words = stated.length === 0 ? purpose : stated[0]
      const cookie = words === undefined ? session : `${session}; ${purposeHeader(person, words)}`
      return readerOf(url, person, cookie)
    },
    async signInReportReader(municipality) {
      const person = await enrolAs(municipality, { name: `Rapportläsare ${randomUUID()}`, role: 'rapportlasare' })
      return readerOf(url, person, `session=${await createWebSession(lrs.connection, person)}`)
    },
  }
}

function readerOf(url: string, person: Person, cookie: string): Reader {
  const get = (path: string) => fetch(url + path, { headers: { cookie, accept: 'text/html' }, redirect: 'manual' })
  return { person, cookie, get, text: async (path) => (await get(path)).text() }
}

function purposeHeader(person: Person, words: string): string {
  return `syfte=${encodeURIComponent(purposeCookie(person._id, words))}`
}
