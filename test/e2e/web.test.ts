import { expect } from 'chai'
import { needsChromium, openBrowser } from '../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { stages } from '../support/formats.ts'

describe('the course on a web server', function () {
  this.timeout(60_000)
  let chromium = ''
  let course: BuiltCourse
  let stage: Awaited<ReturnType<typeof stages.web>>

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse()
    stage = await stages.web({ course, data: course.data, chromium })
  })

  after(async () => {
    await stage?.stop()
    course?.remove()
  })

  it('says where it saves', async () => {
    const { browser, learner } = await stage.sit()
    expect(await learner.frame.locator('.onward').textContent()).to.include('Sparas i den här webbläsaren')
    await browser.close()
  })

  it('opens where the learner was, pictures and all, when there is no network', async () => {
    const visit = await stage.sit()
    await visit.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await visit.learner.begin()
    await visit.learner.saved()
    const place = await visit.learner.view()
    await visit.browser.close()
    stage.line.fault = () => 'cut'
    const { browser, page, learner } = await stage.sit()
    expect(await learner.view()).to.deep.equal(place)
    await page.goto(`${stage.address}#M1-historien`)
    const drawn = page.locator('#slot img')
    await drawn.evaluate((image: HTMLImageElement) => image.decode())
    expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).to.be.above(0)
    await browser.close()
  })

  afterEach(() => {
    if (stage) stage.line.fault = () => undefined
  })

  it('can be installed', async () => {
    const browser = await openBrowser(chromium)
    const page = await browser.context.newPage()
    await page.goto(stage.address)
    const cdp = await browser.context.newCDPSession(page)
    const { installabilityErrors } = await cdp.send('Page.getInstallabilityErrors')
    const manifest = await cdp.send('Page.getAppManifest')
    await browser.close()
    expect(manifest.errors).to.deep.equal([])
    expect(JSON.parse(manifest.data ?? '')).to.include({
      name: 'Många dörrar in',
      short_name: 'Företagslots',
      lang: 'sv',
    })
    expect(installabilityErrors).to.deep.equal([])
  })
})
