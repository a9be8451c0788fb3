import type { Page } from 'playwright-core'
import { type Browser, openBrowser } from './browser.ts'
import { Learner } from './learner.ts'

/** One time that the learner sits down with the course: a browser of its own, the page, and the hand that plays. */
export interface Sitting {
  browser: Browser
  page: Page
  learner: Learner
}

export interface SitOptions {
  /** A folder for the browser's profile that outlives it. */
  profile?: string
  /** One that is open already, instead of a new one. */
  browser?: Browser | undefined
}

/** Opens the course at this address, in the LMS's frame where it has one, and waits until it has started. */
export async function sitDown(chromium: string, url: string, options: SitOptions = {}): Promise<Sitting> {
  const browser = options.browser ?? (await openBrowser(chromium, options))
  const page = await browser.context.newPage()
  await page.goto(url)
  const element = await page.waitForSelector('iframe, #cover', { state: 'attached' })
  const frame = (await element.contentFrame()) ?? page.mainFrame()
  // the cover can be read before the script has heard from the LMS where the learner was
  await frame.locator('#saving[data-state], #slot:not([hidden])').first().waitFor()
  return { browser, page, learner: new Learner(frame) }
}
