import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import type { Frame, Page } from 'playwright-core'
import { needsChromium } from '../../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../support/course-package.ts'
import { tourCourse } from '../../support/course-tour.ts'
import { type Lms, startLms } from '../../support/scorm12/lms.ts'
import { type Sitting, sitDown } from '../../support/sitting.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[]
}

async function accessibilityFaults(frame: Frame): Promise<string[]> {
  return frame.evaluate(async () => {
    const { violations }: AxeResult = await Reflect.get(window, 'axe').run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}

/** What is too wide for the frame, too small to hit or too small to read (WCAG 2.2 1.4.10, 2.5.8; look.md). */
const layoutFaults = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() => {
    const name = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 30)}”`
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .skip')
    const faults: string[] = []
    if (document.documentElement.scrollWidth > innerWidth)
      faults.push(`${document.documentElement.scrollWidth} px wide`)
    for (const target of document.querySelectorAll(
      'button, .button, .bar-link, .brand, .options label, .rail-list a, .contents a',
    ))
      if (seen(target) && innerWidth < 1000 && Math.round(target.getBoundingClientRect().height) < 44)
        faults.push(`${name(target)} is ${target.getBoundingClientRect().height} px high`)
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement
      if (!parent || !texts.currentNode.nodeValue?.trim() || !seen(parent) || parent.closest('svg, script, textarea'))
        continue
      if (Number.parseFloat(getComputedStyle(parent).fontSize) < 15) faults.push(`${name(parent)} is too small`)
    }
    return faults
  })

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

/** Hands that have no mouse: Tab until the control is reached, then a key. */
class Keyboard {
  private readonly page: Page
  private readonly frame: Frame

  constructor(page: Page, frame: Frame) {
    this.page = page
    this.frame = frame
  }

  async press(key: string, selector: string, { back = false } = {}): Promise<void> {
    for (let i = 0; i < 60; i++) {
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab')
      if (await this.frame.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) {
        await this.page.keyboard.press(key)
        return
      }
    }
    throw new Error(`Tab never reaches ${selector}`)
  }

  /** Waits until what has focus reads so. */
  async reads(text: string | RegExp): Promise<void> {
    const pattern = typeof text === 'string' ? `^${text.replace(/[?.]/g, '\\$&')}$` : text.source
    await this.frame.waitForFunction((wanted) => {
      const read = document.activeElement?.textContent?.replace(/\u00ad/g, '').trim() ?? ''
      return new RegExp(wanted).test(read)
    }, pattern)
  }
}
