import type { QuestionData, Response } from '../course-data.ts'
import { all, one } from '../dom.ts'
import { disordered } from '../shuffle.ts'
import type { Answering } from './answering.ts'
import { fillHeading, hideBox, markRow, type Said, tellInBox } from './verdict-on-screen.ts'

const counted = ['Ingen', 'En', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex', 'Sju', 'Åtta', 'Nio', 'Tio']

/** Rows that are moved with two buttons each, or dragged; focus stays on the button that was used. */
export function answerOrder(root: HTMLElement, question: QuestionData, seed: string): Answering {
  return new OrderAnswering(root, question, seed)
}

class OrderAnswering implements Answering {
  private readonly root: HTMLElement
  private readonly question: QuestionData
  private readonly list: HTMLElement
  private moved = false

  constructor(root: HTMLElement, question: QuestionData, seed: string) {
    this.root = root
    this.question = question
    this.list = one(root, '.order')
    this.arrange(disordered(question.right, seed))
    for (const button of all(this.list, '[data-move]'))
      button.addEventListener('click', () => this.move(rowOf(button), Number(button.dataset.move), button))
    this.list.addEventListener('dragstart', (event) => this.drag(event))
    this.lock(false)
  }

  response() {
    return this.moved ? { given: this.order() } : { missing: 'Flytta raderna först.' }
  }

  restore(response: Response) {
    this.arrange(response)
    this.moved = true
  }

  showAnswer(response: Response): HTMLElement {
    this.arrange(response)
    this.lock(true)
    const right = this.question.right
    const places = response.filter((id, i) => right[i] === id).length
    for (const [i, row] of this.rows().entries()) this.setVerdict(row, right[i] === response[i])
    if (places === right.length) return tellInBox(this.root, { verdict: 'right', words: 'Rätt' }, 'right')
    const words = `${counted[places] ?? places} av ${(counted[right.length] ?? '').toLowerCase()} på rätt plats`
    return tellInBox(this.root, { verdict: 'wrong', words }, 'wrong')
  }

  showRight(): HTMLElement {
    this.arrange(this.question.right)
    this.lock(true)
    for (const row of this.rows()) this.setVerdict(row, true)
    return tellInBox(this.root, { verdict: 'right', words: 'Rätt ordning' }, 'wrong')
  }

  reset(): HTMLElement | undefined {
    this.lock(false)
    for (const row of this.rows()) this.setVerdict(row, undefined)
    hideBox(this.root)
    return all(this.list, '[data-move]:not([aria-disabled="true"])')[0]
  }

  private rows = () => all(this.list, 'li')
  private order = () => this.rows().map((row) => row.dataset.option ?? '')

  private arrange(order: Response) {
    this.list.append(...order.flatMap((id) => this.rows().find((row) => row.dataset.option === id) ?? []))
    this.setEnds()
  }

  /** At the ends a button stays where it is, so that focus does, and says that it does nothing. */
  private setEnds() {
    const rows = this.rows()
    for (const [i, row] of rows.entries()) {
      one(row, '[data-move="-1"]').setAttribute('aria-disabled', String(i === 0))
      one(row, '[data-move="1"]').setAttribute('aria-disabled', String(i === rows.length - 1))
    }
  }

  private move(row: HTMLElement, by: number, button?: HTMLElement) {
    const rows = this.rows()
    const to = rows.indexOf(row) + by
    const other = rows[to]
    if (!other) return
    if (by < 0) other.before(row)
    else other.after(row)
    button?.focus()
    this.setMoved(row)
  }

  private setMoved(row: HTMLElement) {
    this.moved = true
    this.setEnds()
    for (const each of this.rows()) delete each.dataset.verdict
    row.dataset.verdict = 'moved'
    const rows = this.rows()
    one(this.root, '.order-live').textContent =
      `${one(row, '.order-text').textContent} är nu på plats ${rows.indexOf(row) + 1} av ${rows.length}.`
  }

  private drag(start: DragEvent) {
    const row = rowOf(start.target as Element)
    const over = (event: DragEvent) => {
      event.preventDefault()
      const other = this.rows().find((each) => each !== row && each.contains(event.target as Node))
      if (!other) return
      const { top, height } = other.getBoundingClientRect()
      if (event.clientY > top + height / 2) other.after(row)
      else other.before(row)
    }
    const end = () => {
      this.list.removeEventListener('dragover', over)
      this.setMoved(row)
    }
    this.list.addEventListener('dragover', over)
    row.addEventListener('dragend', end, { once: true })
  }

  private lock(locked: boolean) {
    for (const row of this.rows()) {
      row.draggable = !locked
      one(row, '.order-moves').hidden = locked
    }
    one(this.root, '.order-live').textContent = ''
  }

  private setVerdict(row: HTMLElement, right: boolean | undefined) {
    const label = one(row, '.order-verdict')
    label.hidden = right === undefined
    const said: Said = right ? { verdict: 'right', words: 'Rätt plats' } : { verdict: 'wrong', words: 'Annan plats' }
    markRow(row, label.hidden ? undefined : said.verdict)
    fillHeading(label, said)
  }
}

function rowOf(inside: Element): HTMLElement {
  const row = inside.closest('li')
  if (!row) throw new Error('A button of an order question stands outside its row')
  return row
}
