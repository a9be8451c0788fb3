import { mkdirSync } from 'node:fs'
import process from 'node:process'
import type { Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import { buildCourse } from '../test/support/course-package.ts'
import { startHostedCourse } from '../test/support/hosted-course.ts'
import { Learner } from '../test/support/learner.ts'
import { m1 } from '../test/support/m1-script.ts'

/** `npm run screenshots`: takes the README's pictures anew, of the course and of the analyst's page after M1 was done. */
const folder = 'scripts/screenshots'
const chromium = process.env.CHROME_PATH
if (!chromium) throw new Error('CHROME_PATH names no Chromium')
mkdirSync(folder, { recursive: true })
const course = await buildCourse()
const hosted = await startHostedCourse(course.hosted)

const shot = (page: Page, name: string) => page.screenshot({ path: `${folder}/${name}.png` })

async function learn(
  viewport: { width: number; height: number },
  visit: (learner: Learner, page: Page) => Promise<void>,
) {
  const browser = await openBrowser(chromium ?? '', { viewport })
  const page = await browser.context.newPage()
  await page.goto(await hosted.link('Åsa Öberg'))
  const learner = new Learner(page.mainFrame())
  await learner.saved()
  await visit(learner, page)
  await learner.saved()
  await browser.close()
}

await learn({ width: 1280, height: 800 }, async (learner, page) => {
  await shot(page, 'omslag')
  await learner.begin()
  await m1.scenario(learner)
  await m1.reading(learner)
})
await learn({ width: 390, height: 700 }, async (learner, page) => {
  await learner.answer('a')
  await shot(page, 'fraga')
  await learner.tryAgain()
  await learner.answer('c')
  await learner.nextQuestion()
  await m1.middle(learner)
  await learner.nextQuestion()
  await m1.rest(learner)
})
const browser = await openBrowser(chromium)
const page = await browser.context.newPage()
await page.goto(await hosted.signInLink())
await page.getByRole('button').first().click()
await page.getByRole('radio').first().check()
await page.getByRole('button', { name: 'Visa händelserna' }).click()
await page.getByRole('heading', { level: 1 }).waitFor()
await shot(page, 'analys')
await browser.close()
await hosted.stop()
course.remove()
