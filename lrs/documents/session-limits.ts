import type { Access } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'
import { actorKey } from '../xapi/identifiers.ts'
import type { DocumentContext } from './document.ts'

/**
 * A launched course reaches its own learner's state for its own activity and registration, and may read that learner's
 * profile (cmi5 10, 11); a credential is not limited here.
 *
 * @throws LrsError `forbidden`
 */
export function checkSessionLimits(
  access: Access,
  context: Omit<DocumentContext, 'municipality'>,
  isReading: boolean,
): void {
  const { session } = access
  if (!session) return
  const isOwnAgent = context.agent === actorKey(session.actor)
  const isOwn =
    context.resource === 'state'
      ? isOwnAgent && context.activityId === session.activityId && context.registration === session.registration
      : context.resource === 'agent-profile' && isOwnAgent && isReading
  if (isOwn) return
  const message = 'a session reaches only its own agent, activity and registration, and reads only its own profile'
  throw new LrsError('forbidden', `Not allowed: ${message}.`, {
    issues: [{ path: 'query', message, requirement: 'cmi5 10, 11' }],
  })
}
