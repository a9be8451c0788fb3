import { allowedStatement, belatedStatement, type SessionDress } from '../../course/runtime/cmi5/statements.ts'
import type { QuestionData } from '../../course/runtime/course-data.ts'
import type { Answered, CourseEvent } from '../../course/runtime/events.ts'
import { verdict } from '../../course/runtime/verdict.ts'
import { activities, cmi5 } from '../../course/vocabulary.ts'
import { hostedCourseAuthority } from '../../lrs/accounts/session.ts'
import { LrsError } from '../../lrs/errors.ts'
import { prepareStatements } from '../../lrs/statements/prepare.ts'
import type { PreparedStatement, StatementStore } from '../../lrs/statements/store.ts'
import { goldenCourse, goldenLog, revised, type Sitting } from '../fixtures/golden-log.ts'
import type { Json } from './statement.ts'

/** What the course sent of the golden log, in the order in which it came. */
export function goldenStatements(): Json[] {
  const events = new Map<number, CourseEvent[]>()
  return goldenLog.flatMap((sitting) => {
    const before = events.get(sitting.who) ?? []
    const own = eventsOf(sitting, before)
    events.set(sitting.who, [...before, ...own])
    return own.flatMap((event, index) => sent(event, sitting, [...before, ...own.slice(0, index + 1)]))
  })
}

/** Stores the golden log as the hosted course sends it: what is there already is refused, and the course goes on. */
export async function replayGoldenLog(store: StatementStore, municipality: string): Promise<void> {
  for (const statement of goldenStatements()) {
    const batch = prepareGolden([statement], store.now())
    await store.append(municipality, batch).catch((error: unknown) => {
      if (!(error instanceof LrsError) || error.code !== 'conflict') throw error
    })
  }
}

export function prepareGolden(statements: Json[], stored: string): PreparedStatement[] {
  return prepareStatements(statements, { stored, authority: hostedCourseAuthority(homePage), version: '1.0.3' })
}

const homePage = 'https://lrs.example.org'
/** A pseudonymous random id, and a registration, that end in the learner's number. */
export const goldenId = (who: number) => `b7e1c0de-5a1d-4c0f-9e2b-0000000000${String(who).padStart(2, '0')}`
const registrationOf = (who: number, run: number) =>
  `7e57ab1e-000${run}-4000-8000-0000000000${String(who).padStart(2, '0')}`

function dressOf(who: number, run = 1): SessionDress {
  const session = `5e5510${run}${String(who).padStart(2, '0')}`
  return {
    launch: {
      endpoint: `${homePage}/xapi/`,
      fetch: `${homePage}/kurs/session/x`,
      actor: { account: { homePage, name: goldenId(who) } },
      registration: registrationOf(who, run),
      activityId: `${homePage}/activities/demo/course`,
    },
    data: {
      contextTemplate: {
        contextActivities: { grouping: [{ id: activities.course }] },
        extensions: { [cmi5.sessionId]: session },
      },
    },
  }
}

function sent(event: CourseEvent, sitting: Sitting, sofar: CourseEvent[]): Json[] {
  const { who, arrives, again } = sitting
  const facts = { data: goldenCourse, verdict: verdict(sofar, goldenCourse) }
  const late = (now: string, run?: number) => belatedStatement(event, facts, { ...dressOf(who, run), now })
  const first = arrives === undefined ? allowedStatement(event, facts, dressOf(who)) : late(instant(arrives, 0))
  const isAgain = again !== undefined && event.kind === 'answered' && event.question === again.answer
  const second = isAgain ? late(instant(sitting.begins, 24 * 60), again.as === 'same id' ? 1 : 2) : undefined
  return [first, second].filter((statement) => statement !== undefined) as unknown as Json[]
}

const instant = (begins: string, minutes: number) => new Date(Date.parse(`${begins}Z`) + minutes * 60_000).toISOString()

function eventsOf({ begins, does }: Sitting, before: CourseEvent[]): CourseEvent[] {
  const events: CourseEvent[] = []
  for (const told of does.split(', ')) {
    const [minutes = '', what = '', how = ''] = told.split(' ')
    const at = instant(begins, Number(minutes))
    if (how === 'börjar') events.push({ kind: 'module-started', at, module: what })
    else if (how === 'klar') events.push({ kind: 'module-done', at, module: what, credit: 'pages' })
    else events.push(answer(what, how, { at, earlier: [...before, ...events] }))
  }
  return events
}

function answer(id: string, letters: string, { at, earlier }: { at: string; earlier: CourseEvent[] }): CourseEvent {
  const { module, page, question } = place(id)
  const response = question.type === 'truefalse' ? [letters] : [...letters]
  const tries = earlier.filter((event) => event.kind === 'answered' && event.question === id).length
  const isRevised = revised.questions.includes(id) && at >= revised.from
  return {
    kind: 'answered',
    at,
    module,
    page,
    question: id,
    revision: isRevised ? 2 : 1,
    response,
    result: resultOf(question, response),
    try: tries + 1,
    seconds: 20,
  }
}

function place(id: string): { module: string; page: string; question: QuestionData } {
  for (const module of goldenCourse.modules) {
    for (const page of module.pages) {
      const question = page.questions.find((each) => each.id === id)
      if (question) return { module: module.id, page: page.id, question }
    }
  }
  throw new Error(`the golden course has no ${id}`)
}

function resultOf(question: QuestionData, response: string[]): Answered['result'] {
  if (question.type !== 'step') return response.join() === question.right.join() ? 'correct' : 'incorrect'
  const points = question.options.find(({ id }) => id === response[0])?.points
  return points === 2 ? 'correct' : points === 1 ? 'neutral' : 'incorrect'
}
