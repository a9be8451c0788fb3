import type { Frame, Page } from 'playwright-core'

/** Hands that have no mouse: Tab until the control is reached, then a key. */
export class Keyboard {
  private readonly page: Page
  private readonly frame: Frame

  constructor(page: Page, frame: Frame) {
    this.page = page
    this.frame = frame
  }

  async press(key: string, selector: string, { back = false } = {}): Promise<void> {
    for (let i = 0; i < 60; i++) {
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
      if (await this.frame.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
        await this.page.keyboard.press(key)
        return
      }
    }
    throw new Error(`Tab never reaches ${selector}`)
  }

  /** Waits until what has focus reads so. */
  async reads(text: string | RegExp): Promise<void> {
    const pattern = typeof text === 'string' ? `^${text.replace(/[?.]/g, '\\$&')}$` : text.source
    await this.frame.waitForFunction((wanted) => {
      const read = document.activeElement?.textContent?.replace(/\u00ad/g, '').trim() ?? ''
      return new RegExp(wanted).test(read)
    }, pattern)
  }
}
