import type { ByteReader } from './bytes.ts'
import { shortId } from './short-id.ts'
import { readResponse } from './stored-response.ts'
import { answerFlags, formIn, instant, repeat, type StoredAnswer, type StoredState } from './stored-state.ts'

/**
 * Reads what packages before the final test saved. Layout, after the version: time of saving 4 (seconds), place 3 + 3;
 * modules: count, then id 3 and flags 1 each; pages seen: count, then id 3 each; tasks ticked off: likewise; answers: count,
 * then records; test attempts: count, then time 4, right 1, of 1 each. Counts are short numbers.
 */
export function readVersion1(input: ByteReader): StoredState {
  const at = instant(input.uint(4))
  const place: [number, number] = [input.uint(3), input.uint(3)]
  const parts = new Map(repeat(input, () => [input.uint(3), input.uint(1)]))
  const seen = new Set(repeat(input, () => input.uint(3)))
  const ticked = new Set(repeat(input, () => input.uint(3)))
  const answers = new Map(repeat(input, () => [input.uint(3), readAnswer(input)]))
  const attempts = repeat(input, () => ({
    at: instant(input.uint(4)),
    right: input.uint(1),
    of: input.uint(1),
    attempt: 0,
    capped: false,
    tasks: [],
  }))
  return {
    at,
    place,
    attempts,
    part: (part) => {
      const flags = parts.get(shortId(part)) ?? 0
      return { started: (flags & 1) > 0, ...(flags & 2 ? { credit: 'pages' } : {}) }
    },
    page: (_, page) => ({ seen: seen.has(shortId(page)), ticked: ticked.has(shortId(page)) }),
    answer: ({ question }) => answers.get(shortId(question)),
  }
}

/** Flags 1, tries 1, revision 1, first response, latest response unless the same. */
function readAnswer(input: ByteReader): StoredAnswer {
  const flags = input.uint(1)
  const tries = input.uint(1)
  const revision = input.uint(1)
  const form = formIn(flags)
  const first = readResponse(input, form)
  const latest = flags & answerFlags.sameResponse ? first : readResponse(input, form)
  const [firstResult, latestResult] = [flags & 3, (flags >> 2) & 3]
  return { form, firstResult, latestResult, onPath: (flags & answerFlags.onPath) > 0, tries, revision, first, latest }
}
