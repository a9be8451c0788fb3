import { expect } from 'chai'
import { needsChromium } from '../../../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../../support/course-package.ts'
import { workshopFor } from '../../../support/fixture-course.ts'
import { Keyboard } from '../../../support/keyboard.ts'
import { QuestionOnScreen } from '../../../support/question-on-screen.ts'

const secret = 'Hej Dörr AB, det här stannar här.'

describe('answerWrite', function () {
  this.timeout(60_000)
  let chromium = ''
  let course: BuiltCourse
  let screen: QuestionOnScreen

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse(workshopFor())
  })
  after(() => course?.remove())
  beforeEach(async () => {
    screen = await QuestionOnScreen.show('D-M1-3', course.scorm12, chromium)
  })
  afterEach(() => screen?.stop())

  const area = () => screen.question.getByRole('textbox', { name: 'Din text' })
  const press = (name: string) => screen.question.getByRole('button', { name, exact: true }).click()
  const isCompared = () => screen.question.locator('.comparison').isVisible()

  it('asks for a text before there is something to compare', async () => {
    await press('Jämför')
    expect(await screen.hint()).to.equal('Skriv din text först.')
    expect(await isCompared()).to.equal(false)
  })

  it('lays a model answer beside the text, and lets its writer judge', async () => {
    await area().fill(secret)
    await press('Jämför')
    expect(await screen.focused()).to.equal('Så här kan det låta')
    expect(await screen.question.locator('blockquote p').allTextContents()).to.deep.equal(['Hej!', 'Vi köpte en dörr.'])
    await screen.question.getByRole('checkbox', { name: 'Ett datum står med.' }).check()
    await press('Klar')
    expect(await screen.text('.answer-box h2')).to.equal('1 av 2 ja')
    expect(await screen.sitting.learner.state()).to.equal('right')
    await press('Skriv igen')
    expect(await area().inputValue()).to.equal(secret)
    expect(await isCompared()).to.equal(false)
    await press('Jämför')
    for (const box of await screen.question.getByRole('checkbox').all()) await box.check()
    await press('Klar')
    expect(await screen.text('.answer-box h2')).to.equal('2 av 2 ja')
  })

  it('keeps the text while the course is open, and sends and saves only what was ticked', async () => {
    const { learner } = screen.sitting
    await area().fill(secret)
    await press('Jämför')
    await press('Klar')
    await learner.frame.evaluate(() => {
      location.hash = 'M1-lasa'
    })
    await learner.frame.locator('.page[data-page="M1-lasa"]').waitFor()
    await learner.frame.evaluate(() => {
      location.hash = 'M1-dokument/D-M1-3'
    })
    await area().waitFor()
    expect(await area().inputValue()).to.equal(secret)
    await learner.saved()
    const told = JSON.stringify(screen.lms.cmi())
    expect(told).not.to.include('stannar')
    expect(screen.lms.cmi().interactions[0]).to.deep.include({ type: 'choice', result: 'neutral' })
    expect(screen.lms.breaches).to.deep.equal([])
  })

  it('is written and judged by keyboard alone', async () => {
    const { page, learner } = screen.sitting
    const keys = new Keyboard(page, learner.frame)
    await keys.press('H', 'textarea')
    await keys.press('Enter', '[data-question="D-M1-3"] [type="submit"]')
    await keys.reads('Så här kan det låta')
    await keys.press('Space', '.comparison [data-option="a"] input')
    await keys.press('Space', '.comparison [data-option="b"] input')
    await keys.press('Enter', '[data-question="D-M1-3"] [type="submit"]')
    await keys.reads('2 av 2 ja')
    await learner.saved()
    expect(screen.lms.cmi().interactions[0]).to.deep.include({ student_response: 'a,b', result: 'correct' })
  })

  it('has no fault that axe finds, fits, and is large enough, in any state', async () => {
    const faults = await screen.faults('unwritten')
    await area().fill(secret)
    await press('Jämför')
    await screen.question.getByRole('checkbox').first().check()
    faults.push(...(await screen.faults('compared')))
    await press('Klar')
    faults.push(...(await screen.faults('judged')))
    await screen.reopen()
    faults.push(...(await screen.faults('earlier')))
    expect(faults).to.deep.equal([])
  })
})
