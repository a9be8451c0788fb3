import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { courseData } from '../../build/course-data.ts'
import type { ModuleData, QuestionData, Response } from '../../course/runtime/course-data.ts'
import type { Answered, CourseEvent } from '../../course/runtime/events.ts'
import { type CourseStatement, statementFor } from '../../course/runtime/statements.ts'
import { parseCourse } from '../../course/structure/parse.ts'
import { hostedCourseAuthority } from '../../lrs/accounts/session.ts'
import { prepareStatements } from '../../lrs/statements/prepare.ts'
import type { StatementStore } from '../../lrs/statements/store.ts'

/** The course as it is written, with the texts that statements carry. */
export const realCourse = courseData(parseCourse(join(import.meta.dirname, '../../course/content/sv')).course, {
  texts: true,
})

export interface Learner extends Way {
  account: { homePage: string; name: string }
  registration: string
}

export interface Way {
  /** When the learner opens the module. */
  begins: string
  /** Taken in turn, question by question: 0 chooses the first option or order, and so on. Wrong answers are mended. */
  choices: number[]
  /** Stops before the module is done. */
  leaves?: boolean
}

/** One learner's way through M1: the module begun, every step and question answered until it is right, the module done. */
export function eventsOf({ begins, choices, leaves = false }: Way): CourseEvent[] {
  const module = realCourse.modules[0] as ModuleData
  const events: CourseEvent[] = []
  let now = Date.parse(begins)
  const next = (seconds: number) => {
    now += seconds * 1000
    return new Date(now).toISOString()
  }
  events.push({ kind: 'module-started', at: next(0), module: module.id })
  let turn = 0
  for (const page of module.pages) {
    let question = page.questions[0]
    while (question !== undefined) {
      const choice = choices[turn % choices.length] ?? 0
      const tries = triesOf(question, choice)
      turn += 1
      tries.forEach((response, index) => {
        const seconds = 9 + ((turn * 7 + index * 5) % 23)
        events.push(
          answer(
            { question: question as QuestionData, response, at: next(seconds), module, page: page.id },
            index,
            seconds,
          ),
        )
      })
      question = following(page.questions, question, tries[0] ?? [])
    }
    next(60)
  }
  if (!leaves) events.push({ kind: 'module-done', at: next(30), module: module.id, credit: 'pages' })
  return leaves ? events.slice(0, -3) : events
}

function following(questions: QuestionData[], question: QuestionData, response: Response): QuestionData | undefined {
  if (question.type !== 'step') return questions[questions.indexOf(question) + 1]
  const next = question.options.find(({ id }) => id === response[0])?.next
  return questions.find(({ id }) => id === next)
}

/** The first try by `choice`; in the quiz the right answer follows a wrong one. */
function triesOf(question: QuestionData, choice: number): Response[] {
  const ids = question.options.map(({ id }) => id)
  const first = { order: rotated(ids, choice), multi: ids.filter((_, index) => index !== choice % ids.length) }
  const response =
    question.type === 'order' || question.type === 'multi' ? first[question.type] : [ids[choice % ids.length] ?? 'a']
  return question.type === 'step' || same(response, question.right) ? [response] : [response, question.right]
}

const rotated = (ids: string[], by: number) => [...ids.slice(by % ids.length), ...ids.slice(0, by % ids.length)]
const same = (one: Response, other: Response) => one.join() === other.join()

function answer(
  given: { question: QuestionData; response: Response; at: string; module: ModuleData; page: string },
  index: number,
  seconds: number,
): CourseEvent {
  const { question, response, at, module, page } = given
  return {
    kind: 'answered',
    at,
    module: module.id,
    page,
    question: question.id,
    revision: question.revision,
    response,
    result: resultOf(question, response),
    try: index + 1,
    seconds,
  }
}

function resultOf(question: QuestionData, response: Response): Answered['result'] {
  if (question.type !== 'step') return same(response, question.right) ? 'correct' : 'incorrect'
  const points = question.options.find(({ id }) => id === response[0])?.points
  return points === 2 ? 'correct' : points === 1 ? 'neutral' : 'incorrect'
}

/** What the course sends of it, in the order in which it happened. */
export function statementsOf(way: Way): CourseStatement[] {
  return eventsOf(way)
    .map((event) => statementFor(event, { data: realCourse }))
    .filter((statement) => statement !== undefined)
}

/** Stores what a learner did as the hosted course's statements. */
export async function seed(store: StatementStore, municipality: string, learner: Learner): Promise<void> {
  const { account, registration } = learner
  const statements = statementsOf(learner).map(({ context, ...statement }) => ({
    id: randomUUID(),
    actor: { account },
    ...statement,
    context: { ...context, registration },
  }))
  const authority = hostedCourseAuthority(account.homePage)
  await store.append(municipality, prepareStatements(statements, { stored: store.now(), authority, version: '1.0.3' }))
}
