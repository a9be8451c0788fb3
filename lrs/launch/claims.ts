import type { Connection } from 'mongoose'
import { type Claims, claimVerbs } from '../accounts/claim.ts'
import { type CourseSession, findCourseSession } from '../accounts/session.ts'
import { type Issue, LrsError } from '../errors.ts'
import type { PreparedStatement } from '../statements/store.ts'
import type { Statement } from '../xapi/types.ts'
import { checkSessionStatement, type Session, sessionVerb } from './rules.ts'

/**
 * Checks what a course session sends against cmi5 and claims the verbs that may come once; call it before the batch is
 * stored. The same statement id again passes, so that a request whose answer was lost can be repeated.
 * @throws LrsError `forbidden`, with one issue per broken rule; then nothing is claimed
 */
export async function claimStatements(
  connection: Connection,
  session: Session,
  statements: PreparedStatement[],
): Promise<void> {
  const path = (index: number) => (statements.length === 1 ? 'statement' : `[${index}]`)
  const sent = statements.map(({ json }) => JSON.parse(json) as Statement)
  refuse(sent.flatMap((statement, index) => checkSessionStatement(statement, session, path(index))))
  const stored = await findCourseSession(connection, session.id)
  if (!stored) throw new LrsError('forbidden', 'The session is gone.')
  const claims: Claims = {}
  for (const [index, { id, timestamp }] of statements.entries()) {
    const verb = sent[index] && sessionVerb(sent[index])
    if (verb && claims[verb]) refuse([{ path: path(index), message: `${verb} stands here twice`, requirement: once }])
    if (verb) claims[verb] = { id, timestamp }
    refuse(orderIssues(timestamp, { session: stored, claims, path: path(index) }))
  }
  if (Object.keys(claims).length > 0 && !(await claimVerbs(connection, stored, claims))) {
    const verbs = Object.keys(claims).join(', ')
    refuse([{ path: 'statement', message: `${verbs}: sent before, or the opposite was`, requirement: once }])
  }
}

const once = 'cmi5 9.3'

function refuse(issues: Issue[]): void {
  if (issues.length > 0) throw new LrsError('forbidden', 'The course session may not send this.', { issues })
}

interface Before {
  session: CourseSession
  claims: Claims
  path: string
}

/** `initialized` comes before everything; nothing after `terminated`, by the statements' own timestamps (cmi5 9.3). */
function orderIssues(timestamp: string, { session, claims, path }: Before): Issue[] {
  if (session.sent.initialized === '' && !claims.initialized) {
    return [{ path, message: 'initialized must be the first statement of a session', requirement: once }]
  }
  const end = session.terminatedTimestamp ?? claims.terminated?.timestamp
  if (end !== undefined && Date.parse(timestamp) > Date.parse(end)) {
    return [{ path, message: 'terminated must be the last statement of a session', requirement: once }]
  }
  return []
}
