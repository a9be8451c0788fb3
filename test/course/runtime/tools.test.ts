import { expect } from 'chai'
import { needsChromium } from '../../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../../support/course-package.ts'
import { Keyboard } from '../../support/keyboard.ts'
import { accessibilityFaults, axe, layoutFaults } from '../../support/page-faults.ts'
import { type Lms, startLms } from '../../support/scorm12/lms.ts'
import { type Sitting, sitDown } from '../../support/sitting.ts'

const checklists = ['fristkarta', 'javstest', 'ett-bra-nej', 'klarsprak', 'lotsmotets-dagordning', 'arendekarta']
const codes = ['rec', 'nar', 'byg', 'mar', 'mil', 'liv', 'alk', 'rtj', 'gat', 'vaa', 'upp', 'kan']
const pages = ['verktyg', 'stafettkortet', 'vilken-dorr', 'dorr-1', 'dorr-3', 'ordlista', ...checklists, 'tio-minuter']

describe('the tools for the desk', function () {
  this.timeout(120_000)
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

  const frame = () => sitting.learner.frame
  const heading = () => frame().locator('main h1:visible')
  const go = async (page: string) => {
    await frame().evaluate((hash) => {
      location.hash = hash
    }, page)
    await frame().locator(`[data-extra="${page}"]`).waitFor()
  }
  const button = (name: string) => frame().getByRole('button', { name, exact: true })
  const field = (name: string) => frame().getByLabel(name, { exact: true })
  const mail = () => frame().locator('.mail textarea').inputValue()

  async function fillIn() {
    await field('Fråga').fill('Får vi ha bord på torget?')
    await field('Dörr').fill('Gata och torg')
    await field('Vem tar över').fill('Åsa')
    await field('När hörs vi').fill('fredag klockan 15')
    await frame().getByRole('checkbox').check()
    await field('Företag').fill('Kafé Nord')
    await field('Ditt namn').fill('Sara')
    await field('Företagets e-post').fill('hej@kafe.example')
  }

  const question = () => frame().locator('.question:visible')
  const practise = async (number: number) => {
    await frame().evaluate((n) => {
      location.hash = `VD-ova/VD-${n}`
    }, number)
    await frame().locator(`[data-question="VD-${number}"]:visible`).waitFor()
  }
  const option = (door: string) => codes.indexOf(door) + 1
  const mark = async (...doors: string[]) => {
    for (const door of doors)
      await question()
        .locator(`.door-options li:nth-child(${option(door)}) input`)
        .check()
  }
  const first = (door: string) =>
    question()
      .locator('select')
      .selectOption('abcdefghijkl'.charAt(option(door) - 1))
  const answer = () => question().getByRole('button', { name: 'Svara', exact: true }).click()

  for (const { width, colorScheme } of [
    { width: 1280, colorScheme: 'light' },
    { width: 360, colorScheme: 'dark' },
    { width: 320, colorScheme: 'light' },
  ] as const) {
    it(`have no fault that axe finds, fit, and are large enough, at ${width} px, ${colorScheme}`, async () => {
      await sitting.page.setViewportSize({ width, height: 780 })
      await sitting.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await frame().evaluate(axe)
      const faults: string[] = []
      const look = async (state: string) => {
        const found = [...(await accessibilityFaults(frame())), ...(await layoutFaults(frame()))]
        faults.push(...found.map((fault) => `${state}: ${fault}`))
      }
      for (const page of pages) {
        await go(page)
        await look(page)
      }
      await go('stafettkortet')
      await button('Kopiera mejlet').click()
      await look('stafettkortet, not whole')
      await practise(3)
      await look('practice, unanswered')
      await answer()
      await look('practice, nothing marked')
      await mark('nar', 'gat')
      await first('gat')
      await answer()
      await look('practice, wrong')
      await question().getByRole('button', { name: 'Visa rätt svar' }).click()
      await look('practice, shown')
      expect(faults).to.deep.equal([])
    })
  }

  it('are reached from every page, which is gone back to', async () => {
    await sitting.learner.begin()
    await frame().locator('.bar-link', { hasText: 'Verktyg' }).click()
    await frame()
      .getByRole('link', { name: /^Jävstest/ })
      .click()
    expect(await heading().textContent()).to.equal('Jävstest')
    await frame().getByRole('link', { name: 'Tillbaka till Snickaren i fel reception' }).click()
    expect(await heading().textContent()).to.equal('Snickaren i fel reception')
  })

  it('record nothing', async () => {
    const calls = () =>
      sitting.page.evaluate(() => window.lms.calls.filter((call) => call.startsWith('LMSSetValue')).length)
    await sitting.learner.saved()
    const before = await calls()
    for (const page of pages) await go(page)
    await go('javstest')
    await frame().getByRole('checkbox').first().check()
    await go('stafettkortet')
    await fillIn()
    expect(await calls()).to.equal(before)
  })

  it('have a handover card whose mail grows as it is filled in', async () => {
    await go('stafettkortet')
    await fillIn()
    expect(await mail()).to.equal(
      'Hej Åsa.\n\nKafé Nord frågar: Får vi ha bord på torget?\n\n' +
        'Jag har lovat att du hör av dig senast fredag klockan 15. Företaget vet att du tar över.\n\nSara',
    )
    const link = frame().getByRole('link', { name: 'Öppna i e-post' })
    expect(await link.getAttribute('href')).to.match(/^mailto:\?cc=hej@kafe\.example&subject=Stafettkort/)
  })

  it('say field by field what the card still lacks, also that the business has not been asked', async () => {
    await go('stafettkortet')
    await fillIn()
    await frame().getByRole('checkbox').uncheck()
    await field('Företagets e-post').fill('hej@')
    await button('Kopiera mejlet').click()
    expect(await frame().locator('.fault:visible span').allTextContents()).to.deep.equal([
      'Fråga företaget: får vi dela? Kryssa när du har fått ja.',
      'Skriv adressen så här: namn@foretag.se',
    ])
    expect(await frame().locator('.actions .hint').textContent()).to.equal(
      'Kortet är inte klart. Se de markerade fälten.',
    )
    expect(await frame().getByRole('checkbox').getAttribute('aria-invalid')).to.equal('true')
    expect(await frame().evaluate(() => document.activeElement?.id)).to.equal('hk-share')
  })

  it('mark the mail to be copied by hand where the clipboard is closed', async () => {
    await frame().evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    await go('stafettkortet')
    await fillIn()
    await button('Kopiera mejlet').click()
    await frame().getByText('Kopiera den markerade texten.').waitFor()
    expect(await frame().evaluate(() => getSelection()?.toString())).to.match(/^Hej Åsa\./)
  })

  it('keep the card while the course is open, until it is cleared', async () => {
    await go('stafettkortet')
    await fillIn()
    await go('klarsprak')
    await go('stafettkortet')
    expect(await mail()).to.match(/^Hej Åsa\./)
    expect(await frame().getByRole('checkbox').isChecked()).to.equal(true)
    await button('Rensa').click()
    expect(await mail()).to.match(/^Hej \[kollegan\]/)
    expect(await frame().getByRole('checkbox').isChecked()).to.equal(false)
  })

  it('are used by keyboard alone', async () => {
    const keys = new Keyboard(sitting.page, frame())
    await go('stafettkortet')
    await keys.press('x', '#hk-question')
    await keys.press('Space', '#hk-share')
    await keys.press('Enter', '[data-do="copy"]')
    expect(await frame().evaluate(() => document.activeElement?.id)).to.equal('hk-door')
    expect(await mail()).to.include('frågar: x.')
    await keys.press('Enter', '[data-do="clear"]')
    expect(await frame().evaluate(() => document.activeElement?.id)).to.equal('hk-question')
  })

  it('count the doors and the first one in practice, and give the state’s feedback without points', async () => {
    await practise(3)
    await mark('gat', 'alk')
    await answer()
    expect(await question().locator('.hint').textContent()).to.equal('Välj var företaget börjar.')
    await first('alk')
    await answer()
    expect(await question().locator('.doors-points').textContent()).to.equal('2 av 3 poäng')
    expect(await question().locator('.state-doors .feedback:visible h2').allTextContents()).to.deep.equal([
      'Den hör dit',
    ])
    expect((await question().locator('.doors-after p').first().textContent())?.replaceAll('\u00ad', '')).to.equal(
      'Börja hos Gata, torg och trafik. Kommunen frågar Polisen och räddningstjänsten om serveringen.',
    )
    await practise(2)
    await mark('alk', 'rtj')
    await first('alk')
    await answer()
    expect(await question().locator('.doors-points').textContent()).to.equal('1 av 3 poäng')
    await go('vilken-dorr')
    expect(await frame().locator('#doors-standing').textContent()).to.equal(
      'Rätt dörrar direkt i 1 av 2 besvarade frågor. Målet är 16 av 20.',
    )
  })

  it('record a practised answer as any other, the door to begin with first', async () => {
    await practise(6)
    await mark('byg', 'mil')
    await first('mil')
    await answer()
    await sitting.learner.saved()
    const { id, student_response, result } = Object.values(lms.cmi().interactions)[0] ?? {}
    expect([id, student_response, result]).to.deep.equal(['VD-6', 'e,c', 'correct'])
  })

  it('explain a term below its paragraph, by keyboard too, and leave it out of print', async () => {
    const keys = new Keyboard(sitting.page, frame())
    await frame().evaluate(() => {
      location.hash = 'M1-fyra-stegen'
    })
    const box = frame().locator('.term-box')
    await keys.press('Enter', '.term[data-term="stafettkort"]')
    expect((await box.textContent())?.replaceAll('\u00ad', '')).to.match(
      /^StafettkortLappen som följer frågan vidare\. På engelska: handover card$/,
    )
    expect(await frame().locator('.term[aria-expanded="true"]').textContent()).to.equal('stafettkort')
    await frame().evaluate(axe)
    expect([...(await accessibilityFaults(frame())), ...(await layoutFaults(frame()))]).to.deep.equal([])
    await sitting.page.emulateMedia({ media: 'print' })
    expect(await box.isVisible()).to.equal(false)
    await sitting.page.emulateMedia({ media: 'screen' })
    await sitting.page.keyboard.press('Enter')
    expect(await box.count()).to.equal(0)
  })

  it('fill in the card with what was looked up', async () => {
    await go('dorr-9')
    await frame().getByRole('link', { name: 'Fyll i stafettkortet' }).click()
    await frame().locator('[data-extra="stafettkortet"]').waitFor()
    expect(await field('Fråga').inputValue()).to.equal('Ställa en matvagn med gasol på torget')
    expect(await field('Dörr').inputValue()).to.equal('Gata, torg och trafik')
  })

  it('print on one side of A5', async () => {
    const { page } = sitting
    for (const id of [...checklists, 'tio-minuter']) {
      await page.goto('about:blank')
      await page.goto(`file://${course.scorm12}/index.html#${id}`)
      await page.locator(`[data-extra="${id}"]`).waitFor()
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      const sides = [...pdf.matchAll(/MediaBox \[0 0 (\d+)[.\d]* (\d+)/g)].map(([, width, height]) => [width, height])
      expect(sides, id).to.deep.equal([['420', '594']])
    }
  })
})
