import type { CourseData } from '../course-data.ts'
import { decode } from '../progress.ts'
import { type Verdict, verdict } from '../verdict.ts'

/** Where the learner stood when this state was saved: what an earlier session's statements are told with. */
export function savedVerdict(state: Uint8Array | undefined, data: CourseData): Verdict | undefined {
  const progress = state && decode(state, data)
  return progress && verdict(progress.events, data)
}
