import { expect } from 'chai'
import { needsChromium } from '../../../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../../support/course-package.ts'
import { workshopFor } from '../../../support/fixture-course.ts'
import { Keyboard } from '../../../support/keyboard.ts'
import { QuestionOnScreen } from '../../../support/question-on-screen.ts'

describe('answerMark', function () {
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
    screen = await QuestionOnScreen.show('D-M1-1', course.scorm12, chromium)
  })
  afterEach(() => screen?.stop())

  const line = (id: string) => screen.question.locator(`[data-option="${id}"]`)
  const summary = () => screen.text('.answer-box h2')
  /** What is said of each line, in their order; nothing of a line that was rightly left alone. */
  const verdicts = () =>
    screen.question
      .locator('.sheet [data-option]')
      .evaluateAll((rows) => rows.map((row) => row.querySelector('.feedback:not([hidden]) h3')?.textContent ?? ''))

  it('lays out papers whose headings and labels cannot be marked', async () => {
    expect(await screen.question.locator('.sheet > h2').allTextContents()).to.deep.equal([
      'Faktura Faktura 118',
      'Ritning Dörren framifrån',
    ])
    expect(await screen.question.locator('.sheet-line').count()).to.equal(6)
    expect(await screen.question.getByRole('checkbox').count()).to.equal(4)
    expect(await screen.question.getByRole('img', { name: 'En dörr med två handtag.' }).count()).to.equal(1)
    expect(await screen.question.getByRole('checkbox', { name: 'Plats 2 Två handtag' }).count()).to.equal(1)
    expect(await screen.question.getByRole('group', { name: 'Vad är fel i papperen?' }).count()).to.equal(1)
  })

  it('says that nothing is marked', async () => {
    await screen.sitting.learner.answer()
    expect(await screen.hint()).to.equal('Markera minst ett ställe först.')
    expect(await screen.sitting.learner.state()).to.equal('unanswered')
  })

  it('tells in words what was seen, missed and marked for nothing, and takes it once more', async () => {
    const { learner } = screen.sitting
    await learner.answer('a', 'b')
    expect(await summary()).to.equal('Du såg 1 av 2 fel, och markerade ett ställe för mycket')
    expect(await screen.focused()).to.equal(await summary())
    expect(await verdicts()).to.deep.equal(['Det här är i sin ordning', 'Rätt sett', '', 'Det här missade du'])
    expect(await learner.state()).to.equal('wrong')
    await learner.tryAgain()
    expect(await verdicts()).to.deep.equal(['', '', '', ''])
    await learner.answer('b', 'd')
    expect(await summary()).to.equal('Du såg 2 av 2 fel')
    expect(await learner.state()).to.equal('right')
    await screen.reopen()
    expect(await verdicts()).to.deep.equal(['', 'Rätt sett', '', 'Rätt sett'])
    expect(await line('d').locator('input').isDisabled()).to.equal(true)
  })

  it('shows every fault to who asks', async () => {
    await screen.sitting.learner.answer('c')
    await screen.question.getByRole('button', { name: 'Visa alla fel' }).click()
    expect(await verdicts()).to.deep.equal(['', 'Det här är fel', '', 'Det här är fel'])
    expect(await summary()).to.equal('2 ställen är fel')
  })

  it('is marked by keyboard alone, and goes on to what is done about it', async () => {
    const { page, learner } = screen.sitting
    const keys = new Keyboard(page, learner.frame)
    await keys.press('Space', '[data-option="b"] input')
    await keys.press('Space', '[data-option="d"] input')
    await keys.press('Enter', '[data-question="D-M1-1"] [type="submit"]')
    await keys.reads('Du såg 2 av 2 fel')
    await keys.press('Enter', '[data-question="D-M1-1"] [data-do="next"]')
    await keys.reads('Vad gör du nu?')
    await keys.press('Enter', '[data-question="D-M1-2"] summary')
    expect(await screen.question.locator('.papers .sheet').first().isVisible()).to.equal(true)
    expect(await screen.question.locator('.papers').getByRole('checkbox').count()).to.equal(0)
  })

  it('reaches the LMS as a choice of letters', async () => {
    const { learner } = screen.sitting
    await learner.answer('a', 'd')
    await learner.saved()
    expect(screen.lms.cmi().interactions[0]).to.deep.include({
      type: 'choice',
      student_response: 'a,d',
      result: 'wrong',
    })
    expect(screen.lms.cmi().interactions[0]?.correct_responses[0]?.pattern).to.equal('b,d')
    expect(screen.lms.breaches).to.deep.equal([])
  })

  it('has no fault that axe finds, fits, and is large enough, in any state', async () => {
    const { learner } = screen.sitting
    const faults = await screen.faults('unanswered')
    await line('a').locator('input').check()
    faults.push(...(await screen.faults('marked')))
    await learner.answer('b')
    faults.push(...(await screen.faults('wrong')))
    await screen.question.getByRole('button', { name: 'Visa alla fel' }).click()
    faults.push(...(await screen.faults('shown')))
    await screen.reopen()
    faults.push(...(await screen.faults('earlier')))
    expect(faults).to.deep.equal([])
  })
})
