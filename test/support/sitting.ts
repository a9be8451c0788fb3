import type { Page } from 'playwright-core'
import { type Browser, openBrowser } from './browser.ts'
import { Learner } from './learner.ts'

/** One time that the learner sits down with the course: a browser of its own, the page, and the hand that plays. */
export interface Sitting {
  browser: Browser
  page: Page
  learner: Learner
}

/** Opens the course at this address, in the LMS's frame where it has one, and waits until it has started. */
export async function sitDown(chromium: string, url: string, options: { profile?: string } = {}): Promise<Sitting> {
  const browser = await openBrowser(chromium, options)
  const page = await browser.context.newPage()
  await page.goto(url)
  const element = await page.waitForSelector('iframe, #cover', { state: 'attached' })
  const frame = (await element.contentFrame()) ?? page.mainFrame()
  await frame.locator('main h1:visible').first().waitFor()
  return { browser, page, learner: new Learner(frame) }
}
