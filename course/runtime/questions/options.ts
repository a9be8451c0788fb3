import type { QuestionData, Response } from '../course-data.ts'
import { all, one } from '../dom.ts'
import { shuffled } from '../shuffle.ts'
import type { Answering } from './answering.ts'
import { markRow, type Said, tellInRow } from './verdict-on-screen.ts'

/** Single and multiple choice, true and false: rows with a native input each, the verdict inside the row. */
export function answerOptions(root: HTMLElement, question: QuestionData, seed: string): Answering {
  const list = one(root, '.options')
  const rows = new Map(all(list, 'li').map((row) => [row.dataset.option ?? '', row]))
  const order =
    question.type === 'truefalse' || root.dataset.type === 'doors' ? [...rows.keys()] : shuffled([...rows.keys()], seed)
  list.append(...order.flatMap((id) => rows.get(id) ?? []))
  const inputs = all<HTMLInputElement>(list, 'input')
  const chosen = () => question.options.map(({ id }) => id).filter((id) => input(id)?.checked)
  const input = (id: string) => inputs.find(({ value }) => value === id)

  function mark() {
    for (const [id, row] of rows) markRow(row, input(id)?.checked ? 'chosen' : undefined)
  }

  function verdicts(of: (id: string) => Said | undefined): HTMLElement | undefined {
    let first: HTMLElement | undefined
    for (const id of order) {
      const row = rows.get(id)
      const heading = row && tellInRow(row, of(id))
      first ??= heading
    }
    return first
  }

  function lock(response: Response) {
    for (const each of inputs) {
      each.checked = response.includes(each.value)
      each.disabled = true
    }
  }

  list.addEventListener('change', mark)
  return {
    response: () => {
      const given = chosen()
      const missing = question.type === 'multi' ? 'Välj minst ett svar först.' : 'Välj ett svar först.'
      return given.length > 0 ? { given } : { missing }
    },
    restore: (response) => {
      for (const each of inputs) each.checked = response.includes(each.value)
      mark()
    },
    showAnswer: (response) => {
      lock(response)
      return verdicts((id) => verdictOf(question, id, response))
    },
    showRight: () => {
      lock(question.right)
      return verdicts((id) => (question.right.includes(id) ? { verdict: 'right', words: 'Rätt svar' } : undefined))
    },
    reset: () => {
      for (const each of inputs) {
        each.disabled = false
        if (question.type !== 'multi') each.checked = false
      }
      verdicts(() => undefined)
      mark()
      return inputs.find(({ checked }) => checked) ?? inputs[0]
    },
  }
}

/** Per chosen or missed row; a row that was rightly left alone gets none. */
function verdictOf(question: QuestionData, id: string, response: Response) {
  const right = question.right.includes(id)
  const chosen = response.includes(id)
  if (chosen && question.options.some((option) => option.id === id && option.free))
    return { verdict: 'right' as const, words: 'Varken eller' }
  if (chosen && right) return { verdict: 'right' as const, words: 'Rätt' }
  if (chosen) return { verdict: 'wrong' as const, words: question.type === 'multi' ? 'Hör inte dit' : 'Inte riktigt' }
  return right && question.type === 'multi' ? { verdict: 'wrong' as const, words: 'Den hör dit' } : undefined
}
