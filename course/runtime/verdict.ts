import { type CourseData, type PageData, type PartData, partsOf, type QuestionData } from './course-data.ts'
import type { Answered, CourseEvent, TestSubmitted } from './events.ts'
import { nextTryAt } from './sitting.ts'

/** Where the learner stands: the one table in the packages' design, read by every tracker in its own words. */
export interface Verdict {
  /** Every part in the package is done. */
  completed: boolean
  /** The package holds a test: until it is passed or out of tries, SCORM 1.2 calls the course incomplete. */
  tested: boolean
  /** Undefined until a test says something; a package without a test never says. */
  passed?: boolean
  /** The pass mark that holds, as a share 0–1; undefined in a package without a test. */
  mark?: number
  /** Share 0–1, floor to two decimals; undefined before the first scored moment. */
  scaled?: number
  /** Id to its own standing, of the modules and of every other part. */
  modules: Record<string, ModuleStanding>
}

/** Of a module, or of any other part. */
export interface ModuleStanding {
  started: boolean
  completed: boolean
  /** Share of the module's questions right on the first try, floor to two decimals. */
  scaled?: number
}

export interface VerdictOptions {
  /** The LMS's pass mark as a share 0–1, read at launch; it comes before the package's own. */
  masteryScore?: number
}

interface Tally {
  started: Set<string>
  seen: Set<string>
  done: Set<string>
  finishedScenarios: Set<string>
  /** Question id to the result of its first try. */
  first: Map<string, Answered['result']>
  attempts: (TestSubmitted & { at: string })[]
}

/**
 * The course's events as completion, success and score. A passed stays passed, a failed stays until passed, and a module that
 * was done stays done when a later version of the course adds a page to it.
 */
export function verdict(events: readonly CourseEvent[], data: CourseData, options: VerdictOptions = {}): Verdict {
  const tally: Tally = {
    started: new Set(),
    seen: new Set(),
    done: new Set(),
    finishedScenarios: new Set(),
    first: new Map(),
    attempts: [],
  }
  const written = data.modules.filter((module) => module.written)
  const mark = options.masteryScore ?? data.test?.passMark ?? 1
  let failed = false
  for (const event of events) {
    count(tally, event, data)
    failed ||= nextTryAt(tally.attempts, event.at) !== undefined && isCompleted(tally, data)
  }
  const best = bestAttempt(tally, mark)
  const passed = best !== undefined && best >= mark
  return {
    completed: isCompleted(tally, data),
    tested: data.test !== undefined,
    ...(data.test ? { mark } : {}),
    ...(passed ? { passed } : failed ? { passed: false } : {}),
    ...scaledOf(data.test ? best : firstTryShare(tally, written)),
    modules: Object.fromEntries(partsOf(data).map((part) => [part.id, standing(tally, part, { data, best })])),
  }
}

function count(tally: Tally, event: CourseEvent, data: CourseData) {
  if ('module' in event) tally.started.add(event.module)
  if (event.kind === 'page-seen') tally.seen.add(event.page)
  if (event.kind === 'module-done') tally.done.add(event.module)
  if (event.kind === 'test-submitted' && event.test === data.test?.id) tally.attempts.push(event)
  if (event.kind === 'answered') countAnswer(tally, event, data)
}

function countAnswer(tally: Tally, event: Answered, data: CourseData) {
  if (!tally.first.has(event.question)) tally.first.set(event.question, event.result)
  const part = partsOf(data).find(({ id }) => id === event.module)
  const page = part?.pages.find(({ id }) => id === event.page)
  const step = page?.questions.find(({ id, type }) => id === event.question && type === 'step')
  const choice = step?.options.find(({ id }) => id === event.response[0])
  if (page && choice && choice.next === undefined) tally.finishedScenarios.add(page.id)
}

/** The pre-test and the tool are voluntary; the test is done once it was handed in. */
function isCompleted(tally: Tally, { modules, finalCase, test }: CourseData): boolean {
  const parts = [...modules.filter(({ written }) => written), ...(finalCase ? [finalCase] : [])]
  return (
    parts.length > 0 &&
    parts.every((part) => isPartDone(tally, part)) &&
    (test === undefined || tally.attempts.length > 0)
  )
}

const isPartDone = (tally: Tally, { id, pages }: PartData) =>
  tally.done.has(id) || (pages.length > 0 && pages.every((page) => isPageDone(tally, page)))

/** The case is done when its screens are; its result is there to be read. */
const isPageDone = (tally: Tally, page: PageData) =>
  page.kind === 'case-result' ||
  (tally.seen.has(page.id) &&
    (page.kind === 'scenario'
      ? tally.finishedScenarios.has(page.id)
      : page.questions.every(({ id }) => tally.first.has(id))))

function standing(
  tally: Tally,
  part: PartData,
  { data, best }: { data: CourseData; best: number | undefined },
): ModuleStanding {
  const started = tally.started.has(part.id)
  if (part === data.test) return { started, completed: best !== undefined, ...scaledOf(best) }
  return { started, completed: isPartDone(tally, part), ...scaledOf(firstTryShare(tally, [part])) }
}

const percent = (right: number, of: number) => Math.floor((100 * right) / of) / 100

const bestAttempt = ({ attempts }: Tally, mark: number) =>
  attempts.length === 0 ? undefined : Math.max(...attempts.map((attempt) => attemptShare(attempt, mark)))

/** The share that an attempt is worth; a capped one at most the last share below the mark, whoever set it. */
export function attemptShare({ right, of, capped }: Pick<TestSubmitted, 'right' | 'of' | 'capped'>, mark: number) {
  let counted = right
  while (capped && counted > 0 && percent(counted, of) >= mark) counted--
  return percent(counted, of)
}

/** Answered, not scored: a scenario's steps, and what the learner judges alone. */
const isScored = ({ type }: QuestionData) => type !== 'step' && type !== 'write'

/** Right on the first try among all the parts' questions that are scored. */
function firstTryShare(tally: Tally, parts: PartData[]): number | undefined {
  const scored = parts.flatMap(({ pages }) => pages).flatMap(({ questions }) => questions.filter(isScored))
  const answered = scored.filter(({ id }) => tally.first.has(id))
  if (answered.length === 0) return undefined
  return percent(answered.filter(({ id }) => tally.first.get(id) === 'correct').length, scored.length)
}

const scaledOf = (scaled: number | undefined) => (scaled === undefined ? {} : { scaled })
