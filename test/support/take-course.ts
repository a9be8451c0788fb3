import { expect } from 'chai'
import {
  type CourseData,
  type PageData,
  partsOf,
  type QuestionData,
  type Response,
} from '../../course/runtime/course-data.ts'
import type { Browser } from './browser.ts'
import { rightResponse, wrongResponse } from './hands.ts'
import type { Learner } from './learner.ts'
import type { Sitting } from './sitting.ts'

/** One answer that the learner gave. */
export interface Given {
  question: QuestionData
  response: Response
}

/** What somebody answers to a question, try by try. */
export type Manner = (question: QuestionData) => Response[]

/** Right at once, wrong and no more, wrong and then right. */
export const manners = {
  perfect: (question) => [rightResponse(question)],
  failing: (question) => [wrongResponse(question)],
  mending: (question) => [wrongResponse(question), rightResponse(question)],
} satisfies Record<string, Manner>

/** How a sitting ends before the course does: its tab is closed, or the browser's process is killed. */
export type Interruption = 'close' | 'kill'

export interface Taking {
  data: CourseData
  manner: Manner
  /** Opens the course; in the browser in which the last tab was closed, where there is one. */
  sit(options?: { browser?: Browser }): Promise<Sitting>
  /** Asked after every act, which it gets the number of. */
  interrupt?(act: number, learner: Learner): Promise<Interruption | undefined> | Interruption | undefined
}

/** Closes the tab as soon as another page is on screen. */
export function afterEveryPage(): NonNullable<Taking['interrupt']> {
  let last: string | undefined
  return async (_act, learner) => {
    const { page } = await learner.view()
    if (page === last || page === undefined) return undefined
    last = page
    return 'close'
  }
}

/**
 * Takes every part that the package holds, doing at each page what that page asks for, to the end of the course, and leaves.
 * Resolves with every answer given, in order. After an interruption the learner must be where they were.
 */
export async function takeCourse({ data, manner, sit, interrupt = () => undefined }: Taking): Promise<Given[]> {
  const taker = new CourseTaker(data, manner)
  let sitting = await sit()
  for (let act = 1; await taker.act(sitting.learner); act++) {
    const interruption = await interrupt(act, sitting.learner)
    if (!interruption) continue
    await sitting.learner.saved()
    const before = await sitting.learner.view()
    sitting = await takeUpAgain(sitting, interruption, sit)
    const { page, question } = await sitting.learner.view()
    expect({ page, question }, `after ${interruption}`).to.deep.equal({ page: before.page, question: before.question })
  }
  await sitting.learner.saved()
  await sitting.learner.leave()
  await sitting.learner.frame.getByRole('heading', { name: /avslutat|lämnat/ }).waitFor()
  await sitting.browser.close()
  return taker.given
}

async function takeUpAgain({ browser, page }: Sitting, interruption: Interruption, sit: Taking['sit']) {
  if (interruption === 'kill') {
    await browser.kill()
    return sit()
  }
  await page.close()
  return sit({ browser })
}

/** Does what is asked, one act at a time; needs to remember nothing but what was answered. */
export class CourseTaker {
  readonly given: Given[] = []
  private readonly manner: Manner
  private handedIn = false
  private readonly pages: Map<string, PageData>

  constructor(data: CourseData, manner: Manner) {
    this.manner = manner
    this.pages = new Map(
      partsOf(data)
        .flatMap(({ pages }) => pages)
        .map((page) => [page.id, page]),
    )
  }

  /** False when the course has nothing more to ask for. */
  async act(learner: Learner): Promise<boolean> {
    const view = await learner.view()
    const page = this.pages.get(view.page ?? '')
    if (page) await this.acts[page.kind](learner, page)
    else if (this.handedIn || (await learner.onward()).startsWith('Läs ')) return false
    else await learner.begin()
    return true
  }

  /** What each kind of page asks for. */
  private readonly acts: Record<PageData['kind'], (learner: Learner, page: PageData) => Promise<void>> = {
    reading: (learner) => learner.turn(),
    card: (learner) => learner.turn(),
    task: async (learner) => {
      await learner.frame.evaluate(() => document.querySelector<HTMLInputElement>('.tick input:not(:checked)')?.click())
      await learner.turn()
    },
    scenario: async (learner, page) => {
      const { question: step, state } = await learner.view()
      if (state === 'end') return learner.turn()
      const response = this.next(page, step)
      if (state === 'ask') return this.give(response, () => learner.press(choice(response)))
      await learner.press(`.consequence [data-do="${response ? 'retake' : 'on'}"]`)
    },
    quiz: (learner, page) => this.answer(learner, page),
    document: (learner, page) => this.answer(learner, page),
    pretest: (learner) => learner.press('[data-turn="back"]', { turns: true }),
    test: (learner, page) => this.sitTest(learner, page),
    case: (learner, page) => this.answer(learner, page),
    'case-result': (learner) => learner.turn(),
  }

  private async answer(learner: Learner, page: PageData): Promise<void> {
    const { question, state } = await learner.view()
    const response = this.next(page, question)
    if (state === 'unanswered') return this.give(response, () => learner.answer(...(response?.response ?? [])))
    if (response) return learner.tryAgain()
    if (state === 'wrong') return learner.press('.question [data-do="show"]')
    await learner.nextQuestion()
  }

  /** Begins, answers each task with its first response, hands in once, and goes back to the contents. */
  private async sitTest(learner: Learner, { questions }: PageData): Promise<void> {
    const { question: id } = await learner.view()
    const question = questions.find((each) => each.id === id)
    if (question) {
      const [response = []] = this.manner(question)
      await learner.press('.confidence input[value="sure"]')
      return this.give({ question, response }, () => learner.answer(...response))
    }
    if (this.handedIn) return learner.press('[data-turn="back"]', { turns: true })
    this.handedIn = await learner.sees('[data-do="hand-in"]')
    await learner.press('[data-do="begin"], [data-do="hand-in"]')
  }

  /** The next try at a question of this page; undefined when it has been answered as it should. */
  private next({ questions }: PageData, id: string | undefined): Given | undefined {
    const question = questions.find((each) => each.id === id)
    if (!question) throw new Error(`the page shows ${id}, which its data do not have`)
    const tries = this.given.filter((each) => each.question === question).length
    const response = this.manner(question)[tries]
    return response && { question, response }
  }

  private async give(given: Given | undefined, answer: () => Promise<void>) {
    if (!given) throw new Error('the question is open again although it has been answered')
    await answer()
    this.given.push(given)
  }
}

const choice = (given: Given | undefined) => `.step .replies [data-option="${given?.response[0]}"] button`
