import { expect } from 'chai'
import { needsChromium } from '../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { workshopFor } from '../support/fixture-course.ts'
import { stages } from '../support/formats.ts'
import { accessibilityFaults, axe, layoutFaults } from '../support/page-faults.ts'
import { CourseTaker, manners } from '../support/take-course.ts'

describe('the course certificate', function () {
  this.timeout(60_000)
  let chromium = ''
  let course: BuiltCourse

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse(workshopFor())
  })
  after(() => course?.remove())

  it('is there for who has finished, with the name that the LMS gives, and not before', async () => {
    const stage = await stages.scorm12({ course, data: course.data, chromium })
    const { page, learner, browser } = await stage.sit()
    const { frame } = learner
    const row = frame.locator('#to-certificate')
    const open = async () => {
      await frame.evaluate(() => {
        location.hash = 'intyg'
      })
      await frame.locator('.certificate').waitFor()
    }
    expect(await row.isVisible()).to.equal(false)
    await open()
    expect(await frame.locator('.certificate .facts').isVisible()).to.equal(false)
    await frame.locator('[data-turn="back"]').click()
    const taker = new CourseTaker(course.data, manners.perfect)
    while (await taker.act(learner));
    expect(await row.isVisible()).to.equal(true)
    await open()
    const today = new Date().toLocaleDateString('sv-SE')
    expect(await frame.locator('.certificate dd:visible').allInnerTexts()).to.deep.equal([
      'Åsa Öberg',
      today,
      '0.1.0',
      'november 2026',
    ])
    expect(await frame.locator('.certified-modules li').allInnerTexts()).to.deep.equal(['Första dörren'])
    expect(await frame.locator('.certificate').textContent()).to.include('Diplomet för lotsåret är ett annat papper')
    await frame.evaluate(axe)
    await page.setViewportSize({ width: 320, height: 780 })
    expect([...(await accessibilityFaults(frame)), ...(await layoutFaults(frame))]).to.deep.equal([])
    await page.emulateMedia({ media: 'print' })
    expect(await frame.locator('.certificate :is(.actions, .turn):visible').count()).to.equal(0)
    await browser.close()
    await stage.stop()
  })
})
