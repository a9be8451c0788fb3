import type { CourseData, ModuleData, PretestData, QuestionData } from '../course-data.ts'
import { all, fromTemplate, moveTo, one } from '../dom.ts'
import { latestAnswer, type PageContext } from '../page.ts'
import { isRight } from '../questions/answering.ts'
import { type GivenAnswer, Task } from './task.ts'
import { fill, onClick, showView } from './views.ts'

/** The pre-test: one case a module, each answered once; a right one lets the learner skip its module. */
export function mountPretest(root: HTMLElement, context: PageContext) {
  const { pretest } = context.data
  if (!pretest) throw new Error('A pre-test page stands in a course without a pre-test')
  const cases = new PretestOnScreen(root, context, pretest)
  return { show: (question: string | undefined) => cases.show(question) }
}

/** The module that a case asks about. */
export const moduleOfCase = ({ modules }: CourseData, { objective = '' }: QuestionData): ModuleData | undefined =>
  modules.find(({ id }) => id === objective.split('.')[0])

class PretestOnScreen {
  private readonly root: HTMLElement
  private readonly context: PageContext
  private readonly pretest: PretestData

  constructor(root: HTMLElement, context: PageContext, pretest: PretestData) {
    this.root = root
    this.context = context
    this.pretest = pretest
    onClick(root, 'begin', () => this.turnTo(this.open()?.id))
    onClick(root, 'skip-all', () => this.skip(this.skippable()))
    for (const row of all(root, '.pretest-rows > li'))
      onClick(row, 'skip', () => this.skip(this.skippable().filter(({ id }) => id === row.dataset.module)))
  }

  private get cases(): QuestionData[] {
    return this.context.page.questions
  }

  private open = () => this.cases.find(({ id }) => !latestAnswer(this.context.events(), id))

  show(named: string | undefined): HTMLElement {
    const started = this.cases.some(({ id }) => latestAnswer(this.context.events(), id))
    const open = this.open()
    const question = this.cases.find(({ id }) => id === named) ?? (started ? open : undefined)
    if (question) return this.showCase(question)
    this.context.moved(undefined)
    return open ? one(showView(this.root, 'start'), 'h1') : this.showResult()
  }

  private turnTo(question: string | undefined) {
    const hash = question ? `#${this.context.page.id}/${question}` : `#${this.context.page.id}`
    if (location.hash === hash) moveTo(this.show(question), { top: true })
    else location.hash = hash
  }

  /** A case that is answered is shown with its verdict once all are. */
  private showCase(question: QuestionData): HTMLElement {
    const number = this.cases.indexOf(question) + 1
    const earlier = latestAnswer(this.context.events(), question.id)
    if (earlier && this.open()) return this.show(this.open()?.id)
    const task = new Task(question, {
      seed: this.context.seed,
      place: `Fall ${number} av ${this.cases.length}`,
      answered: (given) => this.answered(question, given),
    })
    const view = showView(this.root, 'task')
    one(view, '.task-slot').replaceChildren(task.section)
    one(view, '[data-turn="result"]').hidden = !earlier
    if (earlier) task.tell(earlier.response)
    this.context.moved(question.id)
    return task.heading
  }

  private answered(question: QuestionData, { response, ...given }: GivenAnswer) {
    const result = isRight(question, response) ? 'correct' : 'incorrect'
    this.context.answer(question, { response, result, ...given })
    this.turnTo(this.open()?.id)
  }

  private isCaseRight = (question: QuestionData) =>
    latestAnswer(this.context.events(), question.id)?.result === 'correct'

  /** Modules with a right case that are not done, except those that everybody takes. */
  private skippable(): ModuleData[] {
    const { modules } = this.context.verdict()
    return this.cases
      .filter(this.isCaseRight)
      .flatMap((question) => moduleOfCase(this.context.data, question) ?? [])
      .filter(({ id }) => !this.pretest.required.includes(id) && !modules[id]?.completed)
  }

  private skip(modules: ModuleData[]) {
    for (const { id } of modules) this.context.record({ kind: 'module-done', module: id, credit: 'pretest' })
    const heading = this.showResult()
    const card = modules[0] && this.root.querySelector<HTMLElement>(`.pretest-card[data-module="${modules[0].id}"] h2`)
    moveTo(card ?? heading)
  }

  private showResult(): HTMLElement {
    const view = showView(this.root, 'result')
    const right = this.cases.filter(this.isCaseRight)
    const skippable = this.skippable()
    fill(view, {
      right: String(right.length),
      of: String(this.cases.length),
      skippable:
        skippable.length === 0
          ? 'Det finns ingen modul att hoppa över nu.'
          : `Du kan hoppa över ${skippable.length === 1 ? 'en modul' : `${skippable.length} moduler`}. Välj själv.`,
    })
    one(view, '[data-do="skip-all"]').hidden = skippable.length < 2
    for (const row of all(view, '.pretest-rows > li')) this.showRow(row, skippable)
    this.showCards(view)
    return one(view, 'h1')
  }

  private showRow(row: HTMLElement, skippable: ModuleData[]) {
    const question = this.cases.find((each) => moduleOfCase(this.context.data, each)?.id === row.dataset.module)
    const module = question && moduleOfCase(this.context.data, question)
    row.hidden = !module
    if (!question || !module) return
    const right = this.isCaseRight(question)
    row.dataset.verdict = right ? 'right' : 'wrong'
    for (const part of all(row, '[data-when]')) part.hidden = part.dataset.when !== (right ? 'right' : 'wrong')
    const done = this.context.verdict().modules[module.id]?.completed
    one(row, '[data-do="skip"]').hidden = !skippable.includes(module)
    one(row, '.pretest-done').textContent = done
      ? 'Modulen är klar.'
      : right && this.pretest.required.includes(module.id)
        ? 'Den här modulen läser alla.'
        : ''
  }

  /** "Kom ihåg" of every module that was skipped. */
  private showCards(view: HTMLElement) {
    const skipped = new Set(
      this.context
        .events()
        .flatMap((event) => (event.kind === 'module-done' && event.credit === 'pretest' ? [event.module] : [])),
    )
    const cards = this.context.data.modules.filter(({ id }) => skipped.has(id)).flatMap(cardOf)
    one(view, '.pretest-cards').replaceChildren(...cards)
  }
}

function cardOf(module: ModuleData): HTMLElement[] {
  const page = module.pages.find(({ kind }) => kind === 'card')
  if (!page) return []
  const card = one(fromTemplate('pretest-card'), '.pretest-card')
  card.dataset.module = module.id
  one(card, 'h2').textContent = `Kom ihåg: ${module.title}`
  one(card, '.reading').append(...one(fromTemplate(page.id), '.reading').childNodes)
  return [card]
}
