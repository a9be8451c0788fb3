import type { QuestionData, Response } from './course-data.ts'
import { rounded } from './number.ts'

/** What xAPI calls the types (Data 2.4.4.1) and SCORM its interactions, 1.2 and 2004 alike. */
export const interactionTypes = {
  single: 'choice',
  multi: 'choice',
  step: 'choice',
  truefalse: 'true-false',
  order: 'sequencing',
  match: 'matching',
  numeric: 'numeric',
} as const satisfies Record<QuestionData['type'], string>

/** A response as xAPI and SCORM 2004 spell it (RTE 4.2.9.1): `true`, `a[,]c`, `a[.]2[,]b[.]1`, `2.5`. */
export const delimited = (response: Response, { type }: QuestionData) =>
  (type === 'match' ? response.map((pair) => pair.replace('.', '[.]')) : response).join('[,]')

/** The right response likewise; a number's is a range (`10[:]10`). */
export function rightPattern(question: QuestionData): string {
  if (question.type !== 'numeric') return delimited(question.right, question)
  const { answer, tolerance } = numberOf(question)
  return `${rounded(answer - tolerance)}[:]${rounded(answer + tolerance)}`
}

/** Right means all of it: the same options, pairs or number, and in an order question the same order. */
export function isRight(question: QuestionData, response: Response): boolean {
  if (response.length !== question.right.length) return false
  if (question.type === 'numeric') return isNear(question, response)
  return question.type === 'order'
    ? question.right.every((id, i) => response[i] === id)
    : question.right.every((id) => response.includes(id))
}

function isNear(question: QuestionData, [given]: Response): boolean {
  const { answer, tolerance } = numberOf(question)
  return rounded(Math.abs(Number(given) - answer)) <= tolerance
}

const numberOf = ({ right: [answer], tolerance = 0 }: QuestionData) => ({ answer: Number(answer), tolerance })
