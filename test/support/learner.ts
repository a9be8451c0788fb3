import type { Frame } from 'playwright-core'
import { hands } from './hands.ts'

/** What is on screen, as far as somebody who takes the course must know it. */
export interface View {
  /** Undefined on the cover and on the pages outside the modules. */
  page: string | undefined
  /** The question asked, or the scenario's step. */
  question: string | undefined
  /** How a question stands, or what a scenario shows. */
  state: string | undefined
}

/**
 * Somebody who takes the course: reads, answers and goes on, by what is on screen. Presses only what is seen, but by
 * script, which is fast; that a mouse and a keyboard reach it too is shown in on-screen.test.ts.
 */
export class Learner {
  readonly frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
  }

  /** The first line a reader sees of the page on screen. */
  async heading(): Promise<string> {
    return ((await this.frame.locator('main h1:visible').first().textContent()) ?? '').replaceAll('\u00ad', '')
  }

  view(): Promise<View> {
    return this.frame.evaluate(() => {
      const seen = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].find((each) => each.checkVisibility())?.dataset
      return {
        page: seen('#slot .page')?.page,
        question: seen('.question')?.question ?? seen('.step')?.step,
        state: seen('.question')?.state ?? seen('.scenario')?.view,
      }
    })
  }

  async saveStatus(): Promise<string> {
    return (await this.frame.locator('#saving').textContent())?.trim() ?? ''
  }

  /** Waits until the course says "Sparat". */
  async saved(): Promise<void> {
    await this.frame.locator('#saving[data-state="saved"]').waitFor()
  }

  /** What the cover's one button says. */
  async onward(): Promise<string> {
    return ((await this.frame.locator('#onward').textContent()) ?? '').replaceAll('\u00ad', '').trim()
  }

  /** The cover's one button: begins, or goes on where the learner was. */
  async begin(): Promise<void> {
    await this.press('#onward', { turns: true })
  }

  /** One page on. */
  async turn(): Promise<void> {
    await this.press('[data-turn="forward"]', { turns: true })
  }

  /** Presses the first of these that is seen; one that turns to another address, until that is on screen. */
  async press(selector: string, { turns = false } = {}): Promise<void> {
    await this.frame.evaluate(
      async ({ selector, turns }) => {
        const seen = [...document.querySelectorAll<HTMLElement>(selector)].find((each) => each.checkVisibility())
        if (!seen) throw new Error(`There is no ${selector} to press`)
        const turned = new Promise<void>((resolve, reject) => {
          window.addEventListener('hashchange', () => resolve(), { once: true })
          setTimeout(() => reject(new Error(`${selector} leads nowhere`)), 5000)
        })
        seen.click()
        if (turns) await turned
        else turned.catch(() => undefined)
      },
      { selector, turns },
    )
  }

  /** Whether something of the kind is on screen. */
  sees(selector: string): Promise<boolean> {
    return this.frame.evaluate(
      (wanted) => [...document.querySelectorAll(wanted)].some((each) => each.checkVisibility()),
      selector,
    )
  }

  /** Takes one choice of the scenario's step on screen and goes on to what comes next. */
  async choose(option: string): Promise<void> {
    await this.press(`.step .replies [data-option="${option}"] button`)
    await this.press('.consequence [data-do="on"]')
  }

  /** The id of the question on screen. */
  async question(): Promise<string> {
    return (await this.frame.locator('.question:visible').getAttribute('data-question')) ?? ''
  }

  async state(): Promise<string> {
    return (await this.frame.locator('.question:visible').getAttribute('data-state')) ?? ''
  }

  /** Gives this response, in the course's neutral spelling, to the question on screen. */
  async answer(...response: string[]): Promise<void> {
    const question = this.frame.locator('.question:visible')
    const type = ((await question.getAttribute('data-type')) ?? '') as keyof typeof hands
    await question.evaluate(hands[type], response)
    await this.press('.question [type="submit"]')
  }

  async tryAgain(): Promise<void> {
    await this.press('.question [data-do="retry"]')
  }

  async nextQuestion(): Promise<void> {
    await this.press('.question [data-do="next"]', { turns: true })
  }

  /** The bar's "Avsluta". */
  async leave(): Promise<void> {
    await this.press('#leave')
  }
}
