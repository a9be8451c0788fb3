import type { CourseEvent } from '../events.ts'
import { type CourseStatement, type StatementFacts, statementFor } from '../statements.ts'
import { eventId } from './event-id.ts'
import { uuid } from './uuid.ts'

/** The actor of a launch, kept exactly as it was given (cmi5 9.2). */
export type Actor = Record<string, unknown> & { name?: string; account?: { homePage: string; name: string } }

export interface ContextTemplate {
  contextActivities?: Partial<Record<'parent' | 'grouping' | 'category' | 'other', { id: string }[]>>
  extensions?: Record<string, unknown>
}

/** What every statement of a launch carries. */
export interface Dress {
  actor: Actor
  registration?: string
  /** cmi5's, unaltered, with its activities first (cmi5 10.2.1). */
  contextTemplate?: ContextTemplate
}

/** A statement as it is sent. */
export interface SentStatement extends Omit<CourseStatement, 'context'> {
  id: string
  actor: Actor
  context: {
    registration?: string
    contextActivities: Activities
    extensions: Record<string, unknown>
    language?: string
  }
}

type Activities = Record<string, { id: string }[]>

export function dressed(
  statement: CourseStatement,
  { actor, registration, contextTemplate = {} }: Dress,
): SentStatement {
  const { contextActivities, extensions: own, language } = statement.context
  return {
    id: uuid(),
    actor,
    ...statement,
    context: {
      ...contextTemplate,
      ...(registration ? { registration } : {}),
      language,
      contextActivities: joined(contextTemplate, contextActivities),
      extensions: { ...own, ...contextTemplate.extensions },
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

/** The statement of an event, with the id that this event always gets; undefined for an event that makes none. */
export function eventStatement(event: CourseEvent, facts: StatementFacts, dress: Dress): SentStatement | undefined {
  const statement = statementFor(event, facts)
  return statement && { ...dressed(statement, dress), id: eventId(event, runOf(dress)) }
}

/** What tells one learner's run through the course from all others; a portal may launch without a registration. */
export const runOf = ({ registration, actor }: Dress): string => registration ?? JSON.stringify(actor)
