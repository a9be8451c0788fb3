import type { QuestionData, Response } from '../course-data.ts'
import { one } from '../dom.ts'
import type { Answering } from './answering.ts'
import { hideBox, type Said, tellInBox } from './verdict-on-screen.ts'

/** What is written in one field: how it is read and shown, and what is said of it. */
export interface Written {
  /** The neutral form, or a sentence on what cannot be read. */
  read(text: string): { given: Response } | { missing: string }
  /** As people write it. */
  show(value: string): string
  /** What is said of an answer, and which of the feedback texts goes with it. */
  judge(response: Response): [said: Said, feedback: string]
}

/** A field to write in; what cannot be read is told beside the button and marked as a fault of the form. */
export function answerInField(root: HTMLElement, question: QuestionData, { read, show, judge }: Written): Answering {
  const field = one(root, '.number')
  const input = one<HTMLInputElement>(field, 'input')
  const setFault = (fault: boolean) => input.setAttribute('aria-invalid', String(fault))
  input.addEventListener('input', () => setFault(false))

  function tell([value = '']: Response, [said, feedback]: [Said, string]): HTMLElement {
    input.value = show(value)
    input.disabled = true
    setFault(false)
    field.dataset.verdict = said.verdict
    return tellInBox(root, said, feedback)
  }

  return {
    response: () => {
      const response = read(input.value)
      setFault('missing' in response && input.value.trim() !== '')
      return response
    },
    restore: ([value = '']) => {
      input.value = show(value)
    },
    showAnswer: (response) => tell(response, judge(response)),
    showRight: () => tell(question.right, [{ verdict: 'right', words: 'Rätt svar' }, 'right']),
    reset: () => {
      hideBox(root)
      delete field.dataset.verdict
      input.disabled = false
      input.select()
      return input
    },
  }
}
