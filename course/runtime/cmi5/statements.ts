import { cmi5, extensions, verbNames, verbs } from '../../vocabulary.ts'
import type { CourseEvent } from '../events.ts'
import { duration, type StatementFacts, scoreOf } from '../statements.ts'
import { type Dress, dressed, eventStatement, type SentStatement } from '../xapi/dress.ts'
import type { LaunchData, LaunchParameters } from './launch.ts'
import type { SessionVerb } from './session-memory.ts'

/** What every statement of a session carries (cmi5 9.2, 9.6). */
export interface SessionDress {
  launch: LaunchParameters
  data: LaunchData
}

const dressOf = ({ launch: { actor, registration }, data: { contextTemplate } }: SessionDress): Dress => ({
  actor,
  registration,
  contextTemplate,
})

/** An *allowed* statement: no cmi5 category, the module or question as object (cmi5 7.1.3). */
export const allowedStatement = (
  event: CourseEvent,
  facts: StatementFacts,
  dress: SessionDress,
): SentStatement | undefined => eventStatement(event, facts, dressOf(dress))

/**
 * What an earlier session could not deliver, or did not hear of: now is its timestamp, its own time goes along (cmi5 9.3.6).
 * Where it had arrived after all, its id is taken and the LRS answers 409.
 */
export function belatedStatement(
  event: CourseEvent,
  facts: StatementFacts,
  { now, ...dress }: SessionDress & { now: string },
): SentStatement | undefined {
  const statement = allowedStatement(event, facts, dress)
  if (!statement) return undefined
  const { context } = statement
  const added = { ...context.extensions, [extensions.originalTime]: event.at }
  return { ...statement, timestamp: now, context: { ...context, extensions: added } }
}

export interface Moment {
  verb: SessionVerb
  at: string
  /** Of the session so far. */
  seconds: number
  scaled?: number
}

/** A cmi5 defined statement about the course (cmi5 9.3–9.6). */
export function definedStatement({ verb, at, seconds, scaled }: Moment, dress: SessionDress): SentStatement {
  const judged = verb === 'passed' || verb === 'failed'
  const moveOn = judged || verb === 'completed'
  const mastery = dress.data.masteryScore
  const result = {
    ...(judged ? { success: verb === 'passed', ...(scaled === undefined ? {} : { score: scoreOf(scaled) }) } : {}),
    ...(verb === 'completed' ? { completion: true } : {}),
    ...(verb === 'initialized' ? {} : { duration: duration(seconds) }),
  }
  return dressed(
    {
      verb: { id: verbs[verb], display: { sv: verbNames[verb] } },
      object: { objectType: 'Activity', id: dress.launch.activityId },
      ...(Object.keys(result).length > 0 ? { result } : {}),
      timestamp: at,
      context: {
        contextActivities: {
          category: [{ id: cmi5.category }, ...(moveOn ? [{ id: cmi5.moveOnCategory }] : [])].map(asActivity),
        },
        extensions: judged && mastery !== undefined ? { [cmi5.masteryScore]: mastery } : {},
        language: 'sv',
      },
    },
    dressOf(dress),
  )
}

const asActivity = ({ id }: { id: string }) => ({ objectType: 'Activity' as const, id })
