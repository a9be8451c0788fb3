import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect } from 'chai'
import { verbs } from '../../course/vocabulary.ts'
import { needsChromium } from '../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { startHostedCourse } from '../support/hosted-course.ts'
import { m1 } from '../support/m1-script.ts'
import { startLms } from '../support/scorm12/lms.ts'
import { type Sitting, sitDown } from '../support/sitting.ts'

const headings = ({ learner }: Sitting) => learner.frame.locator('#notices h2').allTextContents()

describe('a course in trouble', function () {
  this.timeout(120_000)
  let chromium = ''
  let course: BuiltCourse
  const open: (() => Promise<void>)[] = []

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse()
  })

  afterEach(async () => {
    for (const close of open.splice(0)) await close()
  })

  after(() => course?.remove())

  async function sit(url: string) {
    const sitting = await sitDown(chromium, url)
    open.unshift(() => sitting.browser.close())
    return sitting
  }

  for (const place of ['in a portal without an API', 'by double-click from its folder'])
    it(`says once that nothing is recorded, ${place}, and goes on to the end`, async () => {
      const lms = await startLms(course.scorm12, { api: false })
      open.push(lms.stop)
      const folder = pathToFileURL(join(course.scorm12, 'index.html')).href
      const sitting = await sit(place.includes('portal') ? lms.url : folder)
      const { learner } = sitting
      expect(await headings(sitting)).to.deep.equal(['Resultatet sparas inte just nu'])
      await learner.begin()
      await m1.scenario(learner)
      await m1.reading(learner)
      await m1.wrongThenRight(learner)
      await m1.middle(learner)
      await learner.nextQuestion()
      await m1.rest(learner)
      expect(await learner.heading()).to.equal('Gör i dag')
      expect(await headings(sitting)).to.deep.equal(['Resultatet sparas inte just nu'])
      expect(await learner.saveStatus()).to.not.equal('Sparat')
    })

  it('tells once that the LMS does not save, and saves every answer once when it does again', async () => {
    const lms = await startLms(course.scorm12)
    open.push(lms.stop)
    const sitting = await sit(lms.url)
    const { learner, page } = sitting
    await learner.begin()
    await m1.scenario(learner)
    await m1.reading(learner)
    await learner.saved()
    const fail = (failing: boolean) =>
      page.evaluate((value) => {
        window.lms.failing = value
      }, failing)
    await fail(true)
    await learner.answer('c')
    await learner.frame.locator('#saving', { hasText: 'Gick inte att spara' }).waitFor()
    await learner.nextQuestion()
    await m1.middle(learner)
    expect(await headings(sitting)).to.deep.equal(['Det gick inte att spara'])
    expect(await learner.saveStatus()).to.not.equal('Sparat')
    expect(Object.values(lms.cmi().interactions).map(({ id }) => id)).to.deep.equal(['S1-1', 'S1-3'])
    await fail(false)
    await learner.saved()
    expect(await headings(sitting)).to.deep.equal([])
    expect(lms.breaches).to.deep.equal([])
    expect(Object.values(lms.cmi().interactions).map(({ id }) => id)).to.deep.equal([
      'S1-1',
      'S1-3',
      'Q-M1-1',
      'Q-M1-2',
      'Q-M1-3',
    ])
  })

  for (const [fault, name] of [
    ['cut', 'is away'],
    [500, 'answers errors'],
  ] as const)
    it(`tells once that the LRS ${name}, and delivers every answer once when it is back`, async () => {
      const hosted = await startHostedCourse(course.hosted)
      open.push(hosted.stop)
      const sitting = await sit(await hosted.link('Åsa Öberg'))
      const { learner } = sitting
      await learner.begin()
      await m1.scenario(learner)
      await m1.reading(learner)
      await learner.saved()
      hosted.line.fault = ({ url }) => (url.startsWith('/xapi') ? fault : undefined)
      await learner.answer('c')
      await learner.frame.locator('#saving', { hasText: 'Gick inte att spara' }).waitFor()
      await learner.nextQuestion()
      await m1.middle(learner)
      expect(await headings(sitting)).to.deep.equal(['Det gick inte att spara'])
      expect(await learner.saveStatus()).to.not.equal('Sparat')
      hosted.line.fault = () => undefined
      await learner.saved()
      expect(await headings(sitting)).to.deep.equal([])
      const answers = (await hosted.statements()).filter(({ verb }) => verb.id === verbs.answered)
      expect(answers.map(({ object }) => object.id.split('/').at(-1))).to.have.members([
        'S1-1',
        'S1-3',
        'Q-M1-1',
        'Q-M1-2',
        'Q-M1-3',
      ])
    })
})
