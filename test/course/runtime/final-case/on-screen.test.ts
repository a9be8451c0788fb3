import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import express from 'express'
import type { Page } from 'playwright-core'
import { courseData } from '../../../../build/course-data.ts'
import { ownWorkshop } from '../../../../build/workshop.ts'
import type { CourseEvent } from '../../../../course/runtime/events.ts'
import { parseCourse } from '../../../../course/structure/parse.ts'
import { needsChromium } from '../../../support/browser.ts'
import { at } from '../../../support/course-data.ts'
import { type BuiltCourse, buildCourse } from '../../../support/course-package.ts'
import { beginWith } from '../../../support/kept-state.ts'
import { Keyboard } from '../../../support/keyboard.ts'
import { accessibilityFaults, axe, layoutFaults } from '../../../support/page-faults.ts'
import { type Sitting, sitDown } from '../../../support/sitting.ts'

const data = courseData(parseCourse(ownWorkshop.content).course, { texts: false })

const allModules = data.modules.map(({ id }): CourseEvent => ({ kind: 'module-done', at, module: id, credit: 'pages' }))

/** A perfect run, screen by screen, as it is typed. */
const right: Record<string, string[]> = {
  'F-1': [...'abcdefgh'],
  'F-2': [...'abcdefgh'],
  'F-3': ['29/12 2026'],
  'F-4': ['1 februari 2027'],
  'F-5': ['2027-05-18'],
  'F-6': ['den 1 dec 2026'],
  'F-7': ['b'],
  'F-8': ['b'],
  'F-9': ['b'],
  'F-10': [...'abcdef'],
}

describe('the final case on screen', function () {
  this.timeout(120_000)
  let chromium = ''
  let course: BuiltCourse
  let server: Server
  let sitting: Sitting | undefined
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse()
    server = createServer(express().use(express.static(course.unpack('web')))).listen(0, '127.0.0.1')
  })
  after(() => {
    server?.close()
    course?.remove()
  })
  afterEach(() => sitting?.browser.close())

  async function sit(done = true): Promise<Sitting> {
    sitting = await sitDown(chromium, url())
    const { page } = sitting
    if (done) await beginWith(page, data, allModules)
    await page.evaluate(axe)
    return sitting
  }

  const turn = async (page: Page, address: string) => {
    await page.evaluate((hash) => {
      location.hash = hash
    }, address)
    const [id = '', question] = address.split('/')
    await page.locator(question ? `[data-question="${question}"]` : `.page[data-page="${id}"]`).waitFor()
  }

  async function answerAll(
    { page, learner }: Sitting,
    answers: Record<string, string[]>,
    see = async (_: string) => {},
  ) {
    await turn(page, 'SLUTFALL-uppdraget')
    for (const [question, response] of Object.entries(answers)) {
      await turn(page, `SLUTFALL-skarmar/${question}`)
      await see(`${question}, unanswered`)
      await learner.answer(...response)
      await see(`${question}, answered`)
    }
    await turn(page, 'SLUTFALL-resultat')
  }

  it('waits until every module is done, and says so', async () => {
    const { page } = await sit(false)
    expect(await page.locator('#to-case span').textContent()).to.equal('Låst. Kvar innan det öppnas: 12 moduler.')
    expect(await page.locator('#to-case a').getAttribute('href')).to.equal(null)
    await page.evaluate(() => {
      location.hash = 'SLUTFALL-skarmar/F-1'
    })
    await page.locator('#cover:not([hidden])').waitFor()
    expect(await page.locator('#slot .question').count()).to.equal(0)
  })

  it('gives a hundred points to who does everything right, in forgiving spellings of the days', async () => {
    const taken = await sit()
    await answerAll(taken, right)
    const { page } = taken
    expect(await page.locator('.case-number').textContent()).to.equal('100')
    expect(await page.locator('.case-points').allTextContents()).to.deep.equal([
      '20 av 20',
      '20 av 20',
      '30 av 30',
      '18 av 18',
      '12 av 12',
    ])
    expect(await page.locator('.case-goals .case-full:visible').count()).to.equal(2)
    expect(await page.locator('[data-outcome="good"]').isVisible()).to.equal(true)
    await page.locator('#to-contents').click()
    expect(await page.locator('#to-case span').textContent()).to.equal('Klart.')
  })

  it('is done whatever the points, says what to read again, and counts the first answers', async () => {
    const taken = await sit()
    const { page, learner } = taken
    const worse = {
      ...right,
      'F-1': [...'abcdefg', 'i'],
      'F-2': [...'abdcefgh'],
      'F-4': ['2027-03-01'],
      'F-7': ['a'],
      'F-10': ['a'],
    }
    await answerAll(taken, worse)
    expect(await page.locator('.case-number').textContent()).to.equal('58')
    expect(await page.locator('[data-outcome="redo"]').isVisible()).to.equal(true)
    expect(await page.locator('.case-rows > li').nth(2).locator('a').first().textContent()).to.match(/^Läs .* igen$/)
    expect(await page.locator('.case-goals .case-full:visible').count()).to.equal(0)
    await turn(page, 'SLUTFALL-skarmar/F-4')
    await page.getByRole('button', { name: 'Gör om frågan' }).click()
    await learner.answer('2027-02-01')
    await turn(page, 'SLUTFALL-resultat')
    expect(await page.locator('.case-number').textContent()).to.equal('58')
    expect(await page.locator('.case-latest').textContent()).to.equal('Med dina senaste svar: 68 poäng.')
    await page.locator('#to-contents').click()
    expect(await page.locator('#to-case span').textContent()).to.equal('Klart.')
  })

  it('says of a day which way it is wrong, and what is missing when it cannot be read', async () => {
    const { page, learner } = await sit()
    await turn(page, 'SLUTFALL-skarmar/F-3')
    const question = page.locator('.question:visible')
    await learner.answer('29 december')
    expect(await question.locator('.hint').textContent()).to.equal('Året saknas. Skriv datumet så här: 2026-11-24.')
    expect(await question.locator('input').getAttribute('aria-invalid')).to.equal('true')
    await learner.answer('28/12 2026')
    expect(await question.locator('.answer-box h2').textContent()).to.equal('För tidigt')
    expect(await question.locator('input').inputValue()).to.equal('28 december 2026')
    await question.getByRole('button', { name: 'Försök igen' }).click()
    await learner.answer('2027-01-04')
    expect(await question.locator('.answer-box h2').textContent()).to.equal('För sent')
    await question.getByRole('button', { name: 'Visa rätt svar' }).click()
    expect(await question.locator('input').inputValue()).to.equal('29 december 2026')
  })

  it('is written by keyboard alone, and keeps the mail out of what is saved', async () => {
    const { page, learner } = await sit()
    const keys = new Keyboard(page, learner.frame)
    await turn(page, 'SLUTFALL-skarmar/F-9')
    await keys.press('ArrowDown', '[data-question="F-9"] input')
    await page.keyboard.press('Enter')
    await keys.reads(/^(Rätt|Inte riktigt)$/)
    await turn(page, 'SLUTFALL-skarmar/F-10')
    await keys.press('h', '[data-question="F-10"] textarea')
    await page.keyboard.type('emligt')
    await keys.press('Enter', '[data-question="F-10"] [type="submit"]')
    await keys.reads('Så här kan det låta')
    await keys.press('Space', '.comparison [data-option="a"] input')
    await keys.press('Enter', '[data-question="F-10"] [type="submit"]')
    await keys.reads('1 av 6 ja')
    await learner.saved()
    const kept = await page.evaluate(
      (key) =>
        atob(
          JSON.parse(localStorage.getItem(key) ?? '{}')
            .state.replaceAll('-', '+')
            .replaceAll('_', '/'),
        ),
      data.id,
    )
    expect(kept).not.to.include('hemligt')
  })

  it('has no fault that axe finds and fits 320 px, on any screen', async () => {
    const taken = await sit()
    const { page, learner } = taken
    await page.setViewportSize({ width: 320, height: 780 })
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    const faults: string[] = []
    const see = async (state: string) => {
      const found = [...(await accessibilityFaults(learner.frame)), ...(await layoutFaults(learner.frame))]
      faults.push(...found.map((fault) => `${state}: ${fault}`))
    }
    await turn(page, 'SLUTFALL-uppdraget')
    await see('brief')
    await answerAll(taken, { ...right, 'F-1': ['a', 'i', 'j'], 'F-2': [...'bacdefgh'], 'F-3': ['2027-01-04'] }, see)
    await see('result')
    expect(faults).to.deep.equal([])
  })
})
