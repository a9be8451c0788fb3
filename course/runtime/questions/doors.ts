import type { QuestionData, Response } from '../course-data.ts'
import { all, one } from '../dom.ts'
import { type Answering, isRight } from './answering.ts'
import { answerOptions } from './options.ts'
import { tellInRow } from './verdict-on-screen.ts'

/**
 * "Vilken dörr?": the doors that a business contacts, the one it begins with (first in the response), and the state's doors,
 * which give feedback and no points.
 */
export function answerDoors(root: HTMLElement, question: QuestionData, seed: string): Answering {
  const doors = answerOptions(root, question, seed)
  const first = one<HTMLSelectElement>(root, '.first-door select')
  const state = all(root, '.state-doors li')
  const after = one(root, '.doors-after')
  const rows = all(root, '.door-options > li')
  const inputOf = (row: HTMLElement) => one<HTMLInputElement>(row, 'input')

  function fill() {
    const marked = rows.filter((row) => inputOf(row).checked)
    const before = first.value
    const choices = marked.map((row) => new Option(one(row, 'label span').textContent ?? '', row.dataset.option))
    first.replaceChildren(new Option('Välj bland dörrarna du har markerat', ''), ...choices)
    first.value = marked.some((row) => row.dataset.option === before) ? before : ''
  }

  function lock(locked: boolean) {
    first.disabled = locked
    after.hidden = !locked
    for (const row of state) inputOf(row).disabled = locked
  }

  function tellState(answered: boolean) {
    for (const row of state) {
      const right = 'right' in row.dataset
      const chosen = inputOf(row).checked
      if (right && (chosen || !answered)) tellInRow(row, { verdict: 'right', words: answered ? 'Rätt' : 'Rätt svar' })
      else if (right !== chosen) tellInRow(row, { verdict: 'wrong', words: right ? 'Den hör dit' : 'Hör inte dit' })
    }
  }

  /** An answer of an earlier session is known without its first door and its state doors. */
  function tell(response: Response) {
    const answered = first.value !== ''
    const points = 2 * Number(isRight(question, response)) + Number(first.value === first.dataset.first)
    lock(true)
    tellState(answered)
    one(root, '.doors-points').textContent = answered ? `${points} av 3 poäng` : 'Så går företaget'
  }

  one(root, '.door-options').addEventListener('change', fill)
  fill()
  return {
    response: () => {
      const response = doors.response()
      if ('missing' in response) return response
      if (first.value === '') return { missing: 'Välj var företaget börjar.' }
      return { given: [first.value, ...response.given.filter((id) => id !== first.value)] }
    },
    showAnswer: (response) => {
      tell(response)
      return doors.showAnswer(response)
    },
    showRight: () => {
      tell(question.right)
      return doors.showRight()
    },
    reset: () => {
      lock(false)
      for (const row of state) tellInRow(row, undefined)
      const target = doors.reset()
      fill()
      return target
    },
  }
}
