import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { targets } from '../../../build/build-all.ts'
import { guidePage } from '../../../build/guide/guide.ts'
import { selfTestName, selfTestTargets } from '../../../build/selftest/selftest.ts'
import { ownWorkshop } from '../../../build/workshop.ts'
import { needsChromium, openBrowser } from '../../support/browser.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { accessibilityFaults, axe } from '../../support/page-faults.ts'

const root = join(import.meta.dirname, '../../..')
const markdown = readFileSync(join(root, 'build/GUIDE.md'), 'utf8')

describe('the administrator’s guide', () => {
  it('names every zip that the build makes, and no other', () => {
    const zips = [...targets.map(({ output }) => output.name), ...selfTestTargets.map(selfTestName)]
    const named = [...markdown.matchAll(/foretagslots-[a-z0-9-]+\.zip/g)].map(([name]) => name)
    expect([...new Set(named)]).to.have.members(zips.filter((name) => name.endsWith('.zip')))
  })

  it('names the LMSs, and says of those that nobody knows that they are unknown', () => {
    for (const lms of ['Moodle', 'Totara', 'Docebo', 'itslearning', 'SuccessFactors'])
      expect(markdown).to.include(`### ${lms}`)
    expect(markdown).to.match(/itslearning, Learnify[^|]*\|[^|]*\| \*\*Okänt\.\*\*/)
  })

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    for (const [, command = ''] of markdown.matchAll(/`npm (?:run )?([\w:-]+)/g))
      expect(scripts).to.have.property(command)
    expect(existsSync(join(root, 'lrs/play/routes.ts'))).to.equal(true)
  })

  it('is one page that needs nothing beside it, and breaks no rule of axe', async function () {
    this.timeout(60_000)
    const chromium = needsChromium(this)
    const folder = temporaryFolder()
    const file = join(folder.path, 'GUIDE.html')
    writeFileSync(file, guidePage(ownWorkshop.styles))
    const browser = await openBrowser(chromium)
    const page = await browser.context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(file).href)
    const faults: string[] = []
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [360, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      await page.evaluate(axe)
      faults.push(...(await accessibilityFaults(page.mainFrame())))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) faults.push(`${wide} px too wide`)
    }
    await browser.close()
    folder.remove()
    expect(faults).to.deep.equal([])
    expect(asked.filter((url) => !url.startsWith('data:'))).to.have.lengthOf(1)
  })
})
