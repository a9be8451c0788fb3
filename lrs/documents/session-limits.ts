import type { Access } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'
import { actorKey } from '../xapi/identifiers.ts'
import type { DocumentContext } from './document.ts'

/** The document that the launcher writes and a course only reads (cmi5 10.2.1). */
const launchData = 'LMS.LaunchData'

/** What a request to a document resource asks for, and whether it changes anything. */
interface DocumentAccess {
  context: Omit<DocumentContext, 'municipality'>
  /** Without it, all documents of the context. */
  id?: string
  isReading: boolean
}

/**
 * A launched course reaches its own learner's state for its own activity and registration, but for what the launcher wrote
 * there it only reads it; and it may read that learner's profile (cmi5 10, 11). A credential is not limited here.
 *
 * @throws LrsError `forbidden`
 */
export function checkSessionLimits({ session }: Access, { context, id, isReading }: DocumentAccess): void {
  if (!session) return
  const isOwnAgent = context.agent === actorKey(session.actor)
  const isOwn =
    context.resource === 'state'
      ? isOwnAgent && context.activityId === session.activityId && context.registration === session.registration
      : context.resource === 'agent-profile' && isOwnAgent && isReading
  if (!isOwn) {
    refuse('query', 'a session reaches only its own agent, activity and registration, and reads only its own profile')
  }
  if (!isReading && (id === undefined || id === launchData)) {
    refuse('query.stateId', `a session must not change or delete ${launchData}, nor delete all documents with it`)
  }
}

function refuse(path: string, message: string): never {
  throw new LrsError('forbidden', `Not allowed: ${message}.`, {
    issues: [{ path, message, requirement: path === 'query' ? 'cmi5 10, 11' : 'cmi5 10.2.1' }],
  })
}

/**
 * A credential with an activity prefix writes documents of activities whose id begins so, and no others.
 *
 * @throws LrsError `forbidden`
 */
export function checkDocumentPrefix({ activityPrefix }: Access, { context, isReading }: DocumentAccess): void {
  if (isReading || activityPrefix === undefined || context.activityId?.startsWith(activityPrefix)) return
  const message = `must begin with ${activityPrefix} for this credential to write`
  throw new LrsError('forbidden', `query.activityId ${message}.`, {
    issues: [{ path: 'query.activityId', message, requirement: 'Communication 4.2' }],
  })
}
