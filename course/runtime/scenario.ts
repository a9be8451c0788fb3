import type { OptionData, QuestionData } from './course-data.ts'
import { all, element, moveTo, one, unseen } from './dom.ts'
import { type DoorState, doorWords, setDoor, stepDoor, stepGlyph } from './doors.ts'
import type { Answered } from './events.ts'
import { type PageContext, stopwatch } from './page.ts'
import { endingOf, type PathStep, pathOf } from './path.ts'
import { shuffled } from './shuffle.ts'

const results: Record<0 | 1 | 2, Answered['result']> = { 0: 'incorrect', 1: 'neutral', 2: 'correct' }

/** A scenario page: a step is asked, its consequence told, and at the end the way is shown as doors. */
export class Scenario {
  private readonly root: HTMLElement
  private readonly context: PageContext
  private readonly glyph: SVGElement
  private seconds = stopwatch()

  constructor(root: HTMLElement, context: PageContext) {
    this.root = root
    this.context = context
    this.glyph = one<SVGElement>(root, '.rail-module .glyph')
    for (const step of context.page.questions) this.prepare(step)
    one(root, '[data-do="restart"]').addEventListener('click', () => {
      this.ask(context.page.questions[0])
      moveTo(one(root, 'h1'), { top: true })
    })
  }

  /** Goes on where the learner was: at a step, at its consequence, or at the end; the heading to move to. */
  show(step: string | undefined): HTMLElement {
    const { questions } = this.context.page
    const path = this.path()
    const last = path[path.length - 1]
    const taken = path.find((each) => each.step === step)
    const named = questions.find(({ id }) => id === (step ?? last?.next))
    if (taken) this.tell(taken)
    else if (!step && last && !last.next) this.end()
    else this.ask(named ?? questions[0])
    return one(this.root, 'h1')
  }

  private path = () => pathOf(this.context.events(), this.context.page)
  private section = (step: string) => one(this.root, `[data-step="${step}"]`)

  private prepare(step: QuestionData) {
    const section = this.section(step.id)
    const list = one(section, '.replies')
    const rows = all(list, 'li')
    list.append(...shuffled(rows, `${this.context.seed}/${step.id}`))
    for (const option of step.options) {
      one(list, `[data-option="${option.id}"] button`).addEventListener('click', () => this.choose(step, option))
      const told = one(section, `[data-choice="${option.id}"]`)
      const slot = one(told, '.door-slot')
      slot.append(stepGlyph(this.glyph, slot.dataset.state as DoorState))
      one(told, '[data-do="on"]').addEventListener('click', () => this.goOn(option.next))
      one(told, '[data-do="retake"]').addEventListener('click', () => {
        this.ask(step)
        moveTo(one(section, '.reply'))
      })
    }
  }

  private choose(step: QuestionData, option: OptionData) {
    const points = option.points ?? 0
    this.context.answer(step, { response: [option.id], result: results[points], seconds: this.seconds() })
    this.tell({ step: step.id, choice: option.id, points })
    moveTo(one(this.section(step.id), `[data-choice="${option.id}"] h2`))
  }

  private goOn(next: string | undefined) {
    if (next) {
      this.ask(this.context.page.questions.find(({ id }) => id === next))
      moveTo(one(this.section(next), '.reply'), { top: true })
    } else {
      this.end()
      moveTo(one(this.root, '.ending h2'), { top: true })
    }
  }

  private ask(step: QuestionData | undefined) {
    if (!step) return
    this.seconds = stopwatch()
    this.turn('ask', step.id)
    const section = this.section(step.id)
    setOutcome(section, 'start')
    one(section, '.asked').hidden = false
    for (const told of all(section, '[data-choice]')) told.hidden = true
  }

  private tell({ step, choice, points }: PathStep) {
    this.turn('consequence', step)
    const section = this.section(step)
    setOutcome(section, stepDoor(points))
    one(section, '.asked').hidden = true
    for (const told of all(section, '[data-choice]')) told.hidden = told.dataset.choice !== choice
  }

  private end() {
    const path = this.path()
    this.turn('end', undefined)
    one(this.root, '.ending-way').replaceChildren(
      ...path.map(({ step, points }) => {
        const words = element(
          'div',
          element('b', this.label(step)),
          element('span', capital(doorWords[stepDoor(points)])),
        )
        return element('li', stepGlyph(this.glyph, stepDoor(points)), words)
      }),
    )
    const ending = endingOf(path, this.context.page)
    for (const sentence of all(this.root, '[data-ending]')) sentence.hidden = sentence.dataset.ending !== ending
  }

  /** The view, the step on screen, the row of doors, and the way on, which opens at the end. */
  private turn(view: 'ask' | 'consequence' | 'end', step: string | undefined) {
    one(this.root, '.scenario').dataset.view = view
    for (const section of all(this.root, '[data-step]')) section.hidden = section.dataset.step !== step
    one(this.root, '.ending').hidden = view !== 'end'
    one(this.root, '[data-turn="forward"]').hidden = view !== 'end'
    if (step) this.setWay(view, step)
    this.context.moved(step)
  }

  private setWay(view: 'ask' | 'consequence' | 'end', step: string) {
    const path = this.path()
    const index = path.findIndex((each) => each.step === step)
    const before = index < 0 ? path : path.slice(0, index)
    const here = view === 'consequence' ? path[index] : undefined
    const row = [...before, { step, points: here?.points }]
    const steps = row.map(({ step: id, points }, i) => {
      const door = points === undefined ? 'closed' : stepDoor(points)
      const item = element('li', stepGlyph(this.glyph, door), `Steg ${i + 1}: ${this.label(id)}`)
      if (points !== undefined) item.append(unseen(`, ${doorWords[door]}`))
      if (id === step) item.setAttribute('aria-current', 'step')
      return item
    })
    const coming = Array.from({ length: Math.max(0, this.longest() - row.length) }, (_, i) =>
      element('li', stepGlyph(this.glyph, 'closed'), `Steg ${row.length + i + 1}`),
    )
    const ends = here && !here.next
    one(this.root, '.way').replaceChildren(...steps, ...(ends ? [] : coming))
  }

  private label = (step: string) => this.section(step).dataset.label ?? ''

  /** Steps on the longest way from the first one. */
  private longest(step: QuestionData | undefined = this.context.page.questions[0]): number {
    const after = (id: string | undefined) =>
      id ? this.longest(this.context.page.questions.find((q) => q.id === id)) : 0
    return step ? 1 + Math.max(...step.options.map(({ next }) => after(next))) : 0
  }
}

/** The scene's faces and things follow its outcome, and so does what it says to those who do not see it. */
function setOutcome(section: HTMLElement, outcome: 'start' | DoorState) {
  const scene = one<SVGElement>(section, '.scene')
  scene.dataset.outcome = outcome
  scene.setAttribute('aria-label', scene.getAttribute(`data-alt-${outcome}`) ?? '')
  for (const door of all<SVGElement>(scene, '.door'))
    setDoor(door, outcome === 'start' ? 'closed' : outcome, { swing: true })
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
