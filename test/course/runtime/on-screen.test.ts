import { expect } from 'chai'
import { needsChromium } from '../../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../support/course-package.ts'
import { tourCourse } from '../../support/course-tour.ts'
import { Keyboard } from '../../support/keyboard.ts'
import { accessibilityFaults, axe, layoutFaults } from '../../support/page-faults.ts'
import { type Lms, startLms } from '../../support/scorm12/lms.ts'
import { type Sitting, sitDown } from '../../support/sitting.ts'

describe('the course on screen', function () {
  this.timeout(180_000)
  let chromium = ''
  let course: BuiltCourse
  let lms: Lms
  let sitting: Sitting

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse()
  })
  after(() => course?.remove())
  beforeEach(async () => {
    lms = await startLms(course.scorm12)
    sitting = await sitDown(chromium, lms.url)
  })
  afterEach(async () => {
    await sitting?.browser.close()
    await lms?.stop()
  })

  for (const { width, height, colorScheme } of [
    { width: 1280, height: 800, colorScheme: 'light' },
    { width: 360, height: 780, colorScheme: 'dark' },
  ] as const) {
    it(`has no fault that axe finds, fits, and is large enough, in any state, at ${width} px, ${colorScheme}`, async () => {
      await sitting.page.setViewportSize({ width, height })
      await sitting.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { frame } = sitting.learner
      await frame.evaluate(axe)
      const faults: string[] = []
      let states = 0
      await tourCourse(frame, async (state) => {
        states++
        const found = [...(await accessibilityFaults(frame)), ...(await layoutFaults(frame))]
        faults.push(...found.map((fault) => `${state}: ${fault}`))
      })
      expect(faults).to.deep.equal([])
      expect(states).to.be.above(30)
    })
  }

  for (const width of [320, 800]) {
    it(`fits ${width} px in every state, with targets and text large enough`, async () => {
      await sitting.page.setViewportSize({ width, height: width === 800 ? 600 : 780 })
      const { frame } = sitting.learner
      const faults: string[] = []
      await tourCourse(frame, async (state) => {
        faults.push(...(await layoutFaults(frame)).map((fault) => `${state}: ${fault}`))
      })
      expect(faults).to.deep.equal([])
    })
  }

  for (const [width, height] of [
    [360, 780],
    [800, 600],
    [1280, 800],
  ] as const) {
    it(`has the cover’s button in the first screen at ${width}×${height}`, async () => {
      await sitting.page.setViewportSize({ width, height })
      const box = await sitting.learner.frame.locator('#onward').boundingBox()
      expect((box?.y ?? height) + (box?.height ?? 0)).to.be.at.most(height)
    })
  }

  it('is taken by keyboard alone, reading going on where the action leads', async () => {
    const { page, learner } = sitting
    const keys = new Keyboard(page, learner.frame)
    await keys.press('Enter', '#onward')
    await keys.reads('Snickaren i fel reception')
    await keys.press('Enter', '.replies li:nth-child(1) button')
    await keys.reads(/^Dörren /)
    await keys.press('Enter', '.consequence:not([hidden]) [data-do="on"]')
    await keys.reads(/^– /)
    await keys.press('Space', '.step:not([hidden]) .replies li:nth-child(2) button')
    await keys.press('Enter', '.consequence:not([hidden]) [data-do="on"]')
    await keys.reads('Så gick det')
    for (const heading of [
      'Historien',
      'Varje anställd är en ingång',
      'De fyra stegen',
      'Mandatet',
      'Gränsen',
      'Vad menas med Många dörrar in?',
    ]) {
      await keys.press('Enter', '[data-turn="forward"]:not([hidden])')
      await keys.reads(heading)
    }
    await keys.press('Enter', '.question:not([hidden]) [type="submit"]')
    expect(await learner.frame.locator('.question:visible .hint').textContent()).to.equal('Välj ett svar först.')
    await keys.press('Space', '.question:not([hidden]) input', { back: true })
    await keys.press('Enter', '.question:not([hidden]) [type="submit"]')
    await keys.reads(/^(Rätt|Inte riktigt)$/)
    await learner.frame.evaluate(() => {
      location.hash = 'M1-quiz/Q-M1-3'
    })
    await learner.frame.locator('[data-question="Q-M1-3"]').waitFor()
    const down = '[data-question="Q-M1-3"] li [data-move="1"]'
    const text = await learner.frame.locator('.question:visible .order-text').first().textContent()
    await keys.press('Space', down)
    await page.keyboard.press('Space')
    await page.keyboard.press('Space')
    await page.keyboard.press('Space')
    expect(await learner.frame.locator('.question:visible .order-live').textContent()).to.equal(
      `${text} är nu på plats 4 av 4.`,
    )
    await keys.reads(`Flytta ner ${text}`)
    await keys.press('Enter', '[data-question="Q-M1-3"] [type="submit"]')
    await keys.reads(/^(Rätt|\S+ av fyra på rätt plats)$/)
  })

  it('keeps options in the same order for a learner, and never lays an order question out sorted', async () => {
    const orders = async ({ learner }: Sitting) =>
      learner.frame.evaluate(() => {
        location.hash = 'M1-quiz'
        return new Promise<string[]>((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              resolve(
                [...document.querySelectorAll('#slot .question')].map((question) =>
                  [...question.querySelectorAll<HTMLElement>('[data-option]')]
                    .map(({ dataset }) => dataset.option)
                    .join(),
                ),
              ),
            ),
          ),
        )
      })
    const first = await orders(sitting)
    const again = await sitDown(chromium, lms.url)
    expect(await orders(again)).to.deep.equal(first)
    expect(first[2])
      .to.match(/^[a-d](,[a-d]){3}$/)
      .and.not.equal('a,b,c,d')
    await again.browser.close()
  })

  it('shows an earlier answer locked, and opens it again when asked', async () => {
    await sitting.learner.frame.evaluate(() => {
      location.hash = 'M1-quiz/Q-M1-1'
    })
    await sitting.learner.answer('a')
    await sitting.learner.saved()
    await sitting.page.close()
    await sitting.browser.close()
    sitting = await sitDown(chromium, lms.url)
    expect(await sitting.learner.question()).to.equal('Q-M1-1')
    const question = sitting.learner.frame.locator('.question:visible')
    expect(await question.locator('[data-verdict="wrong"]').getAttribute('data-option')).to.equal('a')
    expect(await question.locator('input:enabled').count()).to.equal(0)
    await question.getByRole('button', { name: 'Gör om frågan' }).click()
    expect(await question.locator('input:enabled').count()).to.equal(3)
  })

  it('comes back to the consequence of a scenario’s step', async () => {
    const { learner } = sitting
    await learner.begin()
    await learner.frame.locator('.step:visible .replies [data-option="b"] button').click()
    await learner.saved()
    await sitting.page.close()
    await sitting.browser.close()
    sitting = await sitDown(chromium, lms.url)
    expect(await sitting.learner.frame.locator('.consequence:visible h2').textContent()).to.equal(
      'Dörren står på glänt',
    )
    expect(await sitting.learner.frame.locator('.scene:visible').getAttribute('data-outcome')).to.equal('ajar')
  })

  it('asks to be opened again when it comes back after its session has ended', async () => {
    const { frame } = sitting.learner
    await sitting.learner.saved()
    await frame.evaluate(() => location.reload())
    await frame.getByRole('heading', { name: 'Öppna kursen igen' }).waitFor()
    expect(await frame.locator('.bar-link:visible').count()).to.equal(0)
  })

  it('works in a browser that lacks the newer array methods', async () => {
    const page = await sitting.browser.context.newPage()
    const complaints: string[] = []
    page.on('pageerror', ({ message }) => complaints.push(message))
    await page.addInitScript(() => {
      for (const method of ['at', 'toSorted', 'toReversed', 'toSpliced', 'findLast', 'findLastIndex', 'with'])
        Reflect.deleteProperty(Array.prototype, method)
      for (const [owner, method] of [
        [Object, 'groupBy'],
        [Map, 'groupBy'],
        [Object, 'hasOwn'],
        [window, 'structuredClone'],
      ] as const)
        Reflect.deleteProperty(owner, method)
    })
    await page.goto(lms.url.replace(/\/?$/, '/package/index.html'))
    await page.locator('#saving[data-state]').waitFor()
    await tourCourse(page.mainFrame(), async () => {})
    expect(complaints).to.deep.equal([])
  })

  it('says once that it cannot save, and takes it back when it can', async () => {
    const { page, learner } = sitting
    await learner.saved()
    const setFailing = (failing: boolean) =>
      page.evaluate((value) => {
        Reflect.get(window, 'lms').failing = value
      }, failing)
    await setFailing(true)
    await learner.begin()
    await learner.frame.getByRole('heading', { name: 'Det gick inte att spara' }).waitFor()
    expect(await learner.saveStatus()).to.equal('Gick inte att spara. Vi försöker igen.')
    await learner.choose('b')
    expect(await learner.frame.locator('.notice').count()).to.equal(1)
    await setFailing(false)
    await learner.saved()
    expect(await learner.frame.locator('.notice').count()).to.equal(0)
    expect(lms.breaches).to.deep.equal([])
  })
})
