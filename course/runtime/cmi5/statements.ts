import { cmi5, extensions, verbNames, verbs } from '../../vocabulary.ts'
import type { CourseEvent } from '../events.ts'
import { type CourseStatement, duration, type StatementFacts, scoreOf, statementFor } from '../statements.ts'
import { eventId } from './event-id.ts'
import type { Actor, ContextTemplate, LaunchData, LaunchParameters } from './launch.ts'
import type { SessionVerb } from './session-memory.ts'

/** A statement as it is sent. */
export interface SessionStatement extends Omit<CourseStatement, 'context'> {
  id: string
  actor: Actor
  context: {
    registration: string
    contextActivities: Activities
    extensions: Record<string, unknown>
    language?: string
  }
}

type Activities = Record<string, { id: string }[]>

/** What every statement of a session carries (cmi5 9.2, 9.6). */
export interface SessionDress {
  launch: LaunchParameters
  data: LaunchData
}

/** An *allowed* statement: no cmi5 category, the module or question as object (cmi5 7.1.3). */
export function allowedStatement(
  event: CourseEvent,
  facts: StatementFacts,
  dress: SessionDress,
): SessionStatement | undefined {
  const statement = statementFor(event, facts)
  return statement && { ...dressed(statement, dress), id: eventId(event, dress.launch.registration) }
}

/**
 * What an earlier session could not deliver, or did not hear of: now is its timestamp, its own time goes along (cmi5 9.3.6).
 * Where it had arrived after all, its id is taken and the LRS answers 409.
 */
export function belatedStatement(
  event: CourseEvent,
  facts: StatementFacts,
  { now, ...dress }: SessionDress & { now: string },
): SessionStatement | undefined {
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
export function definedStatement({ verb, at, seconds, scaled }: Moment, dress: SessionDress): SessionStatement {
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
    dress,
  )
}

const asActivity = ({ id }: { id: string }) => ({ objectType: 'Activity' as const, id })

/** Actor and context template unaltered, the template's activities first. */
function dressed(statement: CourseStatement, { launch, data }: SessionDress): SessionStatement {
  const { contextActivities, extensions: own, language } = statement.context
  const template = data.contextTemplate ?? {}
  return {
    id: uuid(),
    actor: launch.actor,
    ...statement,
    context: {
      ...template,
      registration: launch.registration,
      language,
      contextActivities: joined(template, contextActivities),
      extensions: { ...own, ...template.extensions },
    },
  }
}

function joined(
  { contextActivities: given = {} }: ContextTemplate,
  own: CourseStatement['context']['contextActivities'],
): Activities {
  const activities: Activities = { ...given }
  for (const [kind, mine] of Object.entries(own)) {
    const before = activities[kind] ?? []
    activities[kind] = [...before, ...mine.filter(({ id }) => !before.some((each) => each.id === id))]
  }
  return activities
}

/** Version 4; `crypto.randomUUID` is missing where the LMS is served without https. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const digits = [...bytes].map((byte, i) => (i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte))
  const text = digits.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-')
}
