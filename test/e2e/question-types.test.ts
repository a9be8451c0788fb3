import { expect } from 'chai'
import { needsChromium } from '../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { workshopFor } from '../support/fixture-course.ts'
import { startHostedCourse } from '../support/hosted-course.ts'
import { type Projection, projectCmi2004 } from '../support/projection.ts'
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

  /** Answers as the script says and leaves. */
  async function take(address: string): Promise<void> {
    const { browser, learner } = await sitDown(chromium, address)
    await learner.frame.evaluate(() => {
      location.hash = 'M1-quiz/Q-M1-1'
    })
    await learner.frame.locator('[data-question="Q-M1-1"]').waitFor()
    for (const [index, [question, , response]] of script.entries()) {
      const again = script[index - 1]?.[0] === question
      if (again) await learner.tryAgain()
      else if (index > 0) await learner.nextQuestion()
      await learner.answer(...response)
    }
    await learner.saved()
    await learner.leave()
    await learner.frame.getByRole('heading', { name: /avslutat|lämnat/ }).waitFor()
    await browser.close()
  }

  it('is spelled in SCORM 2004 as its table of responses says', async () => {
    const lms = await startLms2004(course.unpack('scorm2004-4'))
    await take(lms.url)
    expect(projectCmi2004(lms.cmi()).answers).to.deep.equal(expected)
    expect(lms.breaches).to.deep.equal([])
    const { interactions } = lms.cmi()
    expect(interactions[4]?.learner_response).to.equal('a[.]1[,]b[.]3[,]c[.]2')
    expect(interactions[6]?.correct_responses[0]?.pattern).to.equal('2[:]3')
    await lms.stop()
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
