import { type CourseData, partsOf, type QuestionData } from '../../course/runtime/course-data.ts'
import { decode } from '../../course/runtime/progress.ts'
import { verdict } from '../../course/runtime/verdict.ts'
import { activities, extensions, verbs } from '../../course/vocabulary.ts'
import type { Cmi } from './scorm12/lms.ts'
import type { Cmi2004 } from './scorm2004/lms.ts'

/** What any format must tell alike of one attempt. */
export interface Projection {
  verdict: string
  /** Without a test, the share of the modules' questions that were right at the first try. */
  scaled: number | undefined
  /** The parts that are done, each with its own share; the test's is that of the best attempt. */
  modules: Record<string, number | undefined>
  answers: { question: string; type: string; response: string[]; result: 'correct' | 'wrong' | 'neutral' }[]
}

/** A statement as the LRS returns it, as far as the projection reads it. */
export interface SentStatement {
  verb: { id: string }
  object: { id: string; definition?: { interactionType?: string } }
  result?: { response?: string; success?: boolean; score?: { scaled?: number } }
  context?: { contextActivities?: { category?: { id: string }[] }; extensions?: Record<string, unknown> }
  timestamp: string
}

/** SCORM 1.2: status, raw score and interactions. */
export function projectCmi(cmi: Cmi): Projection {
  return {
    verdict: cmi.core.lesson_status ?? '',
    scaled: hundredths(cmi.core.score.raw),
    modules: Object.fromEntries(
      Object.values(cmi.objectives)
        .filter(({ status }) => status === 'completed')
        .map(({ id, score }) => [id, hundredths(score.raw)]),
    ),
    answers: Object.values(cmi.interactions).map(({ id, type, student_response, result }) => ({
      question: id,
      type,
      response: student_response
        .split(',')
        .map((part) => ({ t: 'true', f: 'false' })[type === 'true-false' ? part : ''] ?? part),
      result: result as Projection['answers'][number]['result'],
    })),
  }
}

const hundredths = (raw: string) => (raw === '' ? undefined : Number(raw) / 100)

/** SCORM 2004: both statuses, scaled score and interactions. */
export function projectCmi2004(cmi: Cmi2004): Projection {
  return {
    verdict: cmi.success_status === 'unknown' ? cmi.completion_status : cmi.success_status,
    scaled: cmi.score.scaled === '' ? undefined : Number(cmi.score.scaled),
    modules: Object.fromEntries(
      Object.values(cmi.objectives)
        .filter(({ completion_status }) => completion_status === 'completed')
        .map(({ id, score }) => [id, hundredths(score.raw)]),
    ),
    answers: Object.values(cmi.interactions).map(({ id, type, learner_response, result }) => ({
      question: id,
      type,
      response: parts(learner_response),
      result: results[result] ?? 'wrong',
    })),
  }
}

/** `a[,]c`, and pairs `a[.]2`, as SCORM 1.2 has them. */
const parts = (response: string) => response.replaceAll('[.]', '.').split('[,]')

const results: Record<string, Projection['answers'][number]['result']> = {
  correct: 'correct',
  neutral: 'neutral',
  incorrect: 'wrong',
}

const questionsOf = (data: CourseData) => partsOf(data).flatMap(({ pages }) => pages.flatMap((page) => page.questions))

const types: Partial<Record<QuestionData['type'], string>> = {
  truefalse: 'true-false',
  order: 'sequencing',
  match: 'matching',
  numeric: 'numeric',
  date: 'fill-in',
}

/** web: the saved state, which is all that is kept. It does not tell what came between two tries of a question. */
export function projectState(state: Uint8Array, data: CourseData): Projection {
  const events = decode(state, data)?.events ?? []
  const answers = events.filter((event) => event.kind === 'answered')
  const byQuestion = [...Map.groupBy(answers, ({ question }) => question).values()].flat()
  const { completed, passed, scaled, modules } = verdict(events, data)
  const questions = questionsOf(data)
  return {
    verdict: passed === undefined ? (completed ? 'completed' : 'incomplete') : passed ? 'passed' : 'failed',
    scaled,
    modules: Object.fromEntries(
      Object.entries(modules)
        .filter(([, standing]) => standing.completed)
        .map(([id, standing]) => [id, standing.scaled]),
    ),
    answers: byQuestion.map(({ question, response, result }) => ({
      question: question.replaceAll('.', '_'),
      type: types[questions.find(({ id }) => id === question)?.type ?? 'single'] ?? 'choice',
      response,
      result: results[result] ?? 'wrong',
    })),
  }
}

/**
 * xAPI: the statements of all sessions in the order of their timestamps. Without a test nothing tells a score of the whole
 * course in cmi5: what the answers say of it is counted, as an analyst would. A test's attempts are statements on the test.
 */
export function projectStatements(statements: SentStatement[], data: CourseData): Projection {
  const sent = statements.toSorted((a, b) => a.timestamp.localeCompare(b.timestamp))
  const of = (verb: string) => sent.filter((statement) => statement.verb.id === verb)
  const ids = partsOf(data).map(({ id }) => id)
  const moduleOf = ({ object }: SentStatement) => ids.find((id) => activities.module(id) === object.id)
  const isAttempt = ({ object }: SentStatement) => data.test && object.id === activities.exam(data.test.id)
  const attempts = [...of(verbs.passed), ...of(verbs.failed)].filter(isAttempt)
  const onCourse = [verbs.passed, verbs.failed, verbs.completed].flatMap((verb) =>
    of(verb).filter((statement) => moduleOf(statement) === undefined && !isAttempt(statement)),
  )
  const [judged] = onCourse
  const best = Math.max(...attempts.map(({ result }) => result?.score?.scaled ?? Number.NaN))
  return {
    verdict: judged?.verb.id.split('/').at(-1) ?? 'incomplete',
    scaled: data.test ? judged?.result?.score?.scaled : firstTryShare(of(verbs.answered), data),
    modules: Object.fromEntries([
      ...of(verbs.completed).flatMap((statement) => {
        const module = moduleOf(statement)
        return module ? [[module, statement.result?.score?.scaled]] : []
      }),
      ...(attempts.length > 0 ? [[data.test?.id, best]] : []),
    ]),
    answers: of(verbs.answered).map(({ object, result, context }) => ({
      question: String(context?.extensions?.[extensions.question]).replaceAll('.', '_'),
      type: object.definition?.interactionType ?? '',
      response: parts(result?.response ?? ''),
      result: result?.success === undefined ? 'neutral' : result.success ? 'correct' : 'wrong',
    })),
  }
}

function firstTryShare(answered: SentStatement[], data: CourseData): number | undefined {
  const scored = data.modules
    .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
    .filter(({ type }) => type !== 'step' && type !== 'write')
  const first = answered.filter(
    ({ context }) =>
      context?.extensions?.[extensions.try] === 1 &&
      scored.some(({ id }) => id === context?.extensions?.[extensions.question]),
  )
  const right = first.filter(({ result }) => result?.success).length
  return first.length === 0 ? undefined : Math.floor((100 * right) / scored.length) / 100
}
