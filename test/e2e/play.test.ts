import { join } from 'node:path'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { buildAll } from '../../build/build-all.ts'
import { type Browser, needsChromium, openBrowser } from '../support/browser.ts'
import { temporaryFolder } from '../support/folder.ts'
import { accessibilityFaults, axe } from '../support/page-faults.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

describe('Provspela in a browser', function () {
  this.timeout(120_000)
  let folder: ReturnType<typeof temporaryFolder>
  let browser: Browser
  let server: TestServer
  let page: Page
  const complaints: string[] = []

  before(async function () {
    const chromium = needsChromium(this)
    folder = temporaryFolder()
    const packages = join(folder.path, 'dist')
    await buildAll({ out: packages, only: ['scorm12', 'scorm2004-4'] })
    server = await startTestServer({ packages })
    browser = await openBrowser(chromium)
    page = await browser.context.newPage()
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
  })

  after(async () => {
    await browser?.close()
    await server?.stop()
    folder?.remove()
  })

  const rows = (which: 'model' | 'calls') => page.locator(`[data-rows="${which}"] tr`)
  const model = (element: string) => rows('model').filter({ has: page.locator(`th:text-is("${element}")`) })
  const course = () => page.frameLocator('iframe')

  async function faults(): Promise<string[]> {
    const found: string[] = []
    for (const [width, height, colorScheme] of [
      [1280, 800, 'light'],
      [360, 780, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(axe)
      found.push(...(await accessibilityFaults(page.mainFrame())))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) found.push(`${wide} px too wide`)
    }
    await page.setViewportSize({ width: 1280, height: 800 })
    return found
  }

  it('lists the packages', async () => {
    await page.goto(`${server.url}/provspela`)
    expect(await page.locator('.play-packages a').allTextContents()).to.deep.equal([
      'foretagslots-scorm12.zip',
      'foretagslots-scorm2004-4.zip',
      'foretagslots-selftest-scorm12.zip',
      'foretagslots-selftest-scorm2004-4.zip',
    ])
    expect(await faults()).to.deep.equal([])
  })

  for (const [name, status] of [
    ['foretagslots-scorm12.zip', 'cmi.core.lesson_status'],
    ['foretagslots-scorm2004-4.zip', 'cmi.completion_status'],
  ] as const) {
    it(`plays ${name} and shows what is stored and every call`, async () => {
      await page.goto(`${server.url}/provspela/${name}`)
      await model(status).getByText('incomplete').waitFor()
      await course().locator('#onward').click()
      await model('cmi.suspend_data').getByText('Sparat').waitFor()
      expect(await model('cmi.suspend_data').textContent()).to.match(/\(\d+ av (4096|64000) tecken\)/)
      expect(await rows('calls').last().textContent()).to.match(/^1(LMS)?Initializetrue0$/)
      expect(await page.locator('[data-told="calls"]').textContent()).to.match(/^\d+ anrop sedan paketet öppnades/)
      expect(await faults()).to.deep.equal([])
    })

    it(`brings the learner of ${name} back, after a reload too, and forgets on demand`, async () => {
      const heading = await course().locator('#slot h1, #slot h2').first().textContent()
      await page.getByRole('button', { name: 'Öppna paketet igen' }).click()
      await course().locator('#slot:not([hidden])').waitFor()
      expect(await course().locator('#slot h1, #slot h2').first().textContent()).to.equal(heading)
      await page.reload()
      await course().locator('#slot:not([hidden])').waitFor()
      await page.getByRole('button', { name: 'Börja om från noll' }).click()
      await course().locator('#cover:not([hidden])').waitFor()
      expect(await course().locator('#onward').textContent()).to.match(/^Börja med/)
    })
  }

  it('shows a call that was refused with its error', async () => {
    await page.goto(`${server.url}/provspela/foretagslots-scorm12.zip`)
    await course().locator('#cover').waitFor()
    await page.evaluate(() => window.API?.LMSSetValue('cmi.core.score.raw', 'hundra'))
    const fault = page.locator('[data-rows="calls"] .fault').first()
    await fault.waitFor()
    expect(await fault.textContent()).to.match(/LMSSetValuecmi\.core\.score\.raw = hundrafalse405 /)
  })

  it('breaks no policy and throws nothing', () => expect(complaints).to.deep.equal([]))
})
