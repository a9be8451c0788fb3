import type { QuestionData, TestData } from '../course-data.ts'
import { element, moveTo, one } from '../dom.ts'
import { drawTest, tasksIn } from '../draw.ts'
import type { PageContext } from '../page.ts'
import { attemptsIn, judged, nextTryAt, partsBefore, type Sitting, sittingOf } from '../sitting.ts'
import { showResult } from './result.ts'
import { type GivenAnswer, Task } from './task.ts'
import { fill, momentInWords, onClick, showView } from './views.ts'

/** The final test: locked until the rest is done, thirty tasks one at a time, a look at what is left, handed in once. */
export function mountTest(root: HTMLElement, context: PageContext) {
  const { test } = context.data
  if (!test) throw new Error('A test page stands in a course without a test')
  const sitting = new TestOnScreen(root, context, test)
  return { show: (question: string | undefined) => sitting.show(question) }
}

class TestOnScreen {
  private readonly root: HTMLElement
  private readonly context: PageContext
  private readonly test: TestData

  constructor(root: HTMLElement, context: PageContext, test: TestData) {
    this.root = root
    this.context = context
    this.test = test
    onClick(root, 'begin', () => this.begin())
    onClick(root, 'again', () => moveTo(this.showStart(), { top: true }))
    onClick(root, 'hand-in', () => this.handIn())
  }

  show(question: string | undefined): HTMLElement {
    const left = partsBefore(this.context.data, this.context.verdict())
    const sitting = sittingOf(this.context.events())
    if (sitting) return this.showTask(sitting, question)
    this.context.moved(undefined)
    if (attemptsIn(this.context.events()).length > 0) return this.showResult()
    return left.length > 0 ? this.showLocked(left.map(({ title }) => title)) : this.showStart()
  }

  private showLocked(titles: string[]): HTMLElement {
    const view = showView(this.root, 'locked')
    one(view, '.exam-left').replaceChildren(...titles.map((title) => element('li', title)))
    return one(view, 'h1')
  }

  /** Before an attempt; says when the next may begin where none may now. */
  private showStart(): HTMLElement {
    const attempts = attemptsIn(this.context.events())
    const wait = nextTryAt(attempts, new Date().toISOString())
    if (wait === undefined) return one(showView(this.root, 'start'), 'h1')
    const view = showView(this.root, 'wait')
    fill(view, { next: momentInWords(wait) })
    return one(view, 'h1')
  }

  private begin() {
    const now = new Date().toISOString()
    if (nextTryAt(attemptsIn(this.context.events()), now)) return void moveTo(this.showStart())
    const items = drawTest(this.test, `${this.context.seed}/${now}`, now.slice(0, 10))
    this.context.record({ kind: 'test-started', test: this.test.id, items })
    this.turnTo(items[0])
  }

  private turnTo(question: string | undefined) {
    const hash = question ? `#${this.context.page.id}/${question}` : `#${this.context.page.id}`
    if (location.hash === hash) moveTo(this.show(question), { top: true })
    else location.hash = hash
  }

  /** The task named, else the first that is not answered, else the look at them all. */
  private showTask(sitting: Sitting, named: string | undefined): HTMLElement {
    const tasks = tasksIn(this.test, sitting.items)
    const open = tasks.find(({ id }) => !sitting.answers.has(id))
    const question = tasks.find(({ id }) => id === named) ?? open
    if (!question) return this.showReview(sitting, tasks)
    const number = tasks.indexOf(question) + 1
    const task = new Task(question, {
      seed: `${this.context.seed}/${sitting.startedAt}`,
      place: `Uppgift ${number} av ${tasks.length}`,
      earlier: sitting.answers.get(question.id),
      answered: (given) => this.answered(question, given, tasks[number]),
    })
    const view = showView(this.root, 'task')
    one(view, '.task-slot').replaceChildren(task.section)
    this.setWay(view, 'back-task', tasks[number - 2])
    this.setWay(view, 'skip-task', sitting.answers.has(question.id) ? undefined : tasks[number])
    fill(view, { answered: `${sitting.answers.size} av ${tasks.length} är besvarade.` })
    this.context.moved(question.id)
    return task.heading
  }

  private setWay(view: HTMLElement, name: string, to: QuestionData | undefined) {
    const link = one<HTMLAnchorElement>(view, `[data-turn="${name}"]`)
    link.hidden = !to
    link.href = `#${this.context.page.id}/${to?.id ?? ''}`
  }

  private answered(question: QuestionData, given: GivenAnswer, next: QuestionData | undefined) {
    this.context.record({ kind: 'test-answered', test: this.test.id, question: question.id, ...given })
    this.turnTo(next?.id)
  }

  private showReview({ answers }: Sitting, tasks: QuestionData[]): HTMLElement {
    const view = showView(this.root, 'review')
    const rows = tasks.map(({ id }, n) => {
      const link = element('a', `Uppgift ${n + 1}`) as HTMLAnchorElement
      link.href = `#${this.context.page.id}/${id}`
      const answer = answers.get(id)
      const state = answer ? `besvarad, ${answer.confidence === 'sure' ? 'säker' : 'osäker'}` : 'inte besvarad'
      return element('li', link, ` ${state}`)
    })
    one(view, '.exam-tasks').replaceChildren(...rows)
    this.context.moved(undefined)
    return one(view, 'h1')
  }

  /** Every answer is told as it stands, then the attempt. */
  private handIn() {
    const events = this.context.events()
    const sitting = sittingOf(events)
    if (!sitting) return void moveTo(this.show(undefined))
    const tasks = tasksIn(this.test, sitting.items)
    const outcome = judged(this.test, sitting)
    const attempt = (attemptsIn(events).at(-1)?.attempt ?? attemptsIn(events).length) + 1
    for (const { id, revision } of tasks) {
      const answer = sitting.answers.get(id)
      const right = outcome.tasks?.find(({ question }) => question === id)?.right
      if (!answer) continue
      const { response, confidence, seconds } = answer
      const where = { module: this.test.id, page: this.context.page.id, question: id, revision, try: attempt }
      const result = right ? ('correct' as const) : ('incorrect' as const)
      this.context.record({ kind: 'answered', ...where, response, result, confidence, seconds })
    }
    this.context.record({ kind: 'test-submitted', ...outcome, attempt })
    history.replaceState(null, '', `#${this.context.page.id}`)
    moveTo(this.show(undefined), { top: true })
  }

  private showResult(): HTMLElement {
    return showResult(showView(this.root, 'result'), this.context, this.test)
  }
}
