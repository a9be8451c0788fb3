import type { Frame } from 'playwright-core'

/** Somebody who takes the course with the mouse: reads, answers and goes on, by what is on screen. */
export class Learner {
  readonly frame: Frame

  constructor(frame: Frame) {
    this.frame = frame
  }

  /** The first line a reader sees of the page on screen. */
  async heading(): Promise<string> {
    return ((await this.frame.locator('main h1:visible').first().textContent()) ?? '').replaceAll('\u00ad', '')
  }

  async saveStatus(): Promise<string> {
    return (await this.frame.locator('#saving').textContent())?.trim() ?? ''
  }

  /** Waits until the course says "Sparat". */
  async saved(): Promise<void> {
    await this.frame.locator('#saving', { hasText: /^\s*Sparat\s*$/ }).waitFor()
  }

  /** The cover's one button: begins, or goes on where the learner was. */
  async begin(): Promise<void> {
    await this.moveBy('#onward')
  }

  /** One page on. */
  async turn(): Promise<void> {
    await this.moveBy('[data-turn="forward"]:visible')
  }

  /** Clicks what leads to another heading, and waits until it is there: the same button may stand on both pages. */
  private async moveBy(selector: string): Promise<void> {
    const before = await this.frame.locator('main h1:visible').first().textContent()
    await this.frame.locator(selector).click()
    await this.frame.waitForFunction((text) => {
      const heading = [...document.querySelectorAll('main h1')].find((each) => each.checkVisibility())
      return heading !== undefined && heading.textContent !== text
    }, before)
  }

  /** Takes one choice of the scenario's step on screen and goes on to what comes next. */
  async choose(option: string): Promise<void> {
    await this.frame.locator(`.step:visible .replies [data-option="${option}"] button`).click()
    await this.frame.locator('.consequence:visible [data-do="on"]').click()
  }

  /** The id of the question on screen. */
  async question(): Promise<string> {
    return (await this.frame.locator('.question:visible').getAttribute('data-question')) ?? ''
  }

  async state(): Promise<string> {
    return (await this.frame.locator('.question:visible').getAttribute('data-state')) ?? ''
  }

  /** Marks options, puts an order question's rows into this order, pairs (`a.2`) or writes a number, and answers. */
  async answer(...response: string[]): Promise<void> {
    const question = this.frame.locator('.question:visible')
    const type = await question.getAttribute('data-type')
    if (type === 'order') await this.arrange(response)
    else if (type === 'match') await this.pair(response)
    else if (type === 'numeric') await question.locator('.number input').fill(response[0] ?? '')
    else for (const option of response) await question.locator(`input[value="${option}"]`).check()
    await question.getByRole('button', { name: 'Svara', exact: true }).click()
  }

  private async pair(pairs: string[]): Promise<void> {
    for (const pair of pairs) {
      const [term, answer = ''] = pair.split('.')
      await this.frame.locator(`.question:visible [data-option="${term}"] select`).selectOption(answer)
    }
  }

  private async arrange(options: string[]): Promise<void> {
    const rows = this.frame.locator('.question:visible .order > li')
    for (const [place, option] of options.entries()) {
      const ids = await rows.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.option))
      for (let at = ids.indexOf(option); at > place; at--)
        await this.frame.locator(`.question:visible [data-option="${option}"] [data-move="-1"]`).click()
    }
  }

  async tryAgain(): Promise<void> {
    await this.frame.locator('.question:visible [data-do="retry"]:visible').click()
  }

  async nextQuestion(): Promise<void> {
    await this.moveBy('.question:visible [data-do="next"]')
  }

  /** The bar's "Avsluta". */
  async leave(): Promise<void> {
    await this.frame.locator('#leave').click()
  }
}
