import { expect } from 'chai'
import { courseData } from '../../build/course-data.ts'
import { fromBase64url } from '../../course/runtime/bytes.ts'
import { parseCourse } from '../../course/structure/parse.ts'
import { activities } from '../../course/vocabulary.ts'
import { needsChromium } from '../support/browser.ts'
import { startCmi5Launcher } from '../support/cmi5-launcher.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { fixtureCourse, workshopFor } from '../support/fixture-course.ts'
import { startHostedCourse } from '../support/hosted-course.ts'
import { startPackageHost, tincanAddress } from '../support/package-host.ts'
import { type Projection, projectCmi, projectCmi2004, projectState, projectStatements } from '../support/projection.ts'
import { startLms } from '../support/scorm12/lms.ts'
import { startLms2004 } from '../support/scorm2004/lms.ts'
import { sitDown } from '../support/sitting.ts'

/** The fixture's quiz, a question of every type: the pairs and the number are wrong at first. */
const script: [question: string, type: string, response: string[], result: 'correct' | 'wrong'][] = [
  ['Q-M1-1', 'choice', ['a'], 'correct'],
  ['Q-M1-2', 'choice', ['a', 'b'], 'correct'],
  ['Q-M1-3', 'true-false', ['true'], 'correct'],
  ['Q-M1-4', 'sequencing', ['a', 'b', 'c'], 'correct'],
  ['Q-M1-5', 'matching', ['a.1', 'b.3', 'c.2'], 'wrong'],
  ['Q-M1-5', 'matching', ['a.1', 'b.2', 'c.3'], 'correct'],
  ['Q-M1-6', 'numeric', ['1.25'], 'wrong'],
  ['Q-M1-6', 'numeric', ['3'], 'correct'],
]

const expected: Projection['answers'] = script.map(([question, type, response, result]) => ({
  question,
  type,
  response,
  result,
}))

describe('a question of every type', function () {
  this.timeout(60_000)
  let chromium = ''
  let course: BuiltCourse

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse(workshopFor())
  })
  after(() => course?.remove())

  /** Answers as the script says and leaves; what the browser itself keeps of it. */
  async function take(address: string): Promise<string> {
    const { browser, page, learner } = await sitDown(chromium, address)
    await learner.frame.evaluate(() => {
      location.hash = 'M1-quiz/Q-M1-1'
    })
    await learner.frame.locator('[data-question="Q-M1-1"]').waitFor()
    for (const [index, [question, , response]] of script.entries()) {
      const again = script[index - 1]?.[0] === question
      if (again) await learner.tryAgain()
      else if (index > 0) await learner.nextQuestion()
      await learner.answer(...response.map((part) => part.replace(/^(\d+)\.(\d)/, '$1,$2')))
    }
    await learner.saved()
    const kept = await page.evaluate((key) => localStorage.getItem(key) ?? '', 'provkurs')
    await learner.leave()
    await learner.frame.getByRole('heading', { name: /avslutat|lämnat/ }).waitFor()
    await browser.close()
    return kept
  }

  it('reaches a SCORM 1.2 LMS', async () => {
    const lms = await startLms(course.scorm12)
    await take(lms.url)
    expect(projectCmi(lms.cmi()).answers).to.deep.equal(expected)
    expect(lms.breaches).to.deep.equal([])
    await lms.stop()
  })

  for (const edition of ['scorm2004-3', 'scorm2004-4'] as const)
    it(`reaches a ${edition} LMS`, async () => {
      const lms = await startLms2004(course.unpack(edition))
      await take(lms.url)
      expect(projectCmi2004(lms.cmi()).answers).to.deep.equal(expected)
      expect(lms.breaches).to.deep.equal([])
      const { interactions } = lms.cmi()
      expect(interactions[4]?.learner_response).to.equal('a[.]1[,]b[.]3[,]c[.]2')
      expect(interactions[6]?.correct_responses[0]?.pattern).to.equal('2[:]3')
      await lms.stop()
    })

  it('reaches an LRS by cmi5', async () => {
    const launcher = await startCmi5Launcher(course.unpack('cmi5'))
    await take(await launcher.launch())
    expect(projectStatements(await launcher.statements(), activities.module('M1')).answers).to.deep.equal(expected)
    await launcher.stop()
  })

  it('reaches an LRS by an xAPI launch', async () => {
    const host = await startPackageHost(course.unpack('xapi'))
    await take(tincanAddress(host, activities.course))
    expect(projectStatements(await host.statements(), activities.module('M1')).answers).to.deep.equal(expected)
    await host.stop()
  })

  it('stays in the browser, first and latest try, where there is no LMS', async () => {
    const host = await startPackageHost(course.unpack('web'))
    const kept = await take(`${host.url}/package/index.html`)
    const state = fromBase64url(JSON.parse(kept).state) ?? new Uint8Array()
    const data = courseData(parseCourse(fixtureCourse).course, { texts: false })
    expect(projectState(state, data).answers).to.deep.equal(expected)
    await host.stop()
  })

  it('is read by an analyst in words', async () => {
    const hosted = await startHostedCourse(course.hosted)
    await take(await hosted.link('Åsa Öberg'))
    const analyst = await hosted.signIn()
    const page = (await analyst.page('/analys')).replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
    expect(page).to.include('svarade Nyckeln – Låser upp, Handtaget – Ringer och Klockan – Trycks ner när dörren ska')
    expect(page).to.include('svarade 1,25 på frågan Hur många veckor väntar du')
    const chart = (await analyst.page('/analys?fraga=Q-M1-5')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    expect(chart).to.include('Nyckeln – Låser upp')
    await hosted.stop()
  })
})
