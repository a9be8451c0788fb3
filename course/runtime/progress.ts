import { ByteReader, ByteWriter } from './bytes.ts'
import { type CourseData, type PageData, type PartData, partsOf, type QuestionData } from './course-data.ts'
import { tasksIn } from './draw.ts'
import type { Answered, CourseEvent, TestSubmitted } from './events.ts'
import { pathOf } from './path.ts'
import { shortId } from './short-id.ts'
import { attemptsIn, sittingOf } from './sitting.ts'
import { readVersion1 } from './state-version-1.ts'
import { type PageRecord, type PartRecord, readVersion2, type StateRecord, writeVersion2 } from './state-version-2.ts'
import { formOf, responseOf, type StoredResponse } from './stored-response.ts'
import { resultCodes, type StoredAnswer, type StoredState } from './stored-state.ts'

/** Where the learner is: no page means the cover; `question` is the question shown of a quiz or an exam. */
export interface Place {
  page?: string
  question?: string
}

export interface Progress {
  events: CourseEvent[]
  place: Place
}

const version = 2
const latestAttempts = 3

/**
 * The event log as compact bytes: every page seen, each question's first and latest answer with the number of tries, the way
 * through each scenario, test attempts, the attempt that goes on, and the place. Ids are stored as short ids, so pages and
 * questions can come, go and move between versions of the course. A RangeError for a response that the state cannot hold.
 */
export function encode({ events, place }: Progress, data: CourseData, at: string): Uint8Array {
  const out = new ByteWriter().uint(version, 1)
  writeVersion2(out, {
    at,
    place: [place.page, place.question],
    parts: partRecords(events, data),
    attempts: keptAttempts(events),
    sitting: sittingRecord(events, data),
  })
  return out.done()
}

const pagesOf = (data: CourseData) => partsOf(data).flatMap(({ pages }) => pages)

function partRecords(events: readonly CourseEvent[], data: CourseData): PartRecord[] {
  const started = new Set(events.flatMap((event) => (event.kind === 'module-started' ? [event.module] : [])))
  const credits = new Map(
    events.flatMap((event) => (event.kind === 'module-done' ? [[event.module, event.credit]] : [])),
  )
  const pages = pageRecords(events)
  return partsOf(data)
    .map((part) => ({
      part,
      started: started.has(part.id),
      ...(credits.has(part.id) ? { credit: credits.get(part.id) } : {}),
      pages: part.pages.map(pages).filter(({ seen, ticked, answers }) => seen || ticked || answers.length > 0),
    }))
    .filter((record) => record.started || record.credit || record.pages.length > 0)
}

/** The answers of a test are kept with its attempts, not with the pool. */
function pageRecords(events: readonly CourseEvent[]): (page: PageData) => PageRecord {
  const seen = new Set(events.flatMap((event) => (event.kind === 'page-seen' ? [event.page] : [])))
  const ticked = tickedIn(events)
  const answers = answersIn(events)
  return (page) => {
    const path = new Set(pathOf(events, page).map(({ step }) => step))
    const kept = (page.kind === 'test' ? [] : page.questions).flatMap((question) => {
      const answer = answers.get(question.id)
      return answer ? [{ ...answer, question, onPath: path.has(question.id) }] : []
    })
    return { page, seen: seen.has(page.id), ticked: ticked.has(page.id), answers: kept }
  }
}

function tickedIn(events: readonly CourseEvent[]): Set<string> {
  const ticked = new Set<string>()
  for (const event of events) {
    if (event.kind !== 'task-ticked') continue
    if (event.done) ticked.add(event.page)
    else ticked.delete(event.page)
  }
  return ticked
}

function answersIn(events: readonly CourseEvent[]): Map<string, { first: Answered; latest: Answered }> {
  const answers = new Map<string, { first: Answered; latest: Answered }>()
  for (const event of events) {
    if (event.kind !== 'answered') continue
    const first = answers.get(event.question)?.first ?? event
    answers.set(event.question, { first, latest: event })
  }
  return answers
}

/** The first attempt, the best one and the latest ones: what the verdict and the results need. */
function keptAttempts(events: readonly CourseEvent[]): StateRecord['attempts'] {
  const attempts = attemptsIn(events)
  const best = (capped: boolean) =>
    attempts
      .filter((attempt) => Boolean(attempt.capped) === capped)
      .toSorted((a, b) => b.right / b.of - a.right / a.of)[0]
  const kept = new Set([attempts[0], best(false), best(true), ...attempts.slice(-latestAttempts)])
  return attempts.filter((attempt) => kept.has(attempt))
}

function sittingRecord(events: readonly CourseEvent[], { test }: CourseData): StateRecord['sitting'] {
  const sitting = sittingOf(events)
  if (!test || !sitting) return undefined
  const tasks = tasksIn(test, sitting.items).map((question) => {
    const answer = sitting.answers.get(question.id)
    return { question, ...(answer ? { answer } : {}) }
  })
  return { startedAt: sitting.startedAt, tasks }
}

/**
 * Bytes back to a log that means the same: events that `encode` left out (tries between the first and the latest) stay out, and
 * times are the time of saving. What the course no longer has is dropped. Undefined for bytes of another version or cut short.
 */
export function decode(bytes: Uint8Array, data: CourseData): Progress | undefined {
  try {
    const stored = read(new ByteReader(bytes))
    return stored && progressOf(stored, data)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function read(input: ByteReader): StoredState | undefined {
  const written = input.uint(1)
  if (written === 1) return readVersion1(input)
  return written === version ? readVersion2(input) : undefined
}

function progressOf(stored: StoredState, data: CourseData): Progress {
  const events = [
    ...partsOf(data).flatMap((part) => partEvents(part, stored)),
    ...attemptEvents(stored, data),
    ...sittingEvents(stored, data),
  ]
  return { events, place: placeOf(stored.place, data) }
}

function placeOf([pageCode, questionCode]: number[], data: CourseData): Place {
  const page = pagesOf(data).find(({ id }) => shortId(id) === pageCode)
  const question = page?.questions.find(({ id }) => shortId(id) === questionCode)
  return { ...(page ? { page: page.id } : {}), ...(question ? { question: question.id } : {}) }
}

function partEvents(part: PartData, stored: StoredState): CourseEvent[] {
  const of = { at: stored.at, module: part.id }
  const { started, credit } = stored.part(part.id)
  return [
    ...(started ? [{ kind: 'module-started' as const, ...of }] : []),
    ...part.pages.flatMap((page) => {
      const { seen, ticked } = stored.page(part.id, page.id)
      return [
        ...(seen ? [{ kind: 'page-seen' as const, ...of, page: page.id }] : []),
        ...(ticked ? [{ kind: 'task-ticked' as const, ...of, page: page.id, done: true }] : []),
        ...pageAnswers(part, page, stored).map((answer) => ({ ...answer, ...of })),
      ]
    }),
    ...(credit ? [{ kind: 'module-done' as const, ...of, credit }] : []),
  ]
}

type PageAnswer = Omit<Answered, 'module'>

/** A scenario's steps on the way come last and in its order, so that `pathOf` finds the same way. */
function pageAnswers(part: PartData, page: PageData, state: StoredState): PageAnswer[] {
  const stored = page.questions.flatMap((question) => {
    const answer = state.answer({ part: part.id, page: page.id, question: question.id })
    return answer?.form === formOf(question) ? [{ question, answer, events: answerEvents(page, question, answer) }] : []
  })
  const onPath = stored.filter(({ answer }) => answer.onPath)
  const way: PageAnswer[] = []
  let step = page.kind === 'scenario' ? page.questions[0]?.id : undefined
  while (step) {
    const found = onPath.find(({ question }) => question.id === step)
    const latest = found?.events.at(-1)
    if (latest) way.push(latest)
    step = found?.question.options.find(({ id }) => id === latest?.response[0])?.next
  }
  return [...stored.flatMap(({ events }) => events.filter((event) => !way.includes(event))), ...way]
}

function answerEvents(page: PageData, question: QuestionData, stored: StoredAnswer): PageAnswer[] {
  const answer = (given: StoredResponse, result: number, number: number): PageAnswer => ({
    kind: 'answered',
    page: page.id,
    question: question.id,
    revision: stored.revision || question.revision,
    response: responseOf(given, question),
    result: resultCodes[result] ?? 'incorrect',
    try: number,
    seconds: 0,
    ...(stored.confidence ? { confidence: stored.confidence } : {}),
  })
  const first = answer(stored.first, stored.firstResult, 1)
  return stored.tries < 2 ? [first] : [first, answer(stored.latest, stored.latestResult, stored.tries)]
}

const named = (questions: QuestionData[], code: number) => questions.find(({ id }) => shortId(id) === code)

function attemptEvents({ attempts }: StoredState, { test }: CourseData): CourseEvent[] {
  if (!test) return []
  const questions = test.pages.flatMap((page) => page.questions)
  return attempts.map(({ at, attempt, right, of, capped, tasks }): TestSubmitted & { at: string } => {
    const known = tasks.flatMap(({ question, ...how }) => {
      const found = named(questions, question)
      return found ? [{ question: found.id, ...how }] : []
    })
    return {
      kind: 'test-submitted',
      at,
      test: test.id,
      ...(attempt > 0 ? { attempt } : {}),
      right,
      of,
      ...(capped ? { capped } : {}),
      ...(known.length > 0 ? { tasks: known } : {}),
    }
  })
}

function sittingEvents({ sitting }: StoredState, { test }: CourseData): CourseEvent[] {
  if (!test || !sitting) return []
  const { startedAt: at, tasks } = sitting
  const questions = test.pages.flatMap((page) => page.questions)
  const known = tasks.flatMap(({ question, answer }) => {
    const found = named(questions, question)
    return found ? [{ question: found, answer }] : []
  })
  return [
    { kind: 'test-started', at, test: test.id, items: known.map(({ question }) => question.id) },
    ...known.flatMap(({ question, answer }): CourseEvent[] =>
      answer?.form === formOf(question)
        ? [
            {
              kind: 'test-answered',
              at,
              test: test.id,
              question: question.id,
              response: responseOf(answer.response, question),
              confidence: answer.sure ? 'sure' : 'unsure',
              seconds: 0,
            },
          ]
        : [],
    ),
  ]
}
