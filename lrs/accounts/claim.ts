import type { Connection } from 'mongoose'
import { personModel } from './person.ts'
import { type CourseSession, type SessionVerb, sessionModel } from './session.ts'

/** The statements that want to be the only one of their verb. */
export type Claims = Partial<Record<SessionVerb, { id: string; timestamp: string }>>

type Ids = Record<string, string>

/**
 * Claims verbs for these statements, all or none: each once in the session, passed or failed but not both, completed
 * and passed once in the registration, no failed after passed (cmi5 9.3). The same statement id again is granted.
 * @returns whether it was granted
 */
export async function claimVerbs(connection: Connection, session: CourseSession, claims: Claims): Promise<boolean> {
  if (claims.passed && claims.failed) return false
  const before = await claimInRegistration(connection, session.person, claims)
  if (!before) return false
  if (await claimInSession(connection, session, claims)) return true
  await restoreRegistration(connection, session.person, before)
  return false
}

/** @returns what stood there before, by path; undefined when refused */
async function claimInRegistration(connection: Connection, person: string, claims: Claims): Promise<Ids | undefined> {
  const people = personModel(connection)
  const ids = claimedIds({ completed: claims.completed, passed: claims.passed })
  const filter = { _id: person, ...free(ids), ...(claims.failed && { 'sent.passed': '' }) }
  if (Object.keys(ids).length === 0) return claims.failed && !(await people.exists(filter)) ? undefined : {}
  const before = await people.findOneAndUpdate(filter, { $set: ids }, { returnDocument: 'before' }).lean()
  return before ? { 'sent.completed': before.sent.completed, 'sent.passed': before.sent.passed } : undefined
}

async function restoreRegistration(connection: Connection, person: string, before: Ids): Promise<void> {
  if (Object.keys(before).length > 0) await personModel(connection).updateOne({ _id: person }, { $set: before })
}

async function claimInSession(connection: Connection, session: CourseSession, claims: Claims): Promise<boolean> {
  const ids = claimedIds(claims)
  const filter = {
    _id: session._id,
    abandoned: { $exists: false },
    ...free(ids),
    ...(claims.passed && { 'sent.failed': '' }),
    ...(claims.failed && { 'sent.passed': '' }),
  }
  const ends = claims.terminated && session.sent.terminated === ''
  const change = {
    ...ids,
    ...(ends && { terminated: new Date(), terminatedTimestamp: claims.terminated?.timestamp }),
  }
  return (await sessionModel(connection).findOneAndUpdate(filter, { $set: change }).lean()) !== null
}

/** `{ 'sent.completed': <id> }` for every verb that is claimed. */
function claimedIds(claims: Claims): Ids {
  return Object.fromEntries(
    Object.entries(claims).flatMap(([verb, statement]) => (statement ? [[`sent.${verb}`, statement.id]] : [])),
  )
}

function free(ids: Ids): Record<string, { $in: string[] }> {
  return Object.fromEntries(Object.entries(ids).map(([path, id]) => [path, { $in: ['', id] }]))
}
