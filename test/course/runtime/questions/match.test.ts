import { expect } from 'chai'
import { needsChromium } from '../../../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../../support/course-package.ts'
import { workshopFor } from '../../../support/fixture-course.ts'
import { Keyboard } from '../../../support/keyboard.ts'
import { QuestionOnScreen } from '../../../support/question-on-screen.ts'

const texts: Record<string, string> = { 1: 'Låser upp', 2: 'Trycks ner när dörren ska öppnas', 3: 'Ringer' }

describe('answerMatch', function () {
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
    screen = await QuestionOnScreen.show('Q-M1-5', course.scorm12, chromium)
  })
  afterEach(() => screen?.stop())

  const listed = () =>
    screen.question
      .locator('.match-answers li')
      .evaluateAll((items) =>
        items.map((item) => [item.querySelector('b')?.textContent, (item as HTMLElement).dataset.answer]),
      )
  const rows = () =>
    screen.question.locator('.match > li').evaluateAll((items) =>
      items.map((item) => {
        const seen = (selector: string) => {
          const found = item.querySelector(selector)
          return found?.checkVisibility() ? found.textContent : undefined
        }
        return [(item as HTMLElement).dataset.verdict, seen('.match-given'), seen('.feedback h2'), seen('.feedback p')]
      }),
    )
  const choose = (term: string, answer: string) =>
    screen.question.locator(`[data-option="${term}"] select`).selectOption(answer)
  const answer = () => screen.question.getByRole('button', { name: 'Svara', exact: true }).click()
  const live = () => screen.text('.match-live')

  it('letters the answers in the learner’s own order, never that of the terms, and repeats them in each select', async () => {
    const order = await listed()
    expect(order.map(([letter]) => letter)).to.deep.equal(['A', 'B', 'C'])
    expect(order.map(([, id]) => id)).to.have.members(['1', '2', '3'])
    expect(order.map(([, id]) => id)).not.to.deep.equal(['1', '2', '3'])
    for (const select of await screen.question.locator('select').all())
      expect(await select.locator('option').allTextContents()).to.deep.equal([
        'Välj A, B eller C',
        ...order.map(([letter, id]) => `${letter}. ${texts[id ?? '']}`),
      ])
    await screen.reopen()
    expect(await listed()).to.deep.equal(order)
  })

  it('says what is missing beside the button, and takes it back when something is chosen', async () => {
    await choose('a', '1')
    await answer()
    expect(await screen.hint()).to.equal('Välj ett svar på varje rad först.')
    expect(await screen.sitting.learner.state()).to.equal('unanswered')
    await choose('b', '2')
    expect(await screen.hint()).to.equal('')
  })

  it('tells how many rows have an answer, and when two have the same', async () => {
    expect(await live()).to.equal('0 av 3 rader har ett svar.')
    await choose('a', '1')
    expect(await live()).to.equal('1 av 3 rader har ett svar.')
    await choose('c', '1')
    expect(await live()).to.equal('Samma svar står på två rader: Klockan och Nyckeln.')
    await choose('c', '')
    expect(await live()).to.equal('1 av 3 rader har ett svar.')
  })

  it('judges each row, keeps what was chosen for another try, and shows what is right', async () => {
    const { learner } = screen.sitting
    await learner.answer('a.1', 'b.3', 'c.2')
    expect(await learner.state()).to.equal('wrong')
    expect(await screen.focused()).to.equal('Rätt')
    expect(await rows()).to.deep.equal([
      ['right', 'Låser upp', 'Rätt', 'Den låser upp.'],
      ['wrong', 'Ringer', 'Hör inte ihop', 'Det trycks ner.'],
      ['wrong', 'Trycks ner när dörren ska öppnas', 'Hör inte ihop', 'Den ringer.'],
    ])
    expect(await screen.question.locator('select:visible').count()).to.equal(0)

    await learner.tryAgain()
    expect((await rows()).map(([mark, ...told]) => [mark, told])).to.deep.equal(
      Array(3).fill(['chosen', [undefined, undefined, undefined]]),
    )
    expect(
      await screen.sitting.learner.frame.evaluate(() => document.activeElement?.closest('li')?.dataset.option),
    ).to.equal('b')
    await answer()
    await screen.question.getByRole('button', { name: 'Visa rätt svar' }).click()
    expect(await learner.state()).to.equal('shown')
    expect((await rows()).map((row) => row.slice(0, 3))).to.deep.equal(
      ['1', '2', '3'].map((id) => ['right', texts[id], 'Rätt svar']),
    )
  })

  it('shows an earlier answer, and begins anew when it was right', async () => {
    const { learner } = screen.sitting
    await learner.answer('a.1', 'b.2', 'c.3')
    expect(await learner.state()).to.equal('right')
    await screen.reopen()
    expect(await screen.sitting.learner.state()).to.equal('earlier')
    expect((await rows()).map(([verdict, , words]) => [verdict, words])).to.deep.equal(Array(3).fill(['right', 'Rätt']))
    await screen.question.getByRole('button', { name: 'Gör om frågan' }).click()
    await answer()
    expect(await screen.hint()).to.equal('Välj ett svar på varje rad först.')
  })

  it('is answered by keyboard alone', async () => {
    const { page, learner } = screen.sitting
    const keys = new Keyboard(page, learner.frame)
    for (const term of ['a', 'b', 'c'])
      await keys.press('ArrowDown', `[data-question="Q-M1-5"] [data-option="${term}"] select`)
    expect(await live()).to.match(/^Samma svar står på två rader: Klockan och Nyckeln/)
    await keys.press('Enter', '[data-question="Q-M1-5"] [type="submit"]')
    await keys.reads(/^(Rätt|Hör inte ihop)$/)
  })

  it('reaches the LMS as matching, within what SCORM 1.2 takes', async () => {
    const { learner } = screen.sitting
    await learner.answer('a.2', 'b.1', 'c.3')
    await learner.saved()
    expect(screen.lms.cmi().interactions[0]).to.deep.include({
      id: 'Q-M1-5',
      type: 'matching',
      student_response: 'a.2,b.1,c.3',
      result: 'wrong',
    })
    expect(screen.lms.cmi().interactions[0]?.correct_responses[0]?.pattern).to.equal('a.1,b.2,c.3')
    expect(screen.lms.breaches).to.deep.equal([])
  })

  it('has no fault that axe finds, fits, and is large enough, in any state', async () => {
    const { learner } = screen.sitting
    const faults = await screen.faults('unanswered')
    await answer()
    await choose('a', '1')
    faults.push(...(await screen.faults('missing, chosen')))
    await learner.answer('a.1', 'b.3', 'c.2')
    faults.push(...(await screen.faults('wrong')))
    await screen.question.getByRole('button', { name: 'Visa rätt svar' }).click()
    faults.push(...(await screen.faults('shown')))
    await screen.reopen()
    faults.push(...(await screen.faults('earlier')))
    expect(faults).to.deep.equal([])
  })
})
