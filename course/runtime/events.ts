import type { Response } from './course-data.ts'

/** What can happen in a course. `at` is an ISO 8601 instant in UTC with milliseconds. */
export type CourseEvent = { at: string } & (
  | { kind: 'started' }
  | { kind: 'module-started'; module: string }
  | { kind: 'page-seen'; module: string; page: string }
  | Answered
  | { kind: 'module-done'; module: string; credit: Credit }
  | { kind: 'task-ticked'; module: string; page: string; done: boolean }
  | TestStarted
  | TestAnswered
  | TestSubmitted
  | { kind: 'suspended' }
  | { kind: 'ended' }
)

/** An event before it is recorded: when it happened is added then. */
export type Happening = CourseEvent extends infer Event
  ? Event extends CourseEvent
    ? Omit<Event, 'at'>
    : never
  : never

/** How a module came to be done: by its pages, or skipped by the right case of the pre-test. */
export type Credit = 'pages' | 'pretest'

/** A question or a scenario step was answered; every try is an event of its own. */
export interface Answered {
  kind: 'answered'
  /** The part it was answered in. */
  module: string
  page: string
  question: string
  revision: number
  response: Response
  /** `neutral` is a scenario step of one point (the door ajar). */
  result: 'correct' | 'incorrect' | 'neutral'
  /** 1 for the first try. */
  try: number
  /** From seeing the question to answering it. */
  seconds: number
  /** Asked in the pre-test and the final test. */
  confidence?: 'sure' | 'unsure'
}

/** An attempt at the final test began with these tasks. Until it is handed in nothing of it is told to anybody. */
export interface TestStarted {
  kind: 'test-started'
  test: string
  /** Question ids, in the order they are asked. */
  items: string[]
}

/** A task of the attempt was answered, or answered anew. */
export interface TestAnswered {
  kind: 'test-answered'
  test: string
  question: string
  response: Response
  confidence: 'sure' | 'unsure'
  seconds: number
}

/** One attempt at the final test was handed in: `right` of `of` tasks. */
export interface TestSubmitted {
  kind: 'test-submitted'
  test: string
  /** 1 for the first. */
  attempt?: number
  right: number
  of: number
  /** Without a right answer in a module that the test asks one of: the score stays just below the pass mark. */
  capped?: boolean
  /** How each task went; kept of the latest attempt only. */
  tasks?: TestTask[]
}

export interface TestTask {
  question: string
  right: boolean
  sure: boolean
}
