import type { ByteReader } from './bytes.ts'
import type { ResponseForm, StoredResponse } from './stored-response.ts'

/** A saved state as read, before the course gives its ids back their names. Undefined is what was not saved. */
export interface StoredState {
  at: string
  /** Short ids of the page and the question, 0 for none. */
  place: [page: number, question: number]
  part(part: string): PartFlags
  page(part: string, page: string): { seen: boolean; ticked: boolean }
  answer(of: { part: string; page: string; question: string }): StoredAnswer | undefined
  attempts: StoredAttempt[]
  /** The attempt at the test that goes on. */
  sitting?: { startedAt: string; tasks: StoredTask[] }
}

export interface PartFlags {
  started: boolean
  credit?: 'pages' | 'pretest'
}

/** Results by their number in `resultCodes`. */
export interface StoredAnswer {
  form: ResponseForm
  firstResult: number
  latestResult: number
  onPath: boolean
  tries: number
  revision: number
  confidence?: 'sure' | 'unsure'
  first: StoredResponse
  latest: StoredResponse
}

export interface StoredAttempt {
  at: string
  /** 0 where it was not told. */
  attempt: number
  right: number
  of: number
  capped: boolean
  /** Short ids, of the latest attempt. */
  tasks: { question: number; right: boolean; sure: boolean }[]
}

export interface StoredTask {
  /** A short id. */
  question: number
  answer?: { form: ResponseForm; response: StoredResponse; sure: boolean }
}

export const resultCodes = ['incorrect', 'neutral', 'correct'] as const

/** Of an answer's flags: the first result is 1 and 2, the latest 4 and 8. */
export const answerFlags = { sameResponse: 16, onPath: 32 } as const

/** The two highest bits of an answer's flags. */
export const formFlags: Record<ResponseForm, number> = { options: 0, sequence: 64, number: 128, pairs: 192 }

export const formIn = (flags: number): ResponseForm =>
  flags & 128 ? (flags & 64 ? 'pairs' : 'number') : flags & 64 ? 'sequence' : 'options'

export const instant = (time: number) => new Date(time * 1000).toISOString()

/** As many items as the short number in front of them says. */
export function repeat<T>(input: ByteReader, item: () => T): T[] {
  return Array.from({ length: input.short() }, item)
}
