import { createCredential } from '../../lrs/accounts/credential.ts'
import { createLink } from '../../lrs/accounts/link.ts'
import { findOrCreateMunicipality } from '../../lrs/accounts/municipality.ts'
import { enrolPerson, type Role } from '../../lrs/accounts/person.ts'
import { createSession, fetchAuthToken } from '../../lrs/accounts/session.ts'
import { createWebSession } from '../../lrs/accounts/web-session.ts'
import { purposeCookie } from '../../lrs/analysis/purpose.ts'
import { attachment, dataPart, multipartBody, multipartType, sha256, statementsPart } from './multipart.ts'
import { basic, type TestServer } from './server.ts'
import { type Json, statement } from './statement.ts'
import { voiding } from './store-under-test.ts'

/** What names or opens something of a municipality: whoever is not of it must get nothing for it. */
export type Known = Record<(typeof kinds)[number], string>

export const kinds = [
  'statementId',
  'voidedId',
  'mbox',
  'verb',
  'activityId',
  'registration',
  'stateId',
  'profileId',
  'sha2',
  'etag',
  'more',
  'person',
  'granskare',
  'courseLink',
  'signInLink',
  'fetchToken',
  'sessionId',
  'sessionSecret',
  'webSession',
  'reportSession',
  'key',
  'secret',
] as const

/** What several municipalities name in the same words. */
export const shared = { activityId: 'https://example.org/activities/delad', mbox: 'mailto:delad@example.org' }

/**
 * Makes a municipality that has something of everything, all of it with the word `mark` in it.
 *
 * @param slug of the same length wherever answers are to be compared
 */
export async function settle(server: TestServer, slug: string, mark: string): Promise<Known> {
  const { connection, config } = server.lrs
  const given = { slug, name: `${mark} kommun`, homePage: config.publicUrl }
  const municipality = await findOrCreateMunicipality(connection, given)
  const credential = { municipality, scopes: ['all' as const], name: mark, defaultVersion: '2.0.0' as const }
  const enrol = (role: Role) => enrolPerson(connection, municipality, { name: `${mark} ${role}`, role })
  const [learner, granskare, reader] = [await enrol('learner'), await enrol('granskare'), await enrol('rapportlasare')]
  const names = {
    mbox: `mailto:lots@${slug}.example.org`,
    verb: `https://${slug}.example.org/verb`,
    activityId: `https://${slug}.example.org/kurs`,
    registration: learner.registration,
  }
  const { session, fetchToken } = await createSession(connection, learner, names.activityId)
  const fetched = await fetchAuthToken(connection, fetchToken)
  if ('refused' in fetched) throw new Error(fetched.refused)
  const token = Buffer.from(fetched.authToken, 'base64').toString()
  const people = {
    person: learner._id,
    granskare: granskare._id,
    courseLink: await createLink(connection, learner, 'course'),
    signInLink: await createLink(connection, granskare, 'sign-in'),
    fetchToken: (await createSession(connection, learner, names.activityId)).fetchToken,
    sessionId: session._id,
    sessionSecret: token.slice(token.indexOf(':') + 1),
    webSession: await createWebSession(connection, granskare),
    reportSession: await createWebSession(connection, reader),
  }
  const opened = { ...people, ...names, ...(await createCredential(connection, credential)) }
  return { ...opened, ...(await fill(server, opened, mark)) }
}

type Opened = Omit<Known, 'statementId' | 'voidedId' | 'stateId' | 'profileId' | 'sha2' | 'etag' | 'more'>

/** Statements, an attachment and documents, as a client of the municipality sends them. */
async function fill(server: TestServer, opened: Opened, mark: string): Promise<Omit<Known, keyof Opened>> {
  const { mbox, activityId, verb, registration } = opened
  const headers = { ...server.headers, ...basic(opened.key, opened.secret) }
  const send = async (method: string, path: string, body: BodyInit, type = 'application/json') => {
    const answer = await fetch(`${server.xapi}/${path}`, {
      method,
      headers: { ...headers, 'Content-Type': type },
      body,
    })
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`)
    return answer
  }
  const word = { sv: `${mark} ord` }
  const definition = { name: word, description: word }
  const made = (): Json =>
    statement({
      id: crypto.randomUUID(),
      actor: { mbox, name: `${mark} namn` },
      verb: { id: verb, display: word },
      object: { id: activityId, definition },
      result: { response: `${mark} svar` },
      context: { registration, extensions: { [`${activityId}/tillägg`]: mark } },
    })
  const [first, second, gone] = [made(), made(), made()]
  const content = `${mark} bilaga`
  const about = { object: { id: shared.activityId, definition }, actor: { mbox: shared.mbox, name: `${mark} namn` } }
  const batch = [{ ...first, attachments: [attachment(content)] }, second, gone, statement(about), voiding(gone)]
  await send('POST', 'statements', multipartBody(statementsPart(batch), dataPart(content)), multipartType)
  const ids = { stateId: crypto.randomUUID() as string, profileId: crypto.randomUUID() as string }
  const at = addresses({ ...opened, ...ids })
  const stored = await send('PUT', at.state, JSON.stringify({ mark }))
  for (const path of [at.agentProfile, at.activityProfile]) await send('PUT', path, JSON.stringify({ mark }))
  const page = await fetch(`${server.xapi}/statements?${new URLSearchParams({ verb, limit: '1' })}`, { headers })
  return {
    ...ids,
    statementId: String(first.id),
    voidedId: String(gone.id),
    sha2: sha256(content),
    etag: stored.headers.get('etag') ?? '',
    more: new URLSearchParams(((await page.json()) as { more: string }).more.split('?')[1]).get('more') ?? '',
  }
}

/** Where the documents of these names lie, below /xapi. */
export function addresses(of: Pick<Known, 'mbox' | 'activityId' | 'registration' | 'stateId' | 'profileId'>) {
  const agent = JSON.stringify({ mbox: of.mbox })
  const { activityId, registration, stateId, profileId } = of
  const at = (path: string, query: Record<string, string>) => `${path}?${new URLSearchParams(query)}`
  return {
    state: at('activities/state', { activityId, agent, registration, stateId }),
    states: at('activities/state', { activityId, agent }),
    agentProfile: at('agents/profile', { agent, profileId }),
    agentProfiles: at('agents/profile', { agent }),
    activityProfile: at('activities/profile', { activityId, profileId }),
    activityProfiles: at('activities/profile', { activityId }),
  }
}

/** Who asks for what another has: `of` is what the other is known by. */
export interface Stranger {
  own: Known
  of: Known
}

/**
 * Whoever asks at a path: with what is theirs, with nothing, and with what they have got hold of. Pages know nothing of
 * credentials and xAPI nothing of cookies, so each is asked once with those of the other.
 */
export function callersOf(path: string, { own, of }: Stranger): Record<string, Record<string, string>> {
  const cookie = (session: string, granskare: string) => ({
    cookie: `session=${session}; syfte=${encodeURIComponent(purposeCookie(granskare, 'Följa upp'))}`,
  })
  const both = {
    nobody: {},
    'their credential': basic(own.key, own.secret),
    'their granskare': cookie(own.webSession, own.granskare),
  }
  if (path.startsWith('/xapi')) {
    return {
      ...both,
      'their course session': basic(own.sessionId, own.sessionSecret),
      'a foreign key with their secret': basic(of.key, own.secret),
      'their key with a foreign secret': basic(own.key, of.secret),
      'a foreign fetch token as a secret': basic(of.sessionId, of.fetchToken),
    }
  }
  return {
    ...both,
    'their rapportläsare': cookie(own.reportSession, own.granskare),
    'a foreign link as a session': cookie(of.courseLink, of.granskare),
    'a foreign purpose': cookie(own.webSession, of.granskare),
  }
}
