import { toBase64url } from './bytes.ts'
import {
  type CourseData,
  type PageData,
  partsOf,
  type QuestionData,
  type Response,
  type TestData,
} from './course-data.ts'
import type { CourseEvent } from './events.ts'
import { encode } from './progress.ts'
import { formOf, writtenLength } from './stored-response.ts'

const at = '2099-12-31T23:59:59.000Z'

/**
 * Characters of the longest state this course can save (base64url, outbox aside): every page seen and ticked off, every question answered often
 * and with two long answers, the test taken more often than is kept and begun
 * anew. Answers to an older revision of a question and more than thirty tries take a byte or two more each: the room between the two limits is theirs. SCORM 1.2 gives 4096; the build stops above 3500.
 */
export function worstCaseLength(data: CourseData): number {
  const parts = partsOf(data)
  const pages = parts.flatMap(({ id, pages }) => pages.map((page) => ({ module: id, page })))
  const events: CourseEvent[] = [
    ...parts.map(({ id }) => ({ kind: 'module-started' as const, at, module: id })),
    ...pages.map(({ module, page }) => ({ kind: 'page-seen' as const, at, module, page: page.id })),
    ...pages.map(({ module, page }) => ({ kind: 'task-ticked' as const, at, module, page: page.id, done: true })),
    ...pages.flatMap(({ module, page }) => questionsOf(page).flatMap((question) => tries(module, page, question))),
    ...attempts(data),
  ]
  const last = pages.at(-1)?.page
  const place = last ? { page: last.id, question: last.questions[0]?.id } : {}
  return toBase64url(encode({ events, place }, data, at)).length
}

function tries(module: string, page: PageData, question: QuestionData): CourseEvent[] {
  const [first, latest] = longest(question)
  const answer = {
    kind: 'answered' as const,
    at,
    module,
    page: page.id,
    question: question.id,
    revision: question.revision,
    seconds: 0,
  }
  return [
    { ...answer, response: first, result: 'incorrect', try: 1 },
    { ...answer, response: latest, result: 'correct', try: 30 },
  ]
}

/** Two responses as long as any, and not the same. */
function longest({ type, options }: QuestionData): [Response, Response] {
  const all = options.map(({ id }) => id)
  if (type === 'order') return [all, all.toReversed()]
  if (type === 'match') return [all.map((id) => `${id}.1`), all.map((id) => `${id}.2`)]
  if (type === 'date') return [['9999-12-30'], ['9999-12-31']]
  if (type === 'numeric') return [['-999999999.999'], ['999999999.999']]
  return [all, all.slice(1)]
}

/** The pool's answers are kept with the attempts. */
const questionsOf = (page: PageData) => (page.kind === 'test' ? [] : page.questions)

/** More attempts than are kept, and one that goes on with the longest answers the pool can ask for. */
function attempts({ test }: CourseData): CourseEvent[] {
  if (!test) return []
  const questions = longestTasks(test)
  const tasks = questions.map(({ id }) => ({ question: id, right: true, sure: true }))
  const submitted = { kind: 'test-submitted' as const, at, test: test.id, of: 30, tasks }
  const sizes = [1, 30, 29, 2, 3, 4]
  return [
    ...sizes.map((right, n) => ({ ...submitted, right, ...(n === 2 ? { capped: true } : {}) })),
    { kind: 'test-started', at, test: test.id, items: questions.map(({ id }) => id) },
    ...questions.map((question) => ({
      kind: 'test-answered' as const,
      at,
      test: test.id,
      question: question.id,
      response: longest(question)[0],
      confidence: 'sure' as const,
      seconds: 0,
    })),
  ]
}

const mostTasks = 30

/** Of every module the two questions whose answers take most, and as many cases as make a whole test. */
function longestTasks({ pool, pages }: TestData): QuestionData[] {
  const byLength = pages.flatMap(({ questions }) => questions).toSorted((a, b) => lengthOf(b) - lengthOf(a))
  const moduleOf = new Map(pool.map(({ question, module }) => [question, module]))
  const groups = Map.groupBy(byLength, ({ id }) => moduleOf.get(id))
  const cases = groups.get(undefined) ?? []
  groups.delete(undefined)
  const drawn = [...groups.values()].flatMap((group) => group.slice(0, 2))
  return [...drawn, ...cases.slice(0, Math.max(mostTasks - drawn.length, 0))]
}

const lengthOf = (question: QuestionData) => writtenLength(longest(question)[0], formOf(question))
