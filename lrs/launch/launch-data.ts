import { activities, activityTypes, cmi5, verbNames, verbs } from '../../course/vocabulary.ts'
import type { CourseSession } from '../accounts/session.ts'
import type { Statement } from '../xapi/types.ts'

/** cmi5 13.1.4: the hosted course has no test yet, so it is done when every part is done. */
const moveOn = 'Completed'
const launchMode = 'Normal'

/** The AU's activity id: ours, never the publisher's (cmi5 8.1.5), and the same for everybody in a municipality. */
export function courseActivityId(municipality: { slug: string; homePage: string }): string {
  return `${municipality.homePage.replace(/\/+$/, '')}/activities/${municipality.slug}/course`
}

/** The learner's actor, in every launch exactly so: a random id, never a name. */
export function sessionActor({ homePage, person }: CourseSession) {
  return { account: { homePage, name: person } }
}

/** What every statement of the session carries (cmi5 10.2.1). */
function contextTemplate(session: CourseSession) {
  return {
    contextActivities: { grouping: [{ id: activities.course }] },
    extensions: { [cmi5.sessionId]: session._id },
  }
}

/** The state document `LMS.LaunchData` (cmi5 10). */
export function launchData(session: CourseSession, returnUrl: string) {
  return { contextTemplate: contextTemplate(session), launchMode, moveOn, returnURL: returnUrl }
}

/** The statement `launched` (cmi5 9.3.1); `launchUrl` is the course's address without its query (9.6.3.4). */
export function launchedStatement(session: CourseSession, launchUrl: string): Statement {
  return launcherStatement(session, {
    verb: 'launched',
    timestamp: session.launched.toISOString(),
    extensions: { [cmi5.launchMode]: launchMode, [cmi5.launchUrl]: launchUrl, [cmi5.moveOn]: moveOn },
  })
}

/** The statement `abandoned` (cmi5 9.3.6); the session lasted from the launch to its last statement, in milliseconds. */
export function abandonedStatement(session: CourseSession, duration: number): Statement {
  return launcherStatement(session, {
    verb: 'abandoned',
    timestamp: new Date().toISOString(),
    result: { duration: `PT${(duration / 1000).toFixed(2)}S` },
  })
}

interface LauncherWords {
  verb: 'launched' | 'abandoned'
  timestamp: string
  result?: { duration: string }
  extensions?: Record<string, string>
}

function launcherStatement(session: CourseSession, { verb, timestamp, result, extensions }: LauncherWords): Statement {
  const template = contextTemplate(session)
  return {
    id: crypto.randomUUID(),
    actor: sessionActor(session),
    verb: { id: verbs[verb], display: { sv: verbNames[verb] } },
    object: {
      objectType: 'Activity',
      id: session.activityId,
      definition: { type: activityTypes.course, name: { sv: 'Företagslots – många dörrar in' } },
    },
    ...(result && { result }),
    context: {
      registration: session.registration,
      contextActivities: { ...template.contextActivities, category: [{ id: cmi5.category }] },
      extensions: { ...template.extensions, ...extensions },
    },
    timestamp,
  }
}

/** The address that starts the AU, with cmi5's five parameters (cmi5 8.1). */
export function launchAddress(
  courseUrl: string,
  session: CourseSession,
  urls: { endpoint: string; fetch: string },
): string {
  const query = new URLSearchParams({
    endpoint: urls.endpoint,
    fetch: urls.fetch,
    actor: JSON.stringify(sessionActor(session)),
    registration: session.registration,
    activityId: session.activityId,
  })
  return `${courseUrl}?${query}`
}
