import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { type Preview, startPreview } from '../../../build/watch/preview.ts'
import { needsChromium, openBrowser } from '../../support/browser.ts'
import { temporaryFolder } from '../../support/folder.ts'

describe('the preview of npm run watch', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let preview: Preview
  beforeEach(async () => {
    folder = temporaryFolder()
    writeFileSync(join(folder.path, 'index.html'), '<head></head><h1>Före</h1>')
    preview = await startPreview(folder.path, 0)
  })
  afterEach(() => {
    preview.stop()
    folder.remove()
  })

  it('listens on this machine only and shows no file outside its folder', async () => {
    expect(preview.url).to.match(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect((await fetch(`${preview.url}..%2f..%2fetc%2fpasswd`)).status).to.equal(404)
    expect((await fetch(`${preview.url}borta.svg`)).status).to.equal(404)
  })

  it('loads an open page again when it is told to, and knows that one is open', async function () {
    this.timeout(60_000)
    const browser = await openBrowser(needsChromium(this))
    const page = await browser.context.newPage()
    expect(preview.reload()).to.equal(0)
    const listening = page.waitForResponse((response) => response.url().endsWith('/--reload'))
    await page.goto(preview.url)
    await listening
    writeFileSync(join(folder.path, 'index.html'), '<head></head><h1>Efter</h1>')
    expect(preview.reload()).to.equal(1)
    await page.getByRole('heading', { name: 'Efter' }).waitFor()
    await browser.close()
  })
})
