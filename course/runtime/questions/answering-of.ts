import type { QuestionData } from '../course-data.ts'
import type { Answering } from './answering.ts'
import { answerDate } from './date.ts'
import { answerDoors } from './doors.ts'
import { answerMark } from './mark.ts'
import { answerMatch } from './match.ts'
import { answerNumeric } from './numeric.ts'
import { answerOptions } from './options.ts'
import { answerOrder } from './order.ts'
import { answerWrite } from './write.ts'

/** By the type of the question's template, which tells more than the data: doors are a multiple choice. */
const special: Partial<Record<string, typeof answerOptions>> = {
  doors: answerDoors,
  order: answerOrder,
  match: answerMatch,
  numeric: answerNumeric,
  date: answerDate,
  mark: answerMark,
  write: answerWrite,
}

/** The question on screen below `root`, in the way of its type; `seed` gives the order of what is shuffled. */
export function answeringOf(root: HTMLElement, question: QuestionData, seed: string): Answering {
  const answer = special[root.dataset.type ?? ''] ?? answerOptions
  return answer(root, question, seed)
}
