import { expect } from 'chai'
import { extensions, verbs } from '../../course/vocabulary.ts'
import { needsChromium } from '../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { workshopFor } from '../support/fixture-course.ts'
import { temporaryFolder } from '../support/folder.ts'
import { type Stage, stages } from '../support/formats.ts'
import type { Learner } from '../support/learner.ts'
import type { SentStatement } from '../support/projection.ts'

/** Question and try of every answer that is stored. */
const answersIn = (statements: SentStatement[]) =>
  statements
    .filter(({ verb }) => verb.id === verbs.answered)
    .map(({ context }) => `${context?.extensions?.[extensions.question]} ${context?.extensions?.[extensions.try]}`)
    .toSorted()

const headed = (learner: Learner, heading: string) => learner.frame.getByRole('heading', { name: heading }).waitFor()

/** Up to the first question, the scenario's two steps answered. */
async function toTheQuiz(learner: Learner) {
  await learner.begin()
  await learner.choose('a')
  await learner.choose('b')
  await learner.turn()
  await learner.turn()
}

describe('a course that is opened twice', function () {
  this.timeout(60_000)
  let chromium = ''
  let course: BuiltCourse
  let played: Parameters<typeof stages.cmi5>[0]

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse(workshopFor())
    played = { course, data: course.data, chromium }
  })
  after(() => course?.remove())

  for (const [format, open] of Object.entries(stages))
    it(`is left by the older tab, which says so, as ${format}`, async () => {
      const stage: Stage = await open(played)
      const older = await stage.sit()
      await toTheQuiz(older.learner)
      await older.learner.answer('a')
      await older.learner.saved()
      const newer = await stage.sit({ browser: older.browser })
      await headed(older.learner, 'Kursen är öppen i en annan flik')
      expect(await newer.learner.view()).to.deep.include({ page: 'M1-quiz', question: 'Q-M1-1' })
      await newer.learner.nextQuestion()
      await newer.learner.answer('a', 'b')
      await newer.learner.saved()
      await newer.browser.close()
      const { answers } = await stage.projection()
      expect(answers.map(({ question }) => question)).to.deep.equal(['S1-1', 'S1-2', 'Q-M1-1', 'Q-M1-2'])
      expect(stage.breaches()).to.deep.equal([])
      await stage.stop()
    })

  it('asks to be opened again when it was opened on another computer, and still delivers what was answered', async () => {
    const stage = await stages.hosted(played)
    const profile = temporaryFolder()
    const here = await stage.sit({ profile: profile.path })
    await toTheQuiz(here.learner)
    await here.learner.saved()
    const elsewhere = await stage.sit()
    await elsewhere.learner.saved()
    await here.learner.answer('a')
    await headed(here.learner, 'Öppna kursen igen')
    expect(await here.learner.frame.locator('#notices h2').allTextContents()).to.deep.equal([])
    await elsewhere.browser.close()
    await here.browser.close()
    const again = await stage.sit({ profile: profile.path })
    await again.learner.saved()
    expect(await again.learner.view()).to.deep.include({ question: 'Q-M1-1', state: 'earlier' })
    expect(answersIn(await stage.statements())).to.deep.equal(['Q-M1-1 1', 'S1-1 1', 'S1-2 1'])
    await again.browser.close()
    await stage.stop()
    profile.remove()
  })

  for (const format of ['cmi5', 'xapi', 'hosted'] as const)
    it(`loses nothing when the browser is killed without a network, as ${format}`, async () => {
      const stage = await stages[format](played)
      const profile = temporaryFolder()
      const first = await stage.sit({ profile: profile.path })
      await toTheQuiz(first.learner)
      await first.learner.saved()
      stage.line.fault = () => 'cut'
      await first.learner.answer('b')
      await first.learner.tryAgain()
      await first.learner.answer('a')
      await first.learner.nextQuestion()
      await first.learner.frame.locator('#saving[data-state="failed"]').waitFor()
      await first.browser.kill()
      stage.line.fault = () => undefined
      const second = await stage.sit({ profile: profile.path })
      expect(await second.learner.view()).to.deep.include({ question: 'Q-M1-2' })
      await second.learner.answer('a', 'b')
      await second.learner.saved()
      await second.browser.close()
      expect(answersIn(await stage.statements())).to.deep.equal([
        'Q-M1-1 1',
        'Q-M1-1 2',
        'Q-M1-2 1',
        'S1-1 1',
        'S1-2 1',
      ])
      await stage.stop()
      profile.remove()
    })
})
