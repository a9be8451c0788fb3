import type { QuestionData, Response } from '../course-data.ts'
import { dateInSwedish, parseDate } from '../date.ts'
import { one } from '../dom.ts'
import type { Answering } from './answering.ts'
import { hideBox, type Said, tellInBox } from './verdict-on-screen.ts'

/** A field for a day; what cannot be read as one is told beside the button and marked as a fault of the form. */
export function answerDate(root: HTMLElement, question: QuestionData): Answering {
  const field = one(root, '.number')
  const input = one<HTMLInputElement>(field, 'input')
  const setFault = (fault: boolean) => input.setAttribute('aria-invalid', String(fault))
  input.addEventListener('input', () => setFault(false))

  function tell([date = '']: Response, said: Said, feedback: string): HTMLElement {
    input.value = dateInSwedish(date)
    input.disabled = true
    setFault(false)
    field.dataset.verdict = said.verdict
    return tellInBox(root, said, feedback)
  }

  return {
    response: () => {
      const read = parseDate(input.value)
      setFault('missing' in read && input.value.trim() !== '')
      return 'missing' in read ? read : { given: [read.date] }
    },
    showAnswer: ([date = '']) => {
      const [right = ''] = question.right
      if (date === right) return tell([date], { verdict: 'right', words: 'Rätt' }, 'right')
      return date < right
        ? tell([date], { verdict: 'wrong', words: 'För tidigt' }, 'early')
        : tell([date], { verdict: 'wrong', words: 'För sent' }, 'late')
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
