import type { QuestionData, Response } from '../course-data.ts'
import { one } from '../dom.ts'
import { inSwedish, parseNumber } from '../number.ts'
import { type Answering, isRight } from './answering.ts'
import { hideBox, type Said, tellInBox } from './verdict-on-screen.ts'

/** A field for a number; what cannot be read as one is told beside the button and marked as a fault of the form. */
export function answerNumeric(root: HTMLElement, question: QuestionData): Answering {
  const field = one(root, '.number')
  const input = one<HTMLInputElement>(field, 'input')
  const setFault = (fault: boolean) => input.setAttribute('aria-invalid', String(fault))
  input.addEventListener('input', () => setFault(false))

  function tell([number = '']: Response, said: Said, feedback: string): HTMLElement {
    input.value = inSwedish(number)
    input.disabled = true
    setFault(false)
    field.dataset.verdict = said.verdict
    return tellInBox(root, said, feedback)
  }

  return {
    response: () => {
      const read = parseNumber(input.value)
      setFault('missing' in read && input.value.trim() !== '')
      return 'missing' in read ? read : { given: [read.number] }
    },
    restore: ([number = '']) => {
      input.value = inSwedish(number)
    },
    showAnswer: (response) => {
      if (isRight(question, response)) return tell(response, { verdict: 'right', words: 'Rätt' }, 'right')
      const side = Number(response[0]) < Number(question.right[0]) ? 'low' : 'high'
      const words = one(root, `[data-feedback="${side}"]`).dataset.words ?? ''
      return tell(response, { verdict: 'wrong', words }, side)
    },
    showRight: () => tell(question.right, { verdict: 'right', words: 'Rätt svar' }, 'right'),
    reset: () => {
      hideBox(root)
      delete field.dataset.verdict
      input.disabled = false
      input.select()
      return input
    },
  }
}
