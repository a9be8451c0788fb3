import { randomUUID } from 'node:crypto'
import { type Connection, type Model, Schema } from 'mongoose'
import { LrsError } from '../errors.ts'
import type { Access } from './access.ts'
import type { Person } from './person.ts'
import { createToken, hashToken, matchesHash } from './token.ts'

/** The cmi5 verbs an AU may use, each at most once in a session (cmi5 9.3). */
export const sessionVerbs = ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const
export type SessionVerb = (typeof sessionVerbs)[number]

/** One launch of the course (cmi5 session). Its token opens the LRS for this learner's statements and documents only. */
export interface CourseSession {
  /** Session id, UUID; also the user name in front of the token's secret. */
  _id: string
  municipality: string
  person: string
  homePage: string
  registration: string
  activityId: string
  /** SHA-256 of the fetch URL's token. */
  fetchHash: string
  /** SHA-256 of the secret; empty until the course has fetched it. */
  secretHash: string
  launched: Date
  expires: Date
  /** When the course fetched the secret: from then on the session is active. */
  fetched?: Date
  /** When `terminated` came, and its own timestamp. */
  terminated?: Date
  terminatedTimestamp?: string
  abandoned?: Date
  /** Statement id by verb; empty until it comes. */
  sent: Record<SessionVerb, string>
}

const schema = new Schema<CourseSession>(
  {
    _id: { type: String, required: true },
    municipality: { type: String, required: true },
    person: { type: String, required: true },
    homePage: { type: String, required: true },
    registration: { type: String, required: true },
    activityId: { type: String, required: true },
    fetchHash: { type: String, required: true },
    secretHash: String,
    launched: { type: Date, required: true },
    expires: { type: Date, required: true },
    fetched: Date,
    terminated: Date,
    terminatedTimestamp: String,
    abandoned: Date,
    sent: { initialized: String, completed: String, passed: String, failed: String, terminated: String },
  },
  { versionKey: false },
)
schema.index({ fetchHash: 1 }, { unique: true })
schema.index({ registration: 1 })

export function sessionModel(connection: Connection): Model<CourseSession> {
  return connection.models.CourseSession ?? connection.model<CourseSession>('CourseSession', schema)
}

const hour = 60 * 60 * 1000
/** How long a launched course may go on. */
const lifetime = 12 * hour
/** How long after the launch the secret may be fetched: the browser does it at once. */
const fetchLifetime = hour
/** cmi5 9.3.8: what was on its way when `terminated` came is still taken for this long. */
const graceTime = 2 * 60 * 1000

/** Starts a session and returns it with the token of its fetch URL. */
export async function createSession(
  connection: Connection,
  person: Person,
  activityId: string,
): Promise<{ session: CourseSession; fetchToken: string }> {
  const { token: fetchToken, hash: fetchHash } = createToken()
  const launched = new Date()
  const session: CourseSession = {
    _id: randomUUID(),
    municipality: person.municipality,
    person: person._id,
    homePage: person.homePage,
    registration: person.registration,
    activityId,
    fetchHash,
    secretHash: '',
    launched,
    expires: new Date(launched.getTime() + lifetime),
    sent: { initialized: '', completed: '', passed: '', failed: '', terminated: '' },
  }
  await sessionModel(connection).create(session)
  return { session, fetchToken }
}

export type FetchedToken = { session: CourseSession; authToken: string } | { refused: 'used' | 'unknown' }

/**
 * Hands out the session's auth-token, `base64(session id:secret)`, to the first caller only (cmi5 8.2). A session that
 * another one, launched later, has overtaken gets none.
 */
export async function fetchAuthToken(connection: Connection, fetchToken: string): Promise<FetchedToken> {
  const sessions = sessionModel(connection)
  const waiting = await sessions.findOne({ fetchHash: hashToken(fetchToken) }).lean()
  if (!waiting) return { refused: 'unknown' }
  const { registration, launched } = waiting
  const later = await sessions.exists({ registration, launched: { $gt: launched }, fetched: { $exists: true } })
  const now = new Date()
  if (later || launched.getTime() + fetchLifetime <= now.getTime()) return { refused: 'used' }
  const { token: secret, hash: secretHash } = createToken()
  const session = await sessions
    .findOneAndUpdate(
      { _id: waiting._id, secretHash: '' },
      { $set: { secretHash, fetched: now } },
      { returnDocument: 'after' },
    )
    .lean()
  if (!session) return { refused: 'used' }
  return { session, authToken: Buffer.from(`${session._id}:${secret}`).toString('base64') }
}

/**
 * What the holder of this session token may do; undefined when there is no such session, the secret is wrong or the
 * session has expired.
 * @throws LrsError `forbidden` when the session is over: terminated two minutes ago or more, or abandoned
 */
export async function findSession(connection: Connection, key: string, secret: string): Promise<Access | undefined> {
  const session = await findCourseSession(connection, key)
  if (!session || !matchesHash(secret, session.secretHash) || session.expires.getTime() <= Date.now()) return undefined
  if (isOver(session)) {
    throw new LrsError('forbidden', 'The session is over: the course was closed, or opened again somewhere else.')
  }
  return {
    municipality: session.municipality,
    scopes: ['statements/write', 'state', 'profile'],
    authority: hostedCourseAuthority(session.homePage),
    defaultVersion: '1.0.3',
    session: {
      id: session._id,
      actor: { account: { homePage: session.homePage, name: session.person } },
      registration: session.registration,
      activityId: session.activityId,
    },
  }
}

/** The session itself, over or not. */
export async function findCourseSession(connection: Connection, id: string): Promise<CourseSession | undefined> {
  return (await sessionModel(connection).findOne({ _id: id }).lean()) ?? undefined
}

function isOver(session: CourseSession): boolean {
  if (session.abandoned) return true
  return session.terminated !== undefined && session.terminated.getTime() + graceTime <= Date.now()
}

/** Who vouches for statements about the hosted course, the launcher's own and those of its sessions. */
export function hostedCourseAuthority(homePage: string): Access['authority'] {
  return { objectType: 'Agent', account: { homePage, name: 'hosted-course' } }
}

/**
 * Ends the registration's earlier sessions that were begun and never terminated (cmi5 9.3.6), and returns those that
 * this call ended: of several callers only one gets each.
 */
export async function abandonSessions(connection: Connection, session: CourseSession): Promise<CourseSession[]> {
  const sessions = sessionModel(connection)
  const open = { fetched: { $exists: true }, terminated: { $exists: false }, abandoned: { $exists: false } }
  const { _id, registration, launched } = session
  const others = await sessions.find({ registration, _id: { $ne: _id }, launched: { $lte: launched }, ...open }).lean()
  const abandoned: CourseSession[] = []
  for (const other of others) {
    const ended = await sessions
      .findOneAndUpdate({ _id: other._id, ...open }, { $set: { abandoned: new Date() } }, { returnDocument: 'after' })
      .lean()
    if (ended) abandoned.push(ended)
  }
  return abandoned
}
