import type { CourseData, QuestionData } from '../course-data.ts'
import type { Answered } from '../events.ts'
import type { ModuleStanding, Verdict } from '../verdict.ts'
import type { Elements } from './elements.ts'
import type { ApiName } from './find-api.ts'
import type { Calls } from './session.ts'

export type Answer = Answered & { at: string }

/** All that SCORM 1.2 and SCORM 2004 spell differently. */
export interface Edition {
  /** For *Kvitto*: `SCORM 1.2`. */
  title: string
  apiName: ApiName
  calls: Calls
  /** Error codes of a refusal that stays one. */
  lasting: ReadonlySet<string>
  /** Characters that `cmi.suspend_data` may have. */
  longestState: number
  names: Names
  /** Elements that an LMS may leave out; their refusal does not stop "Sparat". */
  optional: RegExp
  writeOnly: RegExp
  /** The pass mark of the LMS as a share 0–1. */
  masteryShare(value: string): number
  /** The saved state as the LMS keeps it; `before` is what it keeps now. */
  stateText(state: Uint8Array, before: string): string
  readState(text: string): Uint8Array | undefined
  /** What the statuses become; without a verdict they are what an attempt begins with. */
  statuses(held: (element: string) => string | undefined, verdict: Verdict | undefined): Elements
  score(prefix: string, scaled: number | undefined): Elements
  objective(prefix: string, id: string, standing: ModuleStanding): Elements
  interaction(prefix: string, answer: Answer, told: { question: QuestionData; data: CourseData }): Elements
  /** Seconds as the edition writes a duration. */
  duration(seconds: number): string
  /** `cmi.exit`: what the LMS does with the attempt when this session ends. */
  exit(reason: 'suspend' | 'done'): string
}

/** Elements by what they mean. */
export interface Names {
  learner: string
  learnerName: string
  mode: string
  entry: string
  masteryScore: string
  location: string
  /** Before `.score`. */
  score: string
  statuses: string[]
  sessionTime: string
  exit: string
}
