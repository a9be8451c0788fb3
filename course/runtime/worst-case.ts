import { toBase64url } from './bytes.ts'
import { type CourseData, type PageData, partsOf, type QuestionData, type Response } from './course-data.ts'
import type { CourseEvent } from './events.ts'
import { encode } from './progress.ts'

const at = '2099-12-31T23:59:59.000Z'

/**
 * Characters of the longest state this course can save (base64url, outbox aside): every page seen and ticked off, every question answered often
 * and with two long answers, the test taken more often than is kept. SCORM 1.2 gives 4096; the build stops above 3500.
 */
export function worstCaseLength(data: CourseData): number {
  const parts = partsOf(data)
  const pages = parts.flatMap(({ id, pages }) => pages.map((page) => ({ module: id, page })))
  const events: CourseEvent[] = [
    ...parts.map(({ id }) => ({ kind: 'module-started' as const, at, module: id })),
    ...pages.map(({ module, page }) => ({ kind: 'page-seen' as const, at, module, page: page.id })),
    ...pages.map(({ module, page }) => ({ kind: 'task-ticked' as const, at, module, page: page.id, done: true })),
    ...pages.flatMap(({ module, page }) => page.questions.flatMap((question) => tries(module, page, question))),
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
    revision: 255,
    seconds: 0,
  }
  return [
    { ...answer, response: first, result: 'incorrect', try: 1 },
    { ...answer, response: latest, result: 'correct', try: 255 },
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

const attempts = ({ test }: CourseData): CourseEvent[] =>
  test
    ? Array.from({ length: 30 }, () => ({ kind: 'test-submitted' as const, at, test: test.id, right: 30, of: 30 }))
    : []
