import type { PageData, QuestionData, Response } from '../course-data.ts'
import type { Answered, CourseEvent } from '../events.ts'
import { isRight } from '../questions/answering.ts'

/** What a response to a screen of the case is worth; 0 where the screen gives no points. */
export function pointsOf(question: QuestionData, response: Response): number {
  const { points = 0, loss } = question.worth ?? {}
  if (question.type === 'write') return (points * response.length) / question.options.length
  if (loss === undefined) return isRight(question, response) ? points : 0
  return Math.max(0, points - loss * missesIn(question, response))
}

/** Places that are wrong in an order; otherwise what was missed and what was chosen for nothing, free options aside. */
function missesIn({ type, right, options }: QuestionData, response: Response): number {
  if (type === 'order') return right.filter((id, place) => response[place] !== id).length
  return options.filter(({ id, free }) => !free && right.includes(id) !== response.includes(id)).length
}

export interface CasePoints {
  /** Points by the first answers, and by the latest ones. */
  first: number
  latest: number
  most: number
  /** Every one of the questions has been answered. */
  whole: boolean
}

/** Points of these questions of the case. */
export function casePoints(questions: QuestionData[], events: readonly CourseEvent[]): CasePoints {
  const answers = questions.map((question) => ({ question, tries: triesAt(question, events) }))
  const sum = (pick: (tries: Answered[]) => Answered | undefined) =>
    answers.reduce((total, { question, tries }) => total + pointsOf(question, pick(tries)?.response ?? []), 0)
  return {
    first: sum(([first]) => first),
    latest: sum((tries) => tries[tries.length - 1]),
    most: questions.reduce((total, { worth }) => total + (worth?.points ?? 0), 0),
    whole: answers.every(({ tries }) => tries.length > 0),
  }
}

const triesAt = ({ id }: QuestionData, events: readonly CourseEvent[]) =>
  events.filter((event): event is Answered & { at: string } => event.kind === 'answered' && event.question === id)

/** Goal G6: every point of the rubric is in the mail, by the learner's own judgement, in some try. */
export const mailIsWhole = ({ questions }: PageData, events: readonly CourseEvent[]) =>
  questions.some(
    (question) => question.type === 'write' && triesAt(question, events).some(({ result }) => result === 'correct'),
  )
