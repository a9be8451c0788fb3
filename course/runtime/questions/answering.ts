import type { QuestionData, Response } from '../course-data.ts'
import type { Answered } from '../events.ts'
import { rounded } from '../number.ts'

/** One question on screen, whatever its type: what a type must be able to do. */
export interface Answering {
  /** What is chosen now, or undefined with a sentence that says what is missing. */
  response(): { given: Response } | { missing: string }
  /** Puts an earlier answer back as it was given, without verdicts and open to change; in the types that an exam asks. */
  restore?(response: Response): void
  /** Shows an answer with its verdicts, no longer open to change; the heading of the feedback, to move to. */
  showAnswer(response: Response): HTMLElement | undefined
  /** Shows the right answer. */
  showRight(): HTMLElement | undefined
  /** Open for a new answer; what to move to. */
  reset(): HTMLElement | undefined
}

/** A text that the learner judges alone is all there or somewhere on the way, never wrong. */
export function judge(question: QuestionData, response: Response): Answered['result'] {
  if (isRight(question, response)) return 'correct'
  return question.type === 'write' ? 'neutral' : 'incorrect'
}

/** Right means all of it: the same options or pairs, in an order question the same order; a number may be as far off as its tolerance, and what is free counts neither way. */
export function isRight(question: QuestionData, given: Response): boolean {
  const free = question.options.flatMap(({ id, free }) => (free ? id : []))
  const response = given.filter((id) => !free.includes(id))
  if (response.length !== question.right.length) return false
  if (question.type === 'numeric')
    return rounded(Math.abs(Number(response[0]) - Number(question.right[0]))) <= (question.tolerance ?? 0)
  return question.type === 'order'
    ? question.right.every((id, i) => response[i] === id)
    : question.right.every((id) => response.includes(id))
}
