import { expect } from 'chai'
import { courseData } from '../../build/course-data.ts'
import { ownWorkshop } from '../../build/workshop.ts'
import { fromBase64url } from '../../course/runtime/bytes.ts'
import { parseCourse } from '../../course/structure/parse.ts'
import { activities, verbs } from '../../course/vocabulary.ts'
import { needsChromium, openBrowser } from '../support/browser.ts'
import { type Cmi5Launcher, startCmi5Launcher } from '../support/cmi5-launcher.ts'
import { cmi5Breaches } from '../support/cmi5-rules.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { temporaryFolder } from '../support/folder.ts'
import { launchesIn } from '../support/hosted-course.ts'
import { type PackageHost, startPackageHost, tincanAddress } from '../support/package-host.ts'
import { projectCmi2004, projectState, projectStatements } from '../support/projection.ts'
import { type Lms2004, startLms2004 } from '../support/scorm2004/lms.ts'
import { sitDown } from '../support/sitting.ts'
import { m1Projection, takeM1 } from '../support/take-m1.ts'

describe('M1 in every other format', function () {
  this.timeout(120_000)
  let chromium = ''
  let course: BuiltCourse

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse()
  })

  after(() => course?.remove())

  for (const edition of ['scorm2004-3', 'scorm2004-4'] as const)
    describe(`as ${edition} in an LMS`, () => {
      let lms: Lms2004

      before(async () => {
        lms = await startLms2004(course.unpack(edition))
        await takeM1(() => sitDown(chromium, lms.url))
      })

      after(() => lms?.stop())

      it('does nothing that SCORM 2004 refuses', () => expect(lms.breaches).to.deep.equal([]))

      it('leaves what SCORM 1.2 leaves', () => expect(projectCmi2004(lms.cmi())).to.deep.equal(m1Projection))

      it('leaves the module as an objective, questions with their law date, and the attempt suspended', () => {
        const { objectives, interactions, exit, learner_name, suspend_data } = lms.cmi()
        expect(Object.values(objectives).map((o) => [o.id, o.completion_status, o.score.raw])).to.deep.equal([
          ['M1', 'completed', '83'],
        ])
        for (const { description, timestamp } of Object.values(interactions)) {
          expect(description).to.match(/ \(revision 1, rättsläge 2026-11\)$/)
          expect(timestamp).to.match(/\.\d\dZ$/)
        }
        expect({ exit, learner_name }).to.deep.equal({ exit: 'suspend', learner_name: 'Öberg, Åsa' })
        expect(suspend_data).to.match(/^\d+\.[\w-]{20,3500}$/)
        expect(lms.sessions).to.have.length(3)
      })
    })

  describe('as a cmi5 package', () => {
    let launcher: Cmi5Launcher

    before(async () => {
      launcher = await startCmi5Launcher(course.unpack('cmi5'))
      await takeM1(async () => sitDown(chromium, await launcher.launch()))
    })

    after(() => launcher?.stop())

    it('leaves what SCORM 1.2 leaves', async () =>
      expect(projectStatements(await launcher.statements(), activities.module('M1'))).to.deep.equal(m1Projection))

    it('keeps cmi5’s rules in every session', () => {
      const launches = launchesIn(launcher.line.exchanges)
      expect(launches).to.have.length(3)
      for (const { launch, exchanges } of launches) expect(cmi5Breaches(launch, exchanges)).to.deep.equal([])
    })
  })

  describe('as an xAPI package', () => {
    let host: PackageHost

    before(async () => {
      host = await startPackageHost(course.unpack('xapi'))
      await takeM1(() => sitDown(chromium, tincanAddress(host, activities.course)))
    })

    after(() => host?.stop())

    it('leaves what SCORM 1.2 leaves', async () =>
      expect(projectStatements(await host.statements(), activities.module('M1'))).to.deep.equal(m1Projection))

    it('tells each visit’s beginning and end, and once that the course is complete', async () => {
      const about = (await host.statements()).filter(({ object }) => object.id === activities.course)
      const told = about.toSorted((a, b) => a.timestamp.localeCompare(b.timestamp)).map(({ verb }) => verb.id)
      expect(told).to.deep.equal([
        verbs.initialized,
        verbs.suspended,
        verbs.resumed,
        verbs.resumed,
        verbs.progressed,
        verbs.completed,
        verbs.terminated,
      ])
    })
  })

  describe('on a web server, without an LMS', () => {
    let host: PackageHost
    let profile: ReturnType<typeof temporaryFolder>
    const address = () => `${host.url}/package/index.html`

    before(async () => {
      host = await startPackageHost(course.unpack('web'))
      profile = temporaryFolder()
      await takeM1(() => sitDown(chromium, address(), { profile: profile.path }))
    })

    after(async () => {
      await host?.stop()
      profile?.remove()
    })

    it('keeps in the browser what SCORM 1.2 leaves, sends nothing, and says so', async () => {
      const { browser, page } = await sitDown(chromium, address(), { profile: profile.path })
      const kept = await page.evaluate(() => localStorage.getItem('foretagslots'))
      await page.goto(`${address()}#innehall`)
      expect(await page.locator('.onward').textContent()).to.include('Sparas i den här webbläsaren')
      await browser.close()
      const state = fromBase64url(JSON.parse(kept ?? '').state) ?? new Uint8Array()
      const data = courseData(parseCourse(ownWorkshop.content).course, { texts: false })
      expect(projectState(state, data)).to.deep.equal(m1Projection)
      expect(host.line.exchanges.filter(({ method }) => method !== 'GET')).to.deep.equal([])
    })

    it('opens where the learner was, pictures and all, when there is no network', async () => {
      const visit = await sitDown(chromium, address(), { profile: profile.path })
      await visit.page.evaluate(async () => {
        await navigator.serviceWorker.ready
      })
      await visit.browser.close()
      host.line.fault = () => 'cut'
      const { browser, page, learner } = await sitDown(chromium, address(), { profile: profile.path })
      expect(await learner.heading()).to.equal('Gör i dag')
      await page.goto(`${address()}#M1-historien`)
      const drawn = page.locator('#slot img')
      await drawn.evaluate((image: HTMLImageElement) => image.decode())
      expect(await drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).to.be.above(0)
      await browser.close()
    })

    afterEach(() => {
      host.line.fault = () => undefined
    })

    it('can be installed', async () => {
      const browser = await openBrowser(chromium)
      const page = await browser.context.newPage()
      await page.goto(address())
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
})
