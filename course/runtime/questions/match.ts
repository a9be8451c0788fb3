import type { QuestionData, Response } from '../course-data.ts'
import { all, one } from '../dom.ts'
import { disordered } from '../shuffle.ts'
import type { Answering } from './answering.ts'
import { markRow, type Said, tellInRow } from './verdict-on-screen.ts'

const right: Said = { verdict: 'right', words: 'Rätt' }
const wrong: Said = { verdict: 'wrong', words: 'Hör inte ihop' }
const shown: Said = { verdict: 'right', words: 'Rätt svar' }

/** Terms with a native select each, which repeats the letter and the text of the answers listed above. */
export function answerMatch(root: HTMLElement, question: QuestionData, seed: string): Answering {
  return new MatchAnswering(root, question, seed)
}

class MatchAnswering implements Answering {
  private readonly question: QuestionData
  private readonly rows: HTMLElement[]
  private readonly live: HTMLElement
  /** Answer ids with their texts, in the order shown. */
  private readonly answers: Map<string, string>

  constructor(root: HTMLElement, question: QuestionData, seed: string) {
    this.question = question
    this.rows = all(root, '.match > li')
    this.live = one(root, '.match-live')
    this.answers = listAnswers(one(root, '.match-answers'), seed)
    for (const row of this.rows) {
      fillSelect(selectIn(row), this.answers)
      selectIn(row).addEventListener('change', () => this.choose(row))
    }
    this.count()
  }

  response() {
    const given = this.rows.map((row) => selectIn(row).value)
    return given.includes('')
      ? { missing: 'Välj ett svar på varje rad först.' }
      : { given: this.rows.map((row, n) => `${termOf(row)}.${given[n]}`) }
  }

  restore(response: Response) {
    for (const row of this.rows) {
      const pair = response.find((each) => each.startsWith(`${termOf(row)}.`))
      selectIn(row).value = pair?.split('.')[1] ?? ''
      markChosen(row)
    }
    this.count()
  }

  showAnswer(response: Response): HTMLElement | undefined {
    return this.tell(response, (pair) => (this.question.right.includes(pair) ? right : wrong))
  }

  showRight(): HTMLElement | undefined {
    return this.tell(this.question.right, () => shown)
  }

  /** What was right stays chosen while something is to be mended; a right answer is given anew from the beginning. */
  reset(): HTMLElement | undefined {
    const open = this.rows.filter((row) => !this.isRight(row))
    for (const row of this.rows) {
      if (open.length === 0) selectIn(row).value = ''
      tellInRow(row, undefined)
      setLocked(row, false)
      markChosen(row)
    }
    this.count()
    const first = open[0] ?? this.rows[0]
    return first && selectIn(first)
  }

  private chosen = () => this.rows.filter((row) => selectIn(row).value !== '')
  private isRight = (row: HTMLElement) => this.question.right.includes(`${termOf(row)}.${selectIn(row).value}`)

  private choose(row: HTMLElement) {
    markChosen(row)
    const twin = this.chosen().find((each) => each !== row && selectIn(each).value === selectIn(row).value)
    if (twin) this.live.textContent = `Samma svar står på två rader: ${textOf(row)} och ${textOf(twin)}.`
    else this.count()
  }

  private count() {
    this.live.textContent = `${this.chosen().length} av ${this.rows.length} rader har ett svar.`
  }

  /** Shows each row's answer in full, with what is said of it; a row that the response lacks says nothing. */
  private tell(response: Response, of: (pair: string) => Said): HTMLElement | undefined {
    let first: HTMLElement | undefined
    for (const row of this.rows) {
      const pair = response.find((each) => each.startsWith(`${termOf(row)}.`))
      selectIn(row).value = pair?.split('.')[1] ?? ''
      one(row, '.match-given').textContent = this.answers.get(selectIn(row).value) ?? ''
      setLocked(row, true)
      const heading = tellInRow(row, pair === undefined ? undefined : of(pair))
      first ??= heading
    }
    return first
  }
}

const selectIn = (row: HTMLElement) => one<HTMLSelectElement>(row, 'select')
const termOf = (row: HTMLElement) => row.dataset.option ?? ''
const textOf = (row: HTMLElement) => one(row, 'label').textContent
const markChosen = (row: HTMLElement) => markRow(row, selectIn(row).value === '' ? undefined : 'chosen')

function setLocked(row: HTMLElement, locked: boolean) {
  selectIn(row).hidden = locked
  one(row, '.match-given').hidden = !locked
}

/** Puts the answers into the learner's own order, never that of their terms, and gives them letters. */
function listAnswers(list: HTMLElement, seed: string): Map<string, string> {
  const items = disordered(all(list, 'li'), seed)
  list.append(...items)
  for (const [n, item] of items.entries()) one(item, 'b').textContent = letter(n)
  return new Map(items.map((item) => [item.dataset.answer ?? '', one(item, 'span').textContent ?? '']))
}

const letter = (n: number) => String.fromCharCode(65 + n)

function fillSelect(select: HTMLSelectElement, answers: Map<string, string>) {
  const letters = [...answers.keys()].map((_, n) => letter(n))
  const last = letters.pop()
  const choices = [...answers].map(([id, text], n) => new Option(`${letter(n)}. ${text}`, id))
  select.replaceChildren(new Option(`Välj ${letters.join(', ')} eller ${last}`, ''), ...choices)
}
