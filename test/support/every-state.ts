import type { Frame } from 'playwright-core'
import {
  type CourseData,
  type OptionData,
  type PageData,
  type PartData,
  partsOf,
  type QuestionData,
} from '../../course/runtime/course-data.ts'
import { endingOf, type PathStep } from '../../course/runtime/path.ts'
import { rightResponse, wrongResponse } from './hands.ts'
import { Learner } from './learner.ts'

/** What is on screen: a page outside the modules, a page, or a question or scenario step of it, in a state. */
export interface Stop {
  part: string
  page: string
  kind: PageData['kind'] | 'extra' | 'cover'
  /** What a learner has done there: `unanswered`, `wrong`, `Q-M1-S1 told b` … */
  state: string
}

export interface Walk {
  frame: Frame
  data: CourseData
  stop(stop: Stop): Promise<void>
}

/** Visits every page of every part, and brings every question and every scenario step into each state it can be in. */
export async function everyState({ frame, data, stop }: Walk, parts = partsOf(data)): Promise<void> {
  const learner = new Learner(frame)
  const walker = new Walker(learner, stop)
  await walker.extra('', 'cover')
  for (const id of data.extras) await walker.extra(id, 'extra')
  for (const part of parts) for (const page of part.pages) await walker.visit(part, page)
  await walker.extra('', 'cover')
}

class Walker {
  private readonly learner: Learner
  private readonly stop: Walk['stop']

  constructor(learner: Learner, stop: Walk['stop']) {
    this.learner = learner
    this.stop = stop
  }

  async extra(id: string, kind: 'extra' | 'cover') {
    await this.go(id)
    await this.stop({ part: '', page: id, kind, state: 'seen' })
  }

  async visit(part: PartData, page: PageData) {
    const tell = (state: string) => this.stop({ part: part.id, page: page.id, kind: page.kind, state })
    if (page.kind === 'scenario') return this.scenario(page, tell)
    if (page.kind === 'quiz' || page.kind === 'document') {
      for (const question of page.questions)
        await this.question(page, question, (state) => tell(`${question.id} ${state}`))
      return
    }
    await this.go(page.id)
    await tell('seen')
    if (page.kind !== 'task') return
    await this.learner.press('.tick input')
    await tell('ticked off')
  }

  private async question(page: PageData, question: QuestionData, tell: (state: string) => Promise<void>) {
    const { learner } = this
    const address = `${page.id}/${question.id}`
    await this.go(address)
    await tell('unanswered')
    await learner.press('.question [type="submit"]')
    await tell('nothing given')
    await learner.answer(...wrongResponse(question))
    await tell('wrong')
    await this.openPapers(tell)
    if ((await learner.state()) === 'wrong') {
      await learner.press('.question [data-do="show"]')
      await tell('shown')
    }
    await this.go('innehall')
    await this.go(address)
    await tell('earlier')
    await learner.press('.question [data-do="retry"]')
    await learner.answer(...rightResponse(question))
    await tell('right')
  }

  /** The documents of an earlier step, which can be read again. */
  private async openPapers(tell: (state: string) => Promise<void>) {
    const papers = this.learner.frame.locator('.question:visible .papers summary')
    if ((await papers.count()) === 0) return
    await papers.click()
    await tell('papers open')
    await papers.click()
  }

  /** Every step, what follows on each of its choices, and every ending. */
  private async scenario(page: PageData, tell: (state: string) => Promise<void>) {
    const ways = waysThrough(page)
    const told = new Set<string>()
    for (const way of ways) {
      const ending = endingOf(way, page)
      if (told.has(ending) && way.every(({ step }) => told.has(step))) continue
      await this.go('innehall')
      await this.go(page.id)
      if ((await this.learner.view()).state === 'end') await this.learner.press('[data-do="restart"]')
      for (const { step, choice } of way) {
        if (!told.has(step)) await this.step(page, step, tell)
        told.add(step)
        await this.learner.choose(choice)
      }
      if (!told.has(ending)) await tell(`ending ${ending}`)
      told.add(ending)
    }
  }

  /** Leaves the step as it found it, asked. */
  private async step(page: PageData, id: string, tell: (state: string) => Promise<void>) {
    await tell(`${id} asked`)
    for (const { id: option } of page.questions.find((step) => step.id === id)?.options ?? []) {
      await this.learner.press(`.step .replies [data-option="${option}"] button`)
      await tell(`${id} told ${option}`)
      await this.learner.press('.consequence [data-do="retake"]')
    }
  }

  private async go(hash: string) {
    await this.learner.frame.evaluate((address) => {
      location.hash = address
    }, hash)
    await this.learner.frame.waitForFunction((address) => {
      const [page, question] = address.split('/')
      const wanted = question
        ? `[data-question="${question}"]`
        : page && page !== 'innehall'
          ? `[data-page="${page}"], [data-extra="${page}"]`
          : '#cover'
      return document.querySelector(wanted)?.checkVisibility()
    }, hash)
  }
}

/** Every way from a scenario's first step to its end. */
function waysThrough(page: PageData, step = page.questions[0]): PathStep[][] {
  if (!step) return []
  const taken = ({ id, points = 0, next }: OptionData): PathStep => ({
    step: step.id,
    choice: id,
    points,
    ...(next ? { next } : {}),
  })
  return step.options.flatMap((option) => {
    const rest = option.next
      ? waysThrough(
          page,
          page.questions.find(({ id }) => id === option.next),
        )
      : [[]]
    return rest.map((after) => [taken(option), ...after])
  })
}
