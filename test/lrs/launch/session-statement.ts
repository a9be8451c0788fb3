import { activities, cmi5, verbs } from '../../../course/vocabulary.ts'
import type { Session } from '../../../lrs/launch/rules.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'

type OwnVerb = 'initialized' | 'completed' | 'passed' | 'failed' | 'terminated'

const results: Partial<Record<OwnVerb, Statement['result']>> = {
  completed: { completion: true, duration: 'PT90S' },
  passed: { success: true, duration: 'PT90S', score: { scaled: 0.9, raw: 90, min: 0, max: 100 } },
  failed: { success: false, duration: 'PT90S', score: { scaled: 0.4, raw: 40, min: 0, max: 100 } },
  terminated: { duration: 'PT90S' },
}

/** A cmi5 defined statement as the course sends it in this session. */
export function definedStatement(session: Session, verb: OwnVerb, changes: Partial<Statement> = {}): Statement {
  const moveOn = ['completed', 'passed', 'failed'].includes(verb) ? [{ id: cmi5.moveOnCategory }] : []
  return {
    ...allowedStatement(session),
    verb: { id: verbs[verb] },
    object: { id: session.activityId },
    result: results[verb],
    context: {
      registration: session.registration,
      contextActivities: {
        grouping: [{ id: activities.course }],
        category: [{ id: cmi5.category }, ...moveOn],
      },
      extensions: { [cmi5.sessionId]: session.id },
    },
    ...changes,
  }
}

/** A cmi5 *allowed* statement: an answer to a question. */
export function allowedStatement(session: Session, changes: Partial<Statement> = {}): Statement {
  return {
    id: crypto.randomUUID(),
    actor: session.actor,
    verb: { id: verbs.answered },
    object: { id: activities.question('Q-M1-1') },
    result: { response: 'a', success: true },
    context: {
      registration: session.registration,
      contextActivities: { grouping: [{ id: activities.course }, { id: activities.module('M1') }] },
      extensions: { [cmi5.sessionId]: session.id },
    },
    timestamp: new Date().toISOString(),
    ...changes,
  }
}
