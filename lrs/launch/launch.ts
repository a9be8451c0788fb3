import { cmi5 } from '../../course/vocabulary.ts'
import type { Person } from '../accounts/person.ts'
import { abandonSessions, type CourseSession, createSession, hostedCourseAuthority } from '../accounts/session.ts'
import { defineActivities } from '../activities/define.ts'
import { changeDocument } from '../documents/document-store.ts'
import type { Lrs } from '../lrs.ts'
import { prepareStatements } from '../statements/prepare.ts'
import { actorKey } from '../xapi/identifiers.ts'
import type { Statement } from '../xapi/types.ts'
import {
  abandonedStatement,
  courseActivityId,
  launchAddress,
  launchData,
  launchedStatement,
  sessionActor,
} from './launch-data.ts'

/**
 * Makes a session and what the course will look for: `LMS.LaunchData` and the statement `launched`, both stored before
 * the address is given (cmi5 9.3.1, 10.1).
 * @param coursePath the course's document on this server
 * @returns the address to send the browser to
 */
export async function launchCourse(lrs: Lrs, person: Person, coursePath: string): Promise<string> {
  const { publicUrl } = lrs.config
  const courseUrl = publicUrl + coursePath
  const activityId = courseActivityId({ slug: person.municipality, homePage: person.homePage })
  const { session, fetchToken } = await createSession(lrs.connection, person, activityId)
  await storeLaunchData(lrs, session, launchData(session, `${publicUrl}/kurs/slut`))
  await storeStatement(lrs, session, launchedStatement(session, courseUrl))
  return launchAddress(courseUrl, session, {
    endpoint: `${publicUrl}/xapi/`,
    fetch: `${publicUrl}/kurs/session/${fetchToken}`,
  })
}

/** The registration's other sessions end when a new one comes alive, each with a statement of its own (cmi5 9.3.6). */
export async function abandonOthers(lrs: Lrs, session: CourseSession): Promise<void> {
  for (const other of await abandonSessions(lrs.connection, session)) {
    await storeStatement(lrs, other, abandonedStatement(other, await sessionTime(lrs, other)))
  }
}

/** From the launch to the session's last statement, in milliseconds (cmi5 9.5.4.2). */
async function sessionTime(lrs: Lrs, session: CourseSession): Promise<number> {
  const { registration, launched, municipality } = session
  const page = await lrs.statements.find(municipality, { registration, limit: 100 })
  const times = page.statements
    .map((json) => JSON.parse(json) as Statement)
    .filter(({ context }) => context?.extensions?.[cmi5.sessionId] === session._id)
    .map(({ timestamp = '' }) => Date.parse(timestamp))
  return Math.max(0, ...times.map((time) => time - launched.getTime()))
}

async function storeLaunchData(lrs: Lrs, session: CourseSession, data: object): Promise<void> {
  const { municipality, activityId, registration } = session
  const agent = actorKey(sessionActor(session))
  const address = { municipality, resource: 'state', activityId, agent, registration, id: 'LMS.LaunchData' } as const
  const body = Buffer.from(JSON.stringify(data))
  await changeDocument(lrs.connection, address, () => ({ body, contentType: 'application/json' }))
}

/** What the launcher itself says goes the way of every statement, checked and prepared. */
async function storeStatement(lrs: Lrs, session: CourseSession, statement: Statement): Promise<void> {
  const authority = hostedCourseAuthority(session.homePage)
  const prepared = prepareStatements(statement, { stored: lrs.statements.now(), authority, version: '1.0.3' })
  await lrs.statements.append(session.municipality, prepared)
  await defineActivities(lrs.connection, session, [statement])
}
