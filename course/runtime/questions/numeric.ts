import type { QuestionData } from '../course-data.ts'
import { one } from '../dom.ts'
import { inSwedish, parseNumber } from '../number.ts'
import { type Answering, isRight } from './answering.ts'
import { answerInField } from './field.ts'

/** A field for a number. */
export const answerNumeric = (root: HTMLElement, question: QuestionData): Answering =>
  answerInField(root, question, {
    read: (text) => {
      const read = parseNumber(text)
      return 'missing' in read ? read : { given: [read.number] }
    },
    show: inSwedish,
    judge: (response) => {
      if (isRight(question, response)) return [{ verdict: 'right', words: 'Rätt' }, 'right']
      const side = Number(response[0]) < Number(question.right[0]) ? 'low' : 'high'
      const words = one(root, `[data-feedback="${side}"]`).dataset.words ?? ''
      return [{ verdict: 'wrong', words }, side]
    },
  })
