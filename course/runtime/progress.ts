import { ByteReader, ByteWriter } from './bytes.ts'
import { type CourseData, type PageData, type PartData, partsOf, type QuestionData } from './course-data.ts'
import type { Answered, CourseEvent, Credit, TestSubmitted } from './events.ts'
import { pathOf } from './path.ts'
import { shortId } from './short-id.ts'
import {
  formOf,
  type ResponseForm,
  readResponse,
  responseOf,
  type StoredResponse,
  writeResponse,
} from './stored-response.ts'

/** Where the learner is: no page means the cover; `question` is the quiz question shown. */
export interface Place {
  page?: string
  question?: string
}

export interface Progress {
  events: CourseEvent[]
  place: Place
}

type Timed<T> = T & { at: string }

/** What is kept of all tries of one question. */
interface AnswerRecord {
  first: Answered
  latest: Answered
  tries: number
  onPath: boolean
}

const version = 1
const resultCodes = ['incorrect', 'neutral', 'correct'] as const
const creditFlags = { pages: 2, pretest: 4 } as const
const flag = { sameResponse: 16, onPath: 32 } as const
/** The two highest bits. Before `pairs` and `number` came the highest was never set. */
const formFlags: Record<ResponseForm, number> = { options: 0, sequence: 64, number: 128, pairs: 192 }
const mostTries = 255
const mostAttempts = 20

/**
 * The event log as compact bytes: every page seen, each question's first and latest answer with the number of tries, the way
 * through each scenario, test attempts, and the place. Ids are stored as short ids, so pages and questions can come, go and
 * move between versions of the course. A RangeError for a response that the state cannot hold.
 *
 * Layout: version 1, time of saving 4 (seconds), place 3 + 3; modules: count, then id 3 and flags 1 each; pages seen: count, then id 3
 * each; tasks ticked off: likewise; answers: count, then records; test attempts: count, then time 4, right 1, of 1 each. Counts are short numbers.
 */
export function encode({ events, place }: Progress, data: CourseData, at: string): Uint8Array {
  const out = new ByteWriter().uint(version, 1).uint(seconds(at), 4)
  out.uint(place.page ? shortId(place.page) : 0, 3).uint(place.question ? shortId(place.question) : 0, 3)
  writeModules(out, events, data)
  const seen = new Set(events.flatMap((event) => (event.kind === 'page-seen' ? [event.page] : [])))
  writePages(out, seen, data)
  writePages(out, tickedIn(events), data)
  writeAnswers(out, events, data)
  writeAttempts(out, events)
  return out.done()
}

const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)
const instant = (time: number) => new Date(time * 1000).toISOString()
const pagesOf = (data: CourseData) => partsOf(data).flatMap(({ pages }) => pages)

function writeModules(out: ByteWriter, events: readonly CourseEvent[], data: CourseData) {
  const started = new Set(events.flatMap((event) => (event.kind === 'module-started' ? [event.module] : [])))
  const credits = new Map(
    events.flatMap((event) => (event.kind === 'module-done' ? [[event.module, event.credit]] : [])),
  )
  const parts = partsOf(data).filter(({ id }) => started.has(id) || credits.has(id))
  out.short(parts.length)
  for (const { id } of parts) {
    const credit = credits.get(id)
    out.uint(shortId(id), 3).uint(Number(started.has(id)) + (credit ? creditFlags[credit] : 0), 1)
  }
}

function writePages(out: ByteWriter, named: Set<string>, data: CourseData) {
  const pages = pagesOf(data).filter(({ id }) => named.has(id))
  out.short(pages.length)
  for (const { id } of pages) out.uint(shortId(id), 3)
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

function writeAnswers(out: ByteWriter, events: readonly CourseEvent[], data: CourseData) {
  const answers = answersIn(events)
  const records = pagesOf(data).flatMap((page) => {
    const path = new Set(pathOf(events, page).map(({ step }) => step))
    return page.questions.flatMap((question) => {
      const answer = answers.get(question.id)
      return answer ? [{ ...answer, question, onPath: path.has(question.id) }] : []
    })
  })
  out.short(records.length)
  for (const record of records) writeAnswer(out, record)
}

function answersIn(events: readonly CourseEvent[]): Map<string, Omit<AnswerRecord, 'onPath'>> {
  const answers = new Map<string, Omit<AnswerRecord, 'onPath'>>()
  for (const event of events) {
    if (event.kind !== 'answered') continue
    const first = answers.get(event.question)?.first ?? event
    answers.set(event.question, { first, latest: event, tries: event.try })
  }
  return answers
}

/** id 3, flags 1 (first result, latest result, `flag`, `formFlags`), tries 1, revision 1, first response, latest response unless the same. */
function writeAnswer(
  out: ByteWriter,
  { question, first, latest, tries, onPath }: AnswerRecord & { question: QuestionData },
) {
  const same = first.response.join() === latest.response.join()
  const form = formOf(question)
  const flags =
    resultCodes.indexOf(first.result) +
    4 * resultCodes.indexOf(latest.result) +
    (same ? flag.sameResponse : 0) +
    (onPath ? flag.onPath : 0) +
    formFlags[form]
  out
    .uint(shortId(question.id), 3)
    .uint(flags, 1)
    .uint(Math.min(tries, mostTries), 1)
    .uint(latest.revision % 256, 1)
  for (const response of same ? [first.response] : [first.response, latest.response]) writeResponse(out, response, form)
}

/** The best attempt and the latest ones: what the verdict needs. */
function writeAttempts(out: ByteWriter, events: readonly CourseEvent[]) {
  const attempts = events.filter((event): event is Timed<TestSubmitted> => event.kind === 'test-submitted')
  const best = attempts.toSorted((a, b) => b.right / b.of - a.right / a.of)[0]
  const latest = attempts.slice(-mostAttempts)
  const kept = best && !latest.includes(best) ? [best, ...latest.slice(1)] : latest
  out.short(kept.length)
  for (const { at, right, of } of kept) out.uint(seconds(at), 4).uint(right, 1).uint(of, 1)
}

/**
 * Bytes back to a log that means the same: events that `encode` left out (tries between the first and the latest) stay out, and
 * times are the time of saving. What the course no longer has is dropped. Undefined for bytes of another version or cut short.
 */
export function decode(bytes: Uint8Array, data: CourseData): Progress | undefined {
  try {
    return read(new ByteReader(bytes), data)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function read(input: ByteReader, data: CourseData): Progress | undefined {
  if (input.uint(1) !== version) return undefined
  const at = instant(input.uint(4))
  const place = [input.uint(3), input.uint(3)]
  const modules = new Map(repeat(input, () => [input.uint(3), input.uint(1)]))
  const seen = new Set(repeat(input, () => input.uint(3)))
  const ticked = new Set(repeat(input, () => input.uint(3)))
  const answers = new Map(repeat(input, () => [input.uint(3), readAnswer(input)]))
  const attempts = repeat(input, () => ({ at: instant(input.uint(4)), right: input.uint(1), of: input.uint(1) }))
  const events = partsOf(data).flatMap((module) => moduleEvents(module, { at, modules, seen, ticked, answers }))
  const { test } = data
  if (test) events.push(...attempts.map((attempt) => ({ kind: 'test-submitted' as const, test: test.id, ...attempt })))
  return { events, place: placeOf(place, data) }
}

function repeat<T>(input: ByteReader, item: () => T): T[] {
  return Array.from({ length: input.short() }, item)
}

function placeOf([pageCode, questionCode]: number[], data: CourseData): Place {
  const page = pagesOf(data).find(({ id }) => shortId(id) === pageCode)
  const question = page?.questions.find(({ id }) => shortId(id) === questionCode)
  return { ...(page ? { page: page.id } : {}), ...(question ? { question: question.id } : {}) }
}

interface StoredAnswer {
  flags: number
  form: ResponseForm
  tries: number
  revision: number
  first: StoredResponse
  latest: StoredResponse
}

function readAnswer(input: ByteReader): StoredAnswer {
  const flags = input.uint(1)
  const tries = input.uint(1)
  const revision = input.uint(1)
  const form = formIn(flags)
  const first = readResponse(input, form)
  const latest = flags & flag.sameResponse ? first : readResponse(input, form)
  return { flags, form, tries, revision, first, latest }
}

const formIn = (flags: number): ResponseForm =>
  flags & 128 ? (flags & 64 ? 'pairs' : 'number') : flags & 64 ? 'sequence' : 'options'

interface Stored {
  at: string
  modules: Map<number, number>
  seen: Set<number>
  ticked: Set<number>
  answers: Map<number, StoredAnswer>
}

function moduleEvents(module: PartData, stored: Stored): CourseEvent[] {
  const { at } = stored
  const flags = stored.modules.get(shortId(module.id)) ?? 0
  const credit: Credit | undefined =
    flags & creditFlags.pretest ? 'pretest' : flags & creditFlags.pages ? 'pages' : undefined
  const of = { at, module: module.id }
  return [
    ...(flags & 1 ? [{ kind: 'module-started' as const, ...of }] : []),
    ...module.pages.flatMap((page) => [
      ...(stored.seen.has(shortId(page.id)) ? [{ kind: 'page-seen' as const, ...of, page: page.id }] : []),
      ...(stored.ticked.has(shortId(page.id))
        ? [{ kind: 'task-ticked' as const, ...of, page: page.id, done: true }]
        : []),
      ...pageAnswers(page, stored).map((answer) => ({ ...answer, ...of })),
    ]),
    ...(credit ? [{ kind: 'module-done' as const, ...of, credit }] : []),
  ]
}

type PageAnswer = Omit<Answered, 'module'>

/** A scenario's steps on the way come last and in its order, so that `pathOf` finds the same way. */
function pageAnswers(page: PageData, { answers }: Stored): PageAnswer[] {
  const stored = page.questions.flatMap((question) => {
    const answer = answers.get(shortId(question.id))
    return answer?.form === formOf(question) ? [{ question, answer, events: answerEvents(page, question, answer) }] : []
  })
  const onPath = stored.filter(({ answer }) => answer.flags & flag.onPath)
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
    revision: stored.revision,
    response: responseOf(given, question),
    result: resultCodes[result] ?? 'incorrect',
    try: number,
    seconds: 0,
  })
  const first = answer(stored.first, stored.flags & 3, 1)
  return stored.tries < 2 ? [first] : [first, answer(stored.latest, (stored.flags >> 2) & 3, stored.tries)]
}
