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
  date: 'fill-in',
  mark: 'choice',
  write: 'choice',
} as const satisfies Record<QuestionData['type'], string>

/** A response as xAPI and SCORM 2004 spell it (RTE 4.2.9.1): `true`, `a[,]c`, `a[.]2[,]b[.]1`, `2.5`. */
export const delimited = (response: Response, { type }: QuestionData) =>
  (type === 'match' ? response.map((pair) => pair.replace('.', '[.]')) : response).join('[,]')

/** The right response likewise; a number's is a range (`10[:]10`). */
export function rightPattern(question: QuestionData): string {
  if (question.type !== 'numeric') return delimited(question.right, question)
  const { tolerance = 0 } = question
  const answer = Number(question.right[0])
  return `${rounded(answer - tolerance)}[:]${rounded(answer + tolerance)}`
}
