import { type CourseData, type PageData, type PartData, partsOf } from './course-data.ts'
import { type Standing, updateCover } from './cover.ts'
import { all, fromTemplate, moveTo, one } from './dom.ts'
import type { CourseEvent, Happening } from './events.ts'
import { mountPretest } from './exam/pretest.ts'
import { mountTest } from './exam/test.ts'
import { mountExtra } from './extras.ts'
import { modulesBeforeCase } from './final-case/opening.ts'
import { mountCaseResult } from './final-case/result.ts'
import { latestAnswer, type PageContext } from './page.ts'
import { encode, type Place } from './progress.ts'
import { mountQuiz } from './questions/quiz.ts'
import { mountRail, updateRail } from './rail.ts'
import { hashOf, type PageRoute, parseRoute, type Route } from './routes.ts'
import type { Saving } from './saving.ts'
import { Scenario } from './scenario.ts'
import type { Launch, Tracker } from './tracker.ts'
import { type Verdict, verdict } from './verdict.ts'

interface PlayerParts {
  data: CourseData
  tracker: Tracker
  saving: Saving
  launch: Launch
  /** Events and place of earlier sessions. */
  events: readonly CourseEvent[]
  place: Place
}

/** What is on screen below `#slot`, and how it turns to a question of its own page. */
interface PageOnScreen {
  id: string
  context: PageContext
  show(question: string | undefined): HTMLElement
}

/** Pages and the way between them: addresses, what is on screen, what has happened. */
export class Player {
  private readonly parts: PlayerParts
  private readonly log: CourseEvent[]
  private readonly cover = one(document, '#cover')
  private readonly slot = one(document, '#slot')
  private readonly title = document.title
  private verdict: Verdict
  private place: Place
  /** The place in the course, also while the cover is on screen. */
  private lastPlace: Place
  private page: PageOnScreen | undefined
  /** The page that the learner left for one outside the modules. */
  private left: PageData | undefined
  private over = false

  constructor(parts: PlayerParts) {
    this.parts = parts
    this.log = [...parts.events]
    this.place = parts.place
    this.lastPlace = parts.place
    this.verdict = this.judge()
  }

  /** Opens where the address says, else where the learner was; reading starts at its heading without moving the page. */
  start() {
    const { data, launch } = this.parts
    window.addEventListener('hashchange', () => this.follow(parseRoute(location.hash, data)))
    one(document, '.skip').addEventListener('click', (event) => {
      event.preventDefault()
      one(document, '#main').focus()
    })
    if (launch.recorded) this.record({ kind: 'started' })
    const route = this.firstRoute(parseRoute(location.hash, data) ?? { kind: 'cover' })
    if (route.kind === 'page') history.replaceState(null, '', hashOf(route, data))
    this.turnTo(route)
  }

  /** An address says less than the saved place: nothing in a fresh launch, no step on a reload. */
  private firstRoute(named: Route): Route {
    const { page, question } = this.parts.place
    if (!page) return named
    const kept: Route = { kind: 'page', page, ...(question ? { question } : {}) }
    if (named.kind === 'page') return named.page === page && !named.question ? kept : named
    return named.kind === 'cover' ? kept : named
  }

  private follow(route: Route | undefined) {
    if (!route || this.over) return
    moveTo(this.turnTo(route), { top: true })
  }

  private turnTo(route: Route): HTMLElement {
    if (route.kind === 'page') return this.turnToPage(route)
    this.left = route.kind === 'extra' ? (this.page?.context.page ?? this.left) : undefined
    this.page = undefined
    if (route.kind === 'extra') return this.turnToExtra(route.id)
    this.cover.hidden = false
    this.slot.hidden = true
    this.moved({})
    updateCover(this.cover, this.parts.data, this.standing())
    this.setTitle(undefined)
    return one(this.cover, route.kind === 'contents' ? '#contents' : 'h1')
  }

  private turnToExtra(id: string): HTMLElement {
    this.show(fromTemplate(id))
    if (this.left) this.setWayBack(this.left)
    mountExtra(id, this.slot, { ...this.parts, events: this.log, verdict: this.verdict })
    const heading = one(this.slot, 'h1')
    this.setTitle(heading.textContent)
    return heading
  }

  /** Who came from a page, to look up its source, goes back to it. */
  private setWayBack({ title }: PageData) {
    const back = one<HTMLAnchorElement>(this.slot, '[data-turn="back"]')
    back.href = hashOf(this.lastPlace, this.parts.data)
    one(back, 'span').textContent = `Tillbaka till ${title}`
  }

  private turnToPage({ page: id, question }: PageRoute): HTMLElement {
    if (this.page?.id === id && question) return this.page.show(question)
    const module = partsOf(this.parts.data).find(({ pages }) => pages.some((page) => page.id === id))
    const page = module?.pages.find((each) => each.id === id)
    if (!module || !page || this.isLocked(module)) return this.turnTo({ kind: 'contents' })
    this.show(fromTemplate(id))
    if (!this.verdict.modules[module.id]?.started) this.record({ kind: 'module-started', module: module.id })
    this.page = this.mount(module, page)
    this.record({ kind: 'page-seen', module: module.id, page: id })
    const heading = this.page.show(question)
    this.setTitle(page.title)
    return heading
  }

  private isLocked(part: PartData): boolean {
    const { data } = this.parts
    return part === data.finalCase && modulesBeforeCase(data, this.verdict) > 0
  }

  private show(content: DocumentFragment) {
    this.slot.replaceChildren(content)
    this.slot.hidden = false
    this.cover.hidden = true
  }

  private setTitle(page: string | null | undefined) {
    document.title = page ? `${page} – ${this.title}` : this.title
    one<HTMLAnchorElement>(document, '#to-contents').href = page ? '#' : '#innehall'
  }

  private mount(module: PartData, page: PageData): PageOnScreen {
    const root = one(this.slot, '.page')
    const context: PageContext = {
      module,
      page,
      data: this.parts.data,
      events: () => this.log,
      verdict: () => this.verdict,
      record: (happening) => this.record(happening),
      seed: this.parts.launch.learner ?? '',
      answer: (question, given) => {
        const number = (latestAnswer(this.log, question.id)?.try ?? 0) + 1
        const where = { module: module.id, page: page.id, question: question.id, revision: question.revision }
        this.record({ kind: 'answered', ...where, ...given, try: number })
      },
      moved: (question) => this.moved({ page: page.id, ...(question ? { question } : {}) }),
    }
    if (hasRail(page)) mountRail(root)
    one(root, '.print-foot time').textContent = new Date().toLocaleDateString('sv-SE')
    const show = this.shower(root, context)
    return { id: page.id, context, show }
  }

  private shower(root: HTMLElement, context: PageContext): PageOnScreen['show'] {
    switch (context.page.kind) {
      case 'scenario': {
        const scenario = new Scenario(root, context)
        return (step) => scenario.show(step)
      }
      case 'quiz':
      case 'document':
      case 'case': {
        const quiz = mountQuiz(root, context)
        return (question) => quiz.show(question)
      }
      case 'pretest':
        return mountPretest(root, context).show
      case 'test':
        return mountTest(root, context).show
      case 'case-result':
        mountCaseResult(root, context)
        break
      case 'task':
        this.mountTask(root, context)
    }
    return () => {
      context.moved(undefined)
      return one(root, 'h1')
    }
  }

  private mountTask(root: HTMLElement, { module, page }: PageContext) {
    const box = one<HTMLInputElement>(root, '.tick input')
    for (const event of this.log) if (event.kind === 'task-ticked' && event.page === page.id) box.checked = event.done
    box.addEventListener('change', () =>
      this.record({ kind: 'task-ticked', module: module.id, page: page.id, done: box.checked }),
    )
  }

  private moved(place: Place) {
    this.place = place
    if (place.page) this.lastPlace = place
    this.save()
  }

  private record(happening: Happening) {
    const event: CourseEvent = { ...happening, at: new Date().toISOString() }
    this.log.push(event)
    this.verdict = this.judge()
    this.parts.tracker.record(event, this.verdict)
    this.save()
    if (this.page && hasRail(this.page.context.page)) updateRail(this.slot, this.page.context, this.verdict)
    if ('module' in event && event.kind !== 'module-done') this.closeModule(event.module)
  }

  private closeModule(module: string) {
    const told = this.log.some((event) => event.kind === 'module-done' && event.module === module)
    if (!told && this.verdict.modules[module]?.completed) this.record({ kind: 'module-done', module, credit: 'pages' })
  }

  private save() {
    const { data, tracker, saving, launch } = this.parts
    tracker.saveState(encode({ events: this.log, place: this.place }, data, new Date().toISOString()))
    if (launch.recorded) saving.touch()
  }

  private judge(): Verdict {
    const { data, launch } = this.parts
    return verdict(this.log, data, { masteryScore: launch.masteryScore })
  }

  private standing = (): Standing => ({ verdict: this.verdict, events: this.log, place: this.lastPlace })

  /** Everything is done: the LMS may be told so when the learner leaves. */
  isDone = () => this.verdict.completed

  /** Nothing more is recorded: a last page is shown and the bar's links go away. */
  close(template: LastPage, saved: 'true' | 'false' | 'unrecorded' = 'true') {
    this.over = true
    this.page = undefined
    closeCourse(template, saved)
  }
}

/** The session is over, the learner has left, or another tab has the course. */
type LastPage = 'over' | 'left' | 'elsewhere'

/** Shows a last page in place of the course. */
export function closeCourse(template: LastPage, saved: 'true' | 'false' | 'unrecorded' = 'true') {
  const slot = one(document, '#slot')
  slot.replaceChildren(fromTemplate(template))
  slot.hidden = false
  one(document, '#cover').hidden = true
  for (const control of all(document, '.bar-link, #saving')) control.hidden = true
  for (const sentence of all(slot, '[data-saved]')) sentence.hidden = sentence.dataset.saved !== saved
  moveTo(one(slot, 'h1'), { top: true })
}

/** An exam stands alone: no list of pages beside it. */
const hasRail = ({ kind }: PageData) => kind !== 'pretest' && kind !== 'test'
