import type { CourseData, PartData, QuestionData } from '../../course/runtime/course-data.ts'
import type { Projection } from './projection.ts'
import type { Given } from './take-course.ts'

type Told = Projection['answers'][number]

const typeNames: Record<QuestionData['type'], string> = {
  single: 'choice',
  multi: 'choice',
  step: 'choice',
  truefalse: 'true-false',
  order: 'sequencing',
  match: 'matching',
  numeric: 'numeric',
  date: 'fill-in',
  mark: 'choice',
  write: 'choice',
}

/** What every format must tell of somebody who took the whole course and gave these answers; reckoned from the course's data alone. */
export function expectedProjection(data: CourseData, given: readonly Given[]): Projection {
  const firsts = [...new Map(given.toReversed().map((each) => [each.question.id, each])).values()]
  const share = (modules: PartData[]) => {
    const asked = modules
      .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
      .filter(({ type }) => type !== 'step' && type !== 'write')
    const right = firsts.filter((first) => asked.includes(first.question) && outcome(first) === 'correct')
    return asked.length === 0 ? undefined : Math.floor((100 * right.length) / asked.length) / 100
  }
  const written = data.modules.filter((module) => module.written)
  const test = data.test && attempt(data.test, given)
  return {
    verdict: test === undefined ? 'completed' : test >= (data.test?.passMark ?? 1) ? 'passed' : 'incomplete',
    scaled: data.test ? test : share(written),
    modules: Object.fromEntries(
      [...written, ...(data.finalCase ? [data.finalCase] : [])]
        .map((part) => [part.id, share([part])])
        .concat(data.test && test !== undefined ? [[data.test.id, test]] : []),
    ),
    answers: given.map((each) => ({
      question: each.question.id.replaceAll('.', '_'),
      type: typeNames[each.question.type],
      response: each.response,
      result: outcome(each),
    })),
  }
}

/** The share of right tasks in the one attempt at the test; undefined before there is one. */
function attempt({ pages }: PartData, given: readonly Given[]): number | undefined {
  const pool = pages.flatMap(({ questions }) => questions)
  const tasks = given.filter(({ question }) => pool.includes(question))
  if (tasks.length === 0) return undefined
  return Math.floor((100 * tasks.filter((task) => outcome(task) === 'correct').length) / tasks.length) / 100
}

/** All of it, and in an order question in the right order; a number may be as far off as it says; a step has its points. */
function outcome({ question, response }: Given): Told['result'] {
  const { type, right, tolerance = 0, options } = question
  if (type === 'step') {
    const points = options.find(({ id }) => id === response[0])?.points ?? 0
    return points === 2 ? 'correct' : points === 1 ? 'neutral' : 'wrong'
  }
  if (type === 'numeric') return Math.abs(Number(response[0]) - Number(right[0])) <= tolerance ? 'correct' : 'wrong'
  const sorted = (ids: string[]) => (type === 'order' ? ids : ids.toSorted()).join()
  if (sorted(response) === sorted(right)) return 'correct'
  return type === 'write' ? 'neutral' : 'wrong'
}
