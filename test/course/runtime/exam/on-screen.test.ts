import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from 'chai'
import express from 'express'
import { courseData } from '../../../../build/course-data.ts'
import { ownWorkshop } from '../../../../build/workshop.ts'
import type { QuestionData } from '../../../../course/runtime/course-data.ts'
import type { CourseEvent } from '../../../../course/runtime/events.ts'
import { parseCourse } from '../../../../course/structure/parse.ts'
import { needsChromium } from '../../../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../../support/course-package.ts'
import { beginWith, partsDone } from '../../../support/kept-state.ts'
import { accessibilityFaults, axe, layoutFaults } from '../../../support/page-faults.ts'
import { type Sitting, sitDown } from '../../../support/sitting.ts'

const data = courseData(parseCourse(ownWorkshop.content).course, { texts: false })
const { pretest, test } = data
if (!pretest || !test) throw new Error('the course has no pre-test or no final test')
const questions = [pretest, test].flatMap(({ pages }) => pages.flatMap((page) => page.questions))

describe('the exams on screen', function () {
  this.timeout(180_000)
  let chromium = ''
  let course: BuiltCourse
  let server: Server
  let sitting: Sitting

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

  async function open(address: string, events: CourseEvent[]) {
    sitting = await sitDown(chromium, `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`)
    const { page } = sitting
    await beginWith(page, data, events)
    await page.evaluate(axe)
    await page.evaluate((hash) => {
      location.hash = hash
    }, address)
    await page.locator(`.page[data-page="${address}"] h1:visible`).waitFor()
  }

  async function expectNoFaults(state: string) {
    expect(await accessibilityFaults(sitting.page.mainFrame()), state).to.deep.equal([])
    expect(await layoutFaults(sitting.page.mainFrame()), state).to.deep.equal([])
  }

  /** Answers the task on screen rightly and surely; undefined when there is none. */
  async function answerTask(): Promise<QuestionData | undefined> {
    const id = await sitting.page.evaluate(
      () => document.querySelector<HTMLElement>('[data-view="task"]:not([hidden]) .question')?.dataset.question,
    )
    const question = questions.find((each) => each.id === id)
    if (!question) return undefined
    await sitting.page.locator('.confidence input[value="sure"]:visible').check()
    await sitting.learner.answer(...question.right)
    await sitting.page.waitForFunction(
      (before) =>
        document.querySelector<HTMLElement>('[data-view="task"]:not([hidden]) .question')?.dataset.question !== before,
      id,
    )
    return question
  }

  it('lets who answers the pre-test skip what was right, but never a required module', async () => {
    const page = pretest.pages[0]
    await open(page?.id ?? '', [])
    await expectNoFaults('start')
    await sitting.learner.press('[data-do="begin"]')
    await expectNoFaults('task')
    const answered = []
    for (let task = await answerTask(); task; task = await answerTask()) answered.push(task.id)
    expect(answered).to.have.members(page?.questions.map(({ id }) => id) ?? [])
    const result = sitting.page.locator('[data-view="result"]')
    expect(await result.locator('[data-text="right"]').textContent()).to.equal('12')
    await expectNoFaults('result')
    await sitting.learner.press('[data-do="skip-all"]')
    await sitting.page.evaluate(() => {
      location.hash = ''
    })
    const done = sitting.page.locator('.contents-status', { hasText: /^(Klar|Överhoppad)/ })
    await sitting.page.locator('#cover:not([hidden])').waitFor()
    expect(await done.count()).to.equal(10)
  })

  it('keeps the final test locked until everything else is done', async () => {
    await open(test.pages[0]?.id ?? '', [])
    expect(await sitting.page.locator('[data-view="locked"]').isVisible()).to.equal(true)
    expect(await sitting.page.locator('[data-do="begin"]').isVisible()).to.equal(false)
    await expectNoFaults('locked')
  })

  it('draws thirty tasks, says nothing of right and wrong, and tells how it went when it is handed in', async () => {
    await open(test.pages[0]?.id ?? '', partsDone(data))
    await sitting.learner.press('[data-do="begin"]')
    const answered = new Set<string>()
    for (let task = await answerTask(); task; task = await answerTask()) {
      answered.add(task.id)
      expect(await sitting.page.locator('[data-view="task"] :is(.right, .wrong):visible').count()).to.equal(0)
    }
    expect(answered.size).to.equal(30)
    await expectNoFaults('review')
    await sitting.learner.press('[data-do="hand-in"]')
    const result = sitting.page.locator('[data-view="result"]')
    await result.locator('h1').waitFor()
    expect(await result.locator('h1').textContent()).to.equal('Du är godkänd')
    expect(await result.locator('[data-text="right"]').textContent()).to.equal('30')
    await expectNoFaults('passed')
  })
})
