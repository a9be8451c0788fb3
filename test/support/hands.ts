import type { QuestionData, Response } from '../../course/runtime/course-data.ts'

type QuestionType = QuestionData['type']

/** Gives a response to the question on screen; runs in the page, so it may use nothing from outside itself. */
type Hand = (question: HTMLElement | SVGElement, response: Response) => void

const check: Hand = (question, response) => {
  for (const input of question.querySelectorAll<HTMLInputElement>('.options input, .sheet input'))
    if (input.checked !== response.includes(input.value)) input.click()
}

/** The doors, and as the one to begin with the first in the response. */
const knock: Hand = (question, response) => {
  for (const input of question.querySelectorAll<HTMLInputElement>('.door-options input'))
    if (input.checked !== response.includes(input.value)) input.click()
  const first = question.querySelector<HTMLSelectElement>('.first-door select')
  if (!first) throw new Error('no first door')
  first.value = response[0] ?? ''
}

/** Each row up until it is in its place; where all are, one goes down and up again, because the course asks for a move. */
const arrange: Hand = (question, response) => {
  const rows = () => [...question.querySelectorAll<HTMLElement>('.order > li')].map(({ dataset }) => dataset.option)
  const move = (option: string, by: 1 | -1) =>
    question.querySelector<HTMLElement>(`[data-option="${option}"] [data-move="${by}"]`)?.click()
  const [first = ''] = response
  if (rows().join() === response.join()) move(first, 1)
  for (const [place, option] of response.entries())
    for (let at = rows().indexOf(option); at > place; at--) move(option, -1)
}

const pair: Hand = (question, response) => {
  for (const [term, answer] of response.map((each) => each.split('.'))) {
    const select = question.querySelector<HTMLSelectElement>(`[data-option="${term}"] select`)
    if (!select || !answer) throw new Error(`no row ${term}`)
    select.value = answer
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

/** With a decimal comma, as it is written in Swedish. */
const write: Hand = (question, [number = '']) => {
  const input = question.querySelector<HTMLInputElement>('.number input')
  if (!input) throw new Error('no field')
  input.value = number.replace('.', ',')
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Some text, compared with the model answer, and the points that are there. */
const compose: Hand = (question, response) => {
  const area = question.querySelector('textarea')
  if (!area) throw new Error('no text field')
  area.value = 'Hej!'
  question.querySelector<HTMLElement>('[type="submit"]')?.click()
  for (const input of question.querySelectorAll<HTMLInputElement>('.comparison input'))
    if (input.checked !== response.includes(input.value)) input.click()
}

/** How a question of each type is answered, up to "Svara"; a scenario's step is answered by its button. */
export const hands: Record<Exclude<QuestionType, 'step'> | 'doors', Hand> = {
  single: check,
  multi: check,
  doors: knock,
  truefalse: check,
  order: arrange,
  match: pair,
  numeric: write,
  date: write,
  mark: check,
  write: compose,
}

const wrongByType: Record<QuestionType, (question: QuestionData) => Response> = {
  single: ({ options, right }) =>
    options
      .map(({ id }) => id)
      .filter((id) => !right.includes(id))
      .slice(0, 1),
  multi: ({ options, right }) => (right.length > 1 ? right.slice(1) : options.map(({ id }) => id).slice(0, 3)),
  truefalse: ({ right }) => [right[0] === 'true' ? 'false' : 'true'],
  order: ({ right }) => right.toReversed(),
  match: ({ right }) => right.map((each, n) => `${each.split('.')[0]}.${right[(n + 1) % right.length]?.split('.')[1]}`),
  numeric: ({ right, tolerance = 0 }) => [String(Number(right[0]) + 2 * tolerance + 1)],
  date: () => ['2020-02-29'],
  mark: ({ right }) => (right.length > 1 ? right.slice(1) : ['a', 'b']),
  write: ({ right }) => right.slice(1),
  step: ({ options }) => [options.toSorted((a, b) => (a.points ?? 0) - (b.points ?? 0))[0]?.id ?? ''],
}

/** A response that is not right; for a scenario's step, the choice that is worth least. */
export const wrongResponse = (question: QuestionData): Response => wrongByType[question.type](question)

/** The right response; for a scenario's step, the choice that is worth most. */
export const rightResponse = ({ type, options, right }: QuestionData): Response =>
  type === 'step' ? [options.toSorted((a, b) => (b.points ?? 0) - (a.points ?? 0))[0]?.id ?? ''] : right
