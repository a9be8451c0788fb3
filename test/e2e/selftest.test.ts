import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { unzipSync } from 'fflate'
import type { Frame, Page } from 'playwright-core'
import { buildAll } from '../../build/build-all.ts'
import { type Browser, needsChromium, openBrowser } from '../support/browser.ts'
import { temporaryFolder } from '../support/folder.ts'
import { accessibilityFaults, axe, layoutFaults } from '../support/page-faults.ts'
import type { ScormLms } from '../support/scorm-lms.ts'
import { startLms } from '../support/scorm12/lms.ts'
import { startLms2004 } from '../support/scorm2004/lms.ts'

const kinds = [
  { target: 'scorm12', start: startLms },
  { target: 'scorm2004-4', start: startLms2004 },
] as const

for (const { target, start } of kinds)
  describe(`the self-test package for ${target} in a strict LMS`, function () {
    this.timeout(120_000)
    let folder: ReturnType<typeof temporaryFolder>
    let browser: Browser
    let lms: ScormLms<unknown>
    let page: Page

    before(async function () {
      const chromium = needsChromium(this)
      folder = temporaryFolder()
      const out = join(folder.path, 'dist')
      await buildAll({ out, only: [target] })
      const unpacked = join(folder.path, 'package')
      const zip = unzipSync(readFileSync(join(out, `foretagslots-selftest-${target}.zip`)))
      for (const [name, bytes] of Object.entries(zip)) {
        mkdirSync(dirname(join(unpacked, name)), { recursive: true })
        writeFileSync(join(unpacked, name), bytes)
      }
      lms = await start(unpacked)
      browser = await openBrowser(chromium)
      page = await browser.context.newPage()
    })

    after(async () => {
      await browser?.close()
      await lms?.stop()
      folder?.remove()
    })

    async function openPackage(): Promise<Frame> {
      await page.goto(lms.url)
      const frame = await (await page.waitForSelector('iframe')).contentFrame()
      if (!frame) throw new Error('the LMS shows no package')
      await frame.waitForSelector('[data-step]:not([hidden])')
      return frame
    }

    async function faults(frame: Frame): Promise<string[]> {
      const found: string[] = []
      for (const [width, height, colorScheme] of [
        [1280, 800, 'light'],
        [360, 780, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height })
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await frame.evaluate(axe)
        found.push(...(await accessibilityFaults(frame)), ...(await layoutFaults(frame)))
      }
      return found
    }

    it('writes, asks to be opened again, and finds everything stored', async () => {
      const first = await openPackage()
      expect(await faults(first)).to.deep.equal([])
      await first.getByRole('button', { name: 'Skriv provet' }).click()
      await first.locator('[data-step="reopen"]:not([hidden])').waitFor()
      expect(await faults(first)).to.deep.equal([])

      const again = await openPackage()
      await again.locator('[data-step="done"]:not([hidden])').waitFor()
      expect(await again.locator('.notice h3').textContent()).to.match(/^Kursen fungerar här. Allt/)
      expect(await again.locator('.not-good').allTextContents()).to.deep.equal([])
      expect(await again.locator('textarea').inputValue()).to.match(/^Självtest av utbildningsportalen med SCORM/)
      expect(await faults(again)).to.deep.equal([])
    })

    it('does nothing that the standard refuses', () => expect(lms.breaches).to.deep.equal([]))
  })
