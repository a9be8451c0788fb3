import { activityTypes, verbNames, verbs } from '../../vocabulary.ts'
import type { CourseData } from '../course-data.ts'
import { duration, type StatementResult, scoreOf } from '../statements.ts'
import type { Verdict } from '../verdict.ts'
import { type Dress, dressed, runOf, type SentStatement } from './dress.ts'
import { stableId } from './event-id.ts'

/** The verbs about the course itself, after ADL's SCORM profile (4, 5 and 6). */
export type CourseVerb =
  | 'initialized'
  | 'resumed'
  | 'progressed'
  | 'completed'
  | 'passed'
  | 'failed'
  | 'suspended'
  | 'terminated'

export interface Moment {
  verb: CourseVerb
  at: string
  /** Of the session so far. */
  seconds: number
  verdict?: Verdict
  data: CourseData
}

const once: readonly CourseVerb[] = ['completed', 'passed', 'failed']

/**
 * A statement about the course, with the launch's activity id. What is said once in a run has an id of its own: sent again
 * because its answer was lost with the page, it is still stored once.
 */
export function courseStatement(moment: Moment, dress: Dress & { activityId: string }): SentStatement {
  const { verb, at, data } = moment
  const result = resultOf(moment)
  const statement = dressed(
    {
      verb: { id: verbs[verb], display: { sv: verbNames[verb] } },
      object: {
        objectType: 'Activity',
        id: dress.activityId,
        definition: { type: activityTypes.course, name: { sv: data.title } },
      },
      ...(result ? { result } : {}),
      timestamp: at,
      context: { contextActivities: {}, extensions: {}, language: 'sv' },
    },
    dress,
  )
  return once.includes(verb) ? { ...statement, id: stableId(`${runOf(dress)} ${dress.activityId} ${verb}`) } : statement
}

function resultOf({ verb, seconds, verdict, data }: Moment): StatementResult | undefined {
  const score = verdict?.scaled === undefined ? {} : { score: scoreOf(verdict.scaled) }
  switch (verb) {
    case 'initialized':
    case 'resumed':
      return undefined
    case 'progressed':
      return { score: scoreOf(doneShare(data, verdict)) }
    case 'completed':
      return { completion: true, duration: duration(seconds) }
    case 'passed':
    case 'failed':
      return { success: verb === 'passed', ...score, duration: duration(seconds) }
    default:
      return { ...overall(verdict), ...score, duration: duration(seconds) }
  }
}

/** What leaving says of the whole course: completion, and success where something is known. */
const overall = (verdict: Verdict | undefined): StatementResult => ({
  ...(verdict ? { completion: verdict.completed } : {}),
  ...(verdict?.passed === undefined ? {} : { success: verdict.passed }),
})

/** The share of the package's modules that are done, floor to two decimals. */
function doneShare({ modules }: CourseData, verdict: Verdict | undefined): number {
  const written = modules.filter((module) => module.written)
  const done = written.filter(({ id }) => verdict?.modules[id]?.completed)
  return written.length === 0 ? 0 : Math.floor((100 * done.length) / written.length) / 100
}
