import type { ByteReader, ByteWriter } from './bytes.ts'
import type { PageData, PartData, QuestionData } from './course-data.ts'
import type { Answered, Credit, TestAnswered, TestSubmitted } from './events.ts'
import { idInPage, idInPart, shortId } from './short-id.ts'
import { formOf, readResponse, writeResponse } from './stored-response.ts'
import {
  answerFlags,
  formFlags,
  formIn,
  instant,
  repeat,
  resultCodes,
  type StoredAnswer,
  type StoredAttempt,
  type StoredState,
  type StoredTask,
} from './stored-state.ts'

/** What is kept of a part: its pages that were seen or ticked off or have answers. */
export interface PartRecord {
  part: PartData
  started: boolean
  credit?: Credit
  pages: PageRecord[]
}

export interface PageRecord {
  page: PageData
  seen: boolean
  ticked: boolean
  answers: AnswerRecord[]
}

/** What is kept of all tries of one question. */
export interface AnswerRecord {
  question: QuestionData
  first: Answered
  latest: Answered
  onPath: boolean
}

export interface SittingRecord {
  startedAt: string
  tasks: { question: QuestionData; answer?: TestAnswered }[]
}

export interface StateRecord {
  at: string
  place: [page: string | undefined, question: string | undefined]
  parts: PartRecord[]
  attempts: (TestSubmitted & { at: string })[]
  sitting?: SittingRecord
}

const creditFlags = { pages: 2, pretest: 4 } as const
/** The lowest bits of a page's number; the rest is how many answers follow. */
const pageFlags = { seen: 1, ticked: 2, answer: 4 } as const
/** Bits of an answer's second byte, below five for its tries. */
const sureness = { sure: 32, unsure: 64 } as const
const oldRevision = 128
const mostTries = 31
/** The lowest bit of an attempt's number; the rest is which attempt it was. */
const attemptFlags = { capped: 1, attempt: 2 } as const
const taskFlags = { answered: 1, sure: 2, right: 4 } as const

const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)

/**
 * Layout, after the version: time of saving 4 (seconds), place 3 + 3; parts: count, then id 3, flags 1 and pages: count, then
 * id 2 (of the part's), a short number of flags and how many answers follow; test attempts: count, then time 4, right 1, of 1,
 * flags 1, the tasks of the last; the attempt that goes on: its number of tasks, 0 for none, time 4, tasks. Counts are short
 * numbers.
 */
export function writeVersion2(out: ByteWriter, { at, place, parts, attempts, sitting }: StateRecord) {
  out.uint(seconds(at), 4)
  for (const id of place) out.uint(id === undefined ? 0 : shortId(id), 3)
  out.short(parts.length)
  for (const record of parts) writePart(out, record)
  writeAttempts(out, attempts)
  out.short(sitting?.tasks.length ?? 0)
  if (sitting) writeSitting(out, sitting)
}

function writePart(out: ByteWriter, { part, started, credit, pages }: PartRecord) {
  out.uint(shortId(part.id), 3).uint(Number(started) + (credit ? creditFlags[credit] : 0), 1)
  out.short(pages.length)
  for (const { page, seen, ticked, answers } of pages) {
    out.uint(idInPart(page.id), 2)
    out.short(Number(seen) * pageFlags.seen + Number(ticked) * pageFlags.ticked + answers.length * pageFlags.answer)
    for (const answer of answers) writeAnswer(out, answer)
  }
}

/** Id 2 (of the page's), flags 1, tries and more 1, revision 1 where it is not the course's, the first response, the latest unless the same. */
function writeAnswer(out: ByteWriter, { question, first, latest, onPath }: AnswerRecord) {
  const same = first.response.join() === latest.response.join()
  const form = formOf(question)
  const older = latest.revision !== question.revision
  out.uint(idInPage(question.id), 2)
  out.uint(
    resultCodes.indexOf(first.result) +
      4 * resultCodes.indexOf(latest.result) +
      (same ? answerFlags.sameResponse : 0) +
      (onPath ? answerFlags.onPath : 0) +
      formFlags[form],
    1,
  )
  out.uint(
    Math.min(latest.try, mostTries) + (first.confidence ? sureness[first.confidence] : 0) + (older ? oldRevision : 0),
    1,
  )
  if (latest.try >= mostTries) out.short(latest.try)
  if (older) out.uint(latest.revision % 256, 1)
  for (const response of same ? [first.response] : [first.response, latest.response]) writeResponse(out, response, form)
}

function writeAttempts(out: ByteWriter, attempts: StateRecord['attempts']) {
  out.short(attempts.length)
  for (const { at, attempt = 0, right, of, capped } of attempts)
    out
      .uint(seconds(at), 4)
      .uint(right, 1)
      .uint(of, 1)
      .short((capped ? attemptFlags.capped : 0) + attempt * attemptFlags.attempt)
  const tasks = attempts.at(-1)?.tasks ?? []
  if (attempts.length > 0) out.short(tasks.length)
  for (const { question, right, sure } of tasks)
    out.uint(shortId(question), 3).uint(Number(right) * taskFlags.right + Number(sure) * taskFlags.sure, 1)
}

/** Time 4, then for each task id 3, flags 1 and, where it is answered, the response. */
function writeSitting(out: ByteWriter, { startedAt, tasks }: SittingRecord) {
  out.uint(seconds(startedAt), 4)
  for (const { question, answer } of tasks) {
    const form = formOf(question)
    const sure = answer?.confidence === 'sure'
    out.uint(shortId(question.id), 3)
    out.uint(answer ? taskFlags.answered + Number(sure) * taskFlags.sure + formFlags[form] : 0, 1)
    if (answer) writeResponse(out, answer.response, form)
  }
}

/** Reads what `writeVersion2` wrote; an answer to the course's own revision has revision 0. */
export function readVersion2(input: ByteReader): StoredState {
  const at = instant(input.uint(4))
  const place: [number, number] = [input.uint(3), input.uint(3)]
  const parts = new Map(repeat(input, () => [input.uint(3), readPart(input)] as const))
  const attempts = readAttempts(input)
  const tasks = input.short()
  const sitting = tasks > 0 ? readSitting(input, tasks) : undefined
  const pageOf = (part: string, page: string) => parts.get(shortId(part))?.pages.get(idInPart(page))
  return {
    at,
    place,
    attempts,
    ...(sitting ? { sitting } : {}),
    part: (part) => {
      const flags = parts.get(shortId(part))?.flags ?? 0
      const credit = flags & creditFlags.pretest ? 'pretest' : flags & creditFlags.pages ? 'pages' : undefined
      return { started: (flags & 1) > 0, ...(credit ? { credit } : {}) }
    },
    page: (part, page) => {
      const flags = pageOf(part, page)?.flags ?? 0
      return { seen: (flags & pageFlags.seen) > 0, ticked: (flags & pageFlags.ticked) > 0 }
    },
    answer: ({ part, page, question }) => pageOf(part, page)?.answers.get(idInPage(question)),
  }
}

function readPart(input: ByteReader) {
  const flags = input.uint(1)
  const pages = new Map(repeat(input, () => [input.uint(2), readPage(input)] as const))
  return { flags, pages }
}

function readPage(input: ByteReader) {
  const flags = input.short()
  const count = Math.floor(flags / pageFlags.answer)
  const answers = new Map(Array.from({ length: count }, () => [input.uint(2), readAnswer(input)] as const))
  return { flags: flags % pageFlags.answer, answers }
}

function readAnswer(input: ByteReader): StoredAnswer {
  const flags = input.uint(1)
  const more = input.uint(1)
  const few = more & mostTries
  const tries = few === mostTries ? input.short() : few
  const revision = more & oldRevision ? input.uint(1) : 0
  const form = formIn(flags)
  const first = readResponse(input, form)
  const latest = flags & answerFlags.sameResponse ? first : readResponse(input, form)
  const confidence = more & sureness.sure ? 'sure' : more & sureness.unsure ? 'unsure' : undefined
  return {
    form,
    firstResult: flags & 3,
    latestResult: (flags >> 2) & 3,
    onPath: (flags & answerFlags.onPath) > 0,
    tries,
    revision,
    ...(confidence ? { confidence } : {}),
    first,
    latest,
  }
}

function readAttempts(input: ByteReader): StoredAttempt[] {
  const attempts = repeat(input, (): StoredAttempt => {
    const [at, right, of, flags] = [instant(input.uint(4)), input.uint(1), input.uint(1), input.short()]
    const capped = flags % attemptFlags.attempt === attemptFlags.capped
    return { at, right, of, capped, attempt: Math.floor(flags / attemptFlags.attempt), tasks: [] }
  })
  const last = attempts.at(-1)
  if (last)
    last.tasks = repeat(input, () => {
      const [question, flags] = [input.uint(3), input.uint(1)]
      return { question, right: (flags & taskFlags.right) > 0, sure: (flags & taskFlags.sure) > 0 }
    })
  return attempts
}

function readSitting(input: ByteReader, count: number): StoredState['sitting'] {
  const startedAt = instant(input.uint(4))
  const tasks = Array.from({ length: count }, (): StoredTask => {
    const [question, flags] = [input.uint(3), input.uint(1)]
    if (!(flags & taskFlags.answered)) return { question }
    const form = formIn(flags)
    return { question, answer: { form, response: readResponse(input, form), sure: (flags & taskFlags.sure) > 0 } }
  })
  return { startedAt, tasks }
}
