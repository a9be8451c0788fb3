import { expect } from 'chai'
import { needsChromium } from '../../../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../../support/course-package.ts'
import { workshopFor } from '../../../support/fixture-course.ts'
import { Keyboard } from '../../../support/keyboard.ts'
import { QuestionOnScreen } from '../../../support/question-on-screen.ts'

describe('answerNumeric', function () {
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
    screen = await QuestionOnScreen.show('Q-M1-6', course.scorm12, chromium)
  })
  afterEach(() => screen?.stop())

  const field = () => screen.question.locator('.number input')
  const told = async () => [
    await screen.sitting.learner.state(),
    await screen.text('.answer-box h2'),
    await screen.text('.answer-box p:not([hidden])'),
  ]

  it('has its unit beside it, and is named and explained to who does not see it', async () => {
    expect(await screen.text('.number span')).to.equal('veckor')
    const named = screen.question.getByRole('textbox', { name: /^Hur många veckor väntar du/ })
    expect(await named.getAttribute('aria-describedby')).to.equal('Q-M1-6-unit Q-M1-6-how Q-M1-6-hint')
  })

  it('says in a sentence beside the button that nothing is written, or no number', async () => {
    const { learner } = screen.sitting
    await learner.answer('')
    expect(await screen.hint()).to.equal('Skriv ett tal först.')
    expect(await field().getAttribute('aria-invalid')).to.equal('false')
    await learner.answer('två')
    expect(await screen.hint()).to.equal('Skriv bara talet, med siffror. Till exempel 12 eller 2,5.')
    expect(await field().getAttribute('aria-invalid')).to.equal('true')
    expect(await learner.state()).to.equal('unanswered')
    await field().fill('2')
    expect(await screen.hint()).to.equal('')
    expect(await field().getAttribute('aria-invalid')).to.equal('false')
  })

  it('says on which side a wrong number lies, and takes another', async () => {
    const { learner } = screen.sitting
    await learner.answer('1,5')
    expect(await told()).to.deep.equal(['wrong', 'För kort', 'Vänta lite till.'])
    expect(await screen.focused()).to.equal('För kort')
    expect(await field().isDisabled()).to.equal(true)
    await learner.tryAgain()
    expect(await field().evaluate((input: HTMLInputElement) => [input.value, input.selectionEnd])).to.deep.equal([
      '1,5',
      3,
    ])
    await learner.answer('4 000')
    expect(await told()).to.deep.equal(['wrong', 'För långt', 'Ring tidigare.'])
    expect(await field().inputValue()).to.equal('4\u00a0000')
    await screen.question.getByRole('button', { name: 'Visa rätt svar' }).click()
    expect(await told()).to.deep.equal(['shown', 'Rätt svar', 'Rätt, två till tre.'])
    expect(await field().inputValue()).to.equal('2,5')
  })

  for (const written of ['2', '2,5', '3.0'])
    it(`takes ${written} as right, within the tolerance`, async () => {
      await screen.sitting.learner.answer(written)
      expect(await told()).to.deep.equal(['right', 'Rätt', 'Rätt, två till tre.'])
    })

  it('shows an earlier answer, locked, and opens it again when asked', async () => {
    await screen.sitting.learner.answer('1,25')
    await screen.reopen()
    expect(await told()).to.deep.equal(['earlier', 'För kort', 'Vänta lite till.'])
    expect([await field().inputValue(), await field().isDisabled()]).to.deep.equal(['1,25', true])
    await screen.question.getByRole('button', { name: 'Gör om frågan' }).click()
    expect(await field().isEnabled()).to.equal(true)
    expect(await screen.question.locator('.answer-box').isVisible()).to.equal(false)
  })

  it('is answered by keyboard alone', async () => {
    const { page, learner } = screen.sitting
    const keys = new Keyboard(page, learner.frame)
    await keys.press('2', '[data-question="Q-M1-6"] input')
    await page.keyboard.press('Enter')
    await keys.reads('Rätt')
    await page.keyboard.press('Enter')
    await learner.saved()
    expect(Object.keys(screen.lms.cmi().interactions)).to.have.length(1)
  })

  it('reaches the LMS as a number, within what SCORM 1.2 takes', async () => {
    const { learner } = screen.sitting
    await learner.answer('−1 000,5')
    await learner.saved()
    const { interactions } = screen.lms.cmi()
    expect(interactions[0]).to.deep.include({ type: 'numeric', student_response: '-1000.5', result: 'wrong' })
    expect(interactions[0]?.correct_responses[0]?.pattern).to.equal('2.5')
    expect(screen.lms.breaches).to.deep.equal([])
  })

  it('has no fault that axe finds, fits, and is large enough, in any state', async () => {
    const { learner } = screen.sitting
    const faults = await screen.faults('unanswered')
    await learner.answer('två')
    faults.push(...(await screen.faults('no number')))
    await learner.answer('999 999 999,999')
    faults.push(...(await screen.faults('wrong')))
    await screen.question.getByRole('button', { name: 'Visa rätt svar' }).click()
    faults.push(...(await screen.faults('shown')))
    await screen.reopen()
    faults.push(...(await screen.faults('earlier')))
    expect(faults).to.deep.equal([])
  })
})
