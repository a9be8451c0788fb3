import type { QuestionData } from '../course-data.ts'
import { all, moveTo, one } from '../dom.ts'
import { latestAnswer, type PageContext, stopwatch } from '../page.ts'
import { type Answering, judge } from './answering.ts'
import { answerDate } from './date.ts'
import { answerDoors } from './doors.ts'
import { answerMark } from './mark.ts'
import { answerMatch } from './match.ts'
import { answerNumeric } from './numeric.ts'
import { answerOptions } from './options.ts'
import { answerOrder } from './order.ts'
import { answerWrite } from './write.ts'

/** By the type of the question's template, which tells more than the data: doors are a multiple choice. */
const special: Partial<Record<string, typeof answerOptions>> = {
  doors: answerDoors,
  order: answerOrder,
  match: answerMatch,
  numeric: answerNumeric,
  date: answerDate,
  mark: answerMark,
  write: answerWrite,
}

type State = 'unanswered' | 'wrong' | 'right' | 'shown' | 'earlier'

/** A quiz, or a case with documents: one question at a time. `show` turns to a question; without one, to the first that is not answered. */
export function mountQuiz(root: HTMLElement, context: PageContext) {
  const { page } = context
  const shown = new Map(
    page.questions.map((question) => [question.id, new QuestionOnScreen(root, question, context)] as const),
  )
  return {
    show(named: string | undefined): HTMLElement {
      const open = page.questions.find(({ id }) => !latestAnswer(context.events(), id))
      const id = named ?? (open ?? page.questions[0])?.id ?? ''
      for (const [each, question] of shown) question.section.hidden = each !== id
      setTurn(root, page.questions, id)
      context.moved(id)
      return shown.get(id)?.open() ?? root
    },
  }
}

/** Back and next go from question to question, and out of the quiz at its ends. */
function setTurn(root: HTMLElement, questions: QuestionData[], id: string) {
  const page = root.dataset.page ?? ''
  const index = questions.findIndex((question) => question.id === id)
  const back = one<HTMLAnchorElement>(root, '[data-turn="back"]')
  const forward = one<HTMLAnchorElement>(root, '[data-turn="forward"]')
  const next = one<HTMLAnchorElement>(root, `[data-question="${id}"] [data-do="next"]`)
  back.dataset.out ??= back.hash || '#'
  forward.hidden = true
  const [before, after] = [questions[index - 1], questions[index + 1]]
  back.href = before ? `#${page}/${before.id}` : back.dataset.out
  next.href = after ? `#${page}/${after.id}` : forward.hash || '#'
  if (!after) one(next, 'span').textContent = one(forward, 'span').textContent
}

class QuestionOnScreen {
  readonly section: HTMLElement
  private readonly question: QuestionData
  private readonly context: PageContext
  private readonly answering: Answering
  private seconds = stopwatch()

  constructor(root: HTMLElement, question: QuestionData, context: PageContext) {
    this.section = one(root, `[data-question="${question.id}"]`)
    this.question = question
    this.context = context
    const answer = special[this.section.dataset.type ?? ''] ?? answerOptions
    this.answering = answer(this.section, question, `${context.seed}/${question.id}`)
    const form = one(this.section, 'form')
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.answer()
    })
    form.addEventListener('input', () => this.hint(''))
    const on = (name: string, run: () => void) => {
      for (const button of all(this.section, `[data-do="${name}"]`)) button.addEventListener('click', run)
    }
    on('retry', () => this.retry())
    on('show', () => {
      this.setState('shown')
      move(this.answering.showRight())
    })
  }

  /** An earlier answer is shown again, locked; the heading to move to. */
  open(): HTMLElement {
    this.seconds = stopwatch()
    const earlier = latestAnswer(this.context.events(), this.question.id)
    if (earlier) this.answering.showAnswer(earlier.response)
    this.setState(earlier ? 'earlier' : 'unanswered')
    return one(this.section, 'h1')
  }

  private answer() {
    const response = this.answering.response()
    this.hint('missing' in response ? response.missing : '')
    if ('missing' in response) return
    const { given } = response
    const result = judge(this.question, given)
    this.context.answer(this.question, { response: given, result, seconds: this.seconds() })
    this.setState(result === 'incorrect' ? 'wrong' : 'right')
    move(this.answering.showAnswer(given))
  }

  private retry() {
    this.seconds = stopwatch()
    this.setState('unanswered')
    move(this.answering.reset())
  }

  private setState(state: State) {
    this.section.dataset.state = state
    for (const control of all(this.section, '[data-in]'))
      control.hidden = !control.dataset.in?.split(' ').includes(state)
    this.hint('')
  }

  /** What is missing, beside the button. */
  private hint(sentence: string) {
    one(this.section, '.hint').textContent = sentence
  }
}

function move(target: HTMLElement | undefined) {
  if (target) moveTo(target)
}
