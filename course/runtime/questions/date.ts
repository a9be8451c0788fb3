import type { QuestionData } from '../course-data.ts'
import { dateInSwedish, parseDate } from '../date.ts'
import type { Answering } from './answering.ts'
import { answerInField } from './field.ts'

/** A field for a day. */
export const answerDate = (root: HTMLElement, question: QuestionData): Answering =>
  answerInField(root, question, {
    read: (text) => {
      const read = parseDate(text)
      return 'missing' in read ? read : { given: [read.date] }
    },
    show: dateInSwedish,
    judge: ([date = '']) => {
      const [right = ''] = question.right
      if (date === right) return [{ verdict: 'right', words: 'Rätt' }, 'right']
      return date < right
        ? [{ verdict: 'wrong', words: 'För tidigt' }, 'early']
        : [{ verdict: 'wrong', words: 'För sent' }, 'late']
    },
  })
