import type { CourseData, PartData, TestData } from './course-data.ts'
import { tasksIn } from './draw.ts'
import type { CourseEvent, TestAnswered, TestSubmitted, TestTask } from './events.ts'
import { isRight } from './questions/answering.ts'
import type { Verdict } from './verdict.ts'

/** An attempt at the final test that is not handed in yet. */
export interface Sitting {
  startedAt: string
  /** Question ids. */
  items: string[]
  answers: ReadonlyMap<string, TestAnswered>
}

type Timed<T> = T & { at: string }

/** The attempt that goes on; undefined before the first and after each that was handed in. */
export function sittingOf(events: readonly CourseEvent[]): Sitting | undefined {
  let started: { startedAt: string; items: string[] } | undefined
  const answers = new Map<string, TestAnswered>()
  for (const event of events) {
    if (event.kind === 'test-submitted') started = undefined
    if (event.kind === 'test-started') {
      started = { startedAt: event.at, items: event.items }
      answers.clear()
    }
    if (event.kind === 'test-answered') answers.set(event.question, event)
  }
  return started && { ...started, answers }
}

export const attemptsIn = (events: readonly CourseEvent[]): Timed<TestSubmitted>[] =>
  events.filter((event): event is Timed<TestSubmitted> => event.kind === 'test-submitted')

const day = 24 * 60 * 60 * 1000
const triesADay = 2

/** Two attempts in any 24 hours: the instant from which the next may begin, undefined when it may begin now. */
export function nextTryAt(attempts: readonly { at: string }[], now: string): string | undefined {
  const until = attempts.map(({ at }) => Date.parse(at) + day).filter((end) => end > Date.parse(now))
  const [wait] = until.toSorted((a, b) => b - a).slice(triesADay - 1)
  return wait === undefined ? undefined : new Date(wait).toISOString()
}

/** The parts that are to be done before the test opens: every module, and the final case. */
export function partsBefore({ modules, finalCase }: CourseData, verdict: Verdict): PartData[] {
  const parts: PartData[] = [...modules.filter(({ written }) => written), ...(finalCase ? [finalCase] : [])]
  return parts.filter(({ id }) => !verdict.modules[id]?.completed)
}

/** What is handed in: how each task went, and whether a module that needs one has no right answer. */
export function judged(test: TestData, { items, answers }: Sitting): Omit<TestSubmitted, 'kind'> {
  const tasks = tasksIn(test, items).map((question): TestTask => {
    const answer = answers.get(question.id)
    const right = answer !== undefined && isRight(question, answer.response)
    return { question: question.id, right, sure: answer?.confidence === 'sure' }
  })
  const known = tasks.filter(({ right }) => right).map(({ question }) => moduleOf(test, question))
  const asked = new Set(tasks.map(({ question }) => moduleOf(test, question)))
  const capped = test.essential.some((module) => asked.has(module) && !known.includes(module))
  const right = tasks.filter((task) => task.right).length
  return { test: test.id, right, of: tasks.length, ...(capped ? { capped } : {}), tasks }
}

const moduleOf = ({ pool }: TestData, question: string) => pool.find((item) => item.question === question)?.module
