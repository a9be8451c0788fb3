import type { Locator } from 'playwright-core'
import { accessibilityFaults, axe, layoutFaults } from './page-faults.ts'
import { type Lms, startLms } from './scorm12/lms.ts'
import { type Sitting, sitDown } from './sitting.ts'

/** One question of module M1's quiz, or of its case with documents, open in an LMS; `reopen` is another session of the same learner. */
export class QuestionOnScreen {
  readonly lms: Lms
  readonly id: string
  private readonly chromium: string
  private open: Sitting

  private constructor(parts: { chromium: string; id: string; lms: Lms; open: Sitting }) {
    this.chromium = parts.chromium
    this.id = parts.id
    this.lms = parts.lms
    this.open = parts.open
  }

  /** `folder` holds an unpacked SCORM 1.2 package. */
  static async show(id: string, folder: string, chromium: string): Promise<QuestionOnScreen> {
    const lms = await startLms(folder)
    const shown = new QuestionOnScreen({ chromium, id, lms, open: await sitDown(chromium, lms.url) })
    await shown.turnTo()
    return shown
  }

  get sitting(): Sitting {
    return this.open
  }

  get question(): Locator {
    return this.open.learner.frame.locator('.question:visible')
  }

  /** The text of the first of these that is seen. */
  async text(selector: string): Promise<string> {
    return ((await this.question.locator(selector).first().textContent()) ?? '').replaceAll('\u00ad', '').trim()
  }

  /** What is missing, as told beside the button. */
  hint = () => this.text('.hint')

  /** What has focus reads so. */
  focused(): Promise<string> {
    return this.open.learner.frame.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
  }

  async reopen(): Promise<void> {
    await this.open.learner.saved()
    await this.open.page.close()
    await this.open.browser.close()
    this.open = await sitDown(this.chromium, this.lms.url)
    await this.turnTo()
  }

  private async turnTo(): Promise<void> {
    const { frame } = this.open.learner
    await frame.evaluate(axe)
    const page = this.id.startsWith('D-') ? 'M1-dokument' : 'M1-quiz'
    await frame.evaluate((address) => {
      location.hash = address
    }, `${page}/${this.id}`)
    await frame.locator(`[data-question="${this.id}"]`).waitFor()
  }

  /** What is wrong with this state at 320 px, light, and 1280 px, dark. */
  async faults(state: string): Promise<string[]> {
    const { page, learner } = this.open
    const faults: string[] = []
    for (const [width, height, colorScheme] of [
      [1280, 800, 'dark'],
      [320, 780, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const found = [...(await accessibilityFaults(learner.frame)), ...(await layoutFaults(learner.frame))]
      faults.push(...found.map((fault) => `${state}, ${width} px: ${fault}`))
    }
    return faults
  }

  async stop(): Promise<void> {
    await this.open.browser.close()
    await this.lms.stop()
  }
}
