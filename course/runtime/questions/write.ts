import type { QuestionData, Response } from '../course-data.ts'
import { all, one } from '../dom.ts'
import type { Answering } from './answering.ts'
import { hideBox, markRow, tellInBox } from './verdict-on-screen.ts'

/** What was written in this visit, by question: it is kept nowhere else and sent to nobody. */
const texts = new Map<string, string>()

/** A text of the learner's own: written, then compared with a model answer and judged point by point by the learner. */
export function answerWrite(root: HTMLElement, { id, right }: QuestionData): Answering {
  const area = one<HTMLTextAreaElement>(root, 'textarea')
  const comparison = one(root, '.comparison')
  const inputs = all<HTMLInputElement>(comparison, 'input')
  const button = one(root, '[type="submit"]')
  area.value = texts.get(id) ?? ''
  area.addEventListener('input', () => texts.set(id, area.value))
  comparison.addEventListener('change', () => {
    for (const input of inputs) markRow(rowOf(input), input.checked ? 'chosen' : undefined)
  })

  function compare(shown: boolean) {
    comparison.hidden = !shown
    button.textContent = shown ? 'Klar' : 'Jämför'
  }

  function tell(response: Response): HTMLElement {
    compare(true)
    area.readOnly = true
    for (const input of inputs) {
      input.checked = response.includes(input.value)
      input.disabled = true
      markRow(rowOf(input), input.checked ? 'right' : undefined)
    }
    const verdict = response.length === right.length ? 'right' : 'wrong'
    return tellInBox(root, { verdict, words: `${response.length} av ${right.length} ja` }, verdict)
  }

  compare(false)
  return {
    response: () => {
      if (area.value.trim() === '') return { missing: 'Skriv din text först.' }
      if (!comparison.hidden) return { given: inputs.flatMap(({ checked, value }) => (checked ? value : [])) }
      compare(true)
      one(comparison, 'h2').focus()
      return { missing: '' }
    },
    showAnswer: tell,
    showRight: () => tell(right),
    reset: () => {
      hideBox(root)
      area.readOnly = false
      for (const input of inputs) {
        input.disabled = false
        input.checked = false
        markRow(rowOf(input), undefined)
      }
      compare(false)
      return area
    },
  }
}

const rowOf = (input: HTMLElement) => input.closest('li') ?? input
