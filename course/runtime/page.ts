import type { CourseData, PageData, PartData, QuestionData } from './course-data.ts'
import type { Answered, CourseEvent, Happening } from './events.ts'
import type { Verdict } from './verdict.ts'

/** What a page on screen may know and do. */
export interface PageContext {
  module: PartData
  page: PageData
  data: CourseData
  /** Everything that has happened, this session's and earlier ones' events. */
  events(): readonly CourseEvent[]
  /** How the learner stands now. */
  verdict(): Verdict
  record(happening: Happening): void
  /** Seeds the order of options: the same for a learner in every session. */
  seed: string
  /** Records an answer with its number of the try. */
  answer(question: QuestionData, given: Pick<Answered, 'response' | 'result' | 'seconds' | 'confidence'>): void
  /** Where the learner is within the page: a question or a step. */
  moved(question: string | undefined): void
}

export function latestAnswer(events: readonly CourseEvent[], question: string): Answered | undefined {
  let latest: Answered | undefined
  for (const event of events) if (event.kind === 'answered' && event.question === question) latest = event
  return latest
}

/** Seconds since something was shown, for an answer's latency. */
export function stopwatch(now: () => number = () => performance.now()): () => number {
  const start = now()
  return () => Math.round((now() - start) / 10) / 100
}
