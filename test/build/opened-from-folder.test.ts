import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { unzipSync } from 'fflate'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildAll } from '../../build/build-all.ts'
import { CourseCopy, workshopFor } from '../support/fixture-course.ts'
import { temporaryFolder } from '../support/folder.ts'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Unpacks a zip as an administrator does who wants to look before uploading. */
function unpack(zip: string, folder: string): string {
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return pathToFileURL(join(folder, 'index.html')).href
}

describe('a package opened by double-click', () => {
  const folder = temporaryFolder()
  const copy = new CourseCopy()
  let browser: Browser
  let complaints: string[]

  before(async function () {
    const executablePath = process.env.CHROME_PATH
    if (!executablePath) {
      if (process.env.CI === 'true') throw new Error('CHROME_PATH names no Chromium')
      this.skip()
    }
    browser = await chromium.launch({ executablePath, args: flags })
  })
  after(async () => {
    await browser?.close()
    folder.remove()
    copy.remove()
  })

  /** Opens a document and notes everything the console complains about. */
  async function open(url: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    complaints = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('requestfailed', (request) => complaints.push(request.url()))
    await page.goto(url)
    return page
  }

  it('shows the cover, says that nothing is recorded, and lets the learner read on', async () => {
    const out = join(folder.path, 'own')
    await buildAll({ out, only: ['scorm12'] })
    const page = await open(unpack(join(out, 'foretagslots-scorm12.zip'), join(folder.path, 'unpacked')))
    await page.getByRole('heading', { level: 1, name: 'Många dörrar in' }).waitFor()
    await page.getByRole('heading', { name: 'Resultatet sparas inte just nu' }).waitFor()
    await page.locator('#onward').click()
    await page.getByRole('heading', { level: 1, name: 'Snickaren i fel reception' }).waitFor()
    expect(complaints).to.deep.equal([])
    await page.close()
  })

  it('shows every picture of every page', async () => {
    const page = await open(pathToFileURL(join(folder.path, 'unpacked/index.html')).href)
    const loaded = await page.evaluate(() =>
      Promise.all(
        [...document.querySelectorAll('template')]
          .flatMap((template) => [...template.content.querySelectorAll('img')])
          .map(async ({ src, alt }) => {
            const image = new Image()
            image.src = src
            await image.decode()
            return image.naturalWidth > 0 && alt !== ''
          }),
      ),
    )
    expect(loaded).to.have.lengthOf.above(4)
    expect(loaded).to.not.include(false)
    await page.close()
  })

  it('keeps a difficult title', async () => {
    const title = `Lots' år = ‹å> & "x"`
    copy.replace('course.yaml', '"Många dörrar på prov"', `'Lots'' år = ‹å> & "x"'`)
    const out = join(folder.path, 'fixture')
    await buildAll({ out, workshop: workshopFor(copy.folder) })
    const opened = [
      unpack(join(out, 'foretagslots-scorm12.zip'), join(folder.path, 'difficult')),
      pathToFileURL(join(out, 'hosted/index.html')).href,
    ]
    for (const url of opened) {
      const page = await open(url)
      expect(await page.title()).to.equal(title)
      expect(await page.locator('h1').first().textContent()).to.equal(title)
      await page.close()
    }
  })
})
