import { expect } from 'chai'
import { activities, extensions, verbs } from '../../course/vocabulary.ts'
import { needsChromium } from '../support/browser.ts'
import { type CmiLaunch, cmi5Breaches } from '../support/cmi5-rules.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { type HostedCourse, startHostedCourse } from '../support/hosted-course.ts'
import { m1 } from '../support/m1-script.ts'
import { projectCmi, projectStatements } from '../support/projection.ts'
import { type Lms, startLms } from '../support/scorm12/lms.ts'
import { sitDown } from '../support/sitting.ts'

/** M1 in three sittings: the first ends by closing the tab, the second by killing the browser one second after an answer. */
async function takeM1(chromium: string, url: () => Promise<string>) {
  const first = await sitDown(chromium, await url())
  expect(await first.learner.heading()).to.equal('Många dörrar in')
  await first.learner.begin()
  await m1.scenario(first.learner)
  await m1.reading(first.learner)
  await m1.wrongThenRight(first.learner)
  await first.page.close()
  await first.browser.close()

  const second = await sitDown(chromium, await url())
  expect(await second.learner.question(), 'the place after closing the tab').to.equal('Q-M1-2')
  await m1.middle(second.learner)
  await new Promise((resolve) => setTimeout(resolve, 1000))
  await second.browser.kill()

  const third = await sitDown(chromium, await url())
  expect(await third.learner.question(), 'the place after the kill').to.equal('Q-M1-3')
  expect(await third.learner.state()).to.equal('earlier')
  await third.learner.nextQuestion()
  await m1.rest(third.learner)
  expect(await third.learner.heading()).to.equal('Gör i dag')
  await third.learner.saved()
  await third.learner.leave()
  await third.learner.frame.getByRole('heading', { name: /avslutat|lämnat/ }).waitFor()
  await third.browser.close()
}

/** What the script answers, in order; the share of first tries that are right is five of six. */
const expected = {
  verdict: 'completed',
  scaled: 0.83,
  answers: [
    { question: 'S1-1', type: 'choice', response: ['b'], result: 'neutral' },
    { question: 'S1-3', type: 'choice', response: ['b'], result: 'correct' },
    { question: 'Q-M1-1', type: 'choice', response: ['a'], result: 'wrong' },
    { question: 'Q-M1-1', type: 'choice', response: ['c'], result: 'correct' },
    { question: 'Q-M1-2', type: 'true-false', response: ['false'], result: 'correct' },
    { question: 'Q-M1-3', type: 'sequencing', response: ['a', 'b', 'c', 'd'], result: 'correct' },
    { question: 'Q-M1-4', type: 'choice', response: ['a', 'b', 'd'], result: 'correct' },
    { question: 'Q-M1-5', type: 'choice', response: ['b'], result: 'correct' },
    { question: 'Q-M1-6', type: 'true-false', response: ['false'], result: 'correct' },
  ],
}

describe('M1, the whole way', function () {
  this.timeout(120_000)
  let chromium = ''
  let course: BuiltCourse

  before(async function () {
    chromium = needsChromium(this)
    course = await buildCourse()
  })

  after(() => course?.remove())

  describe('as a SCORM 1.2 package in an LMS', () => {
    let lms: Lms

    before(async () => {
      lms = await startLms(course.scorm12)
      await takeM1(chromium, async () => lms.url)
    })

    after(() => lms?.stop())

    it('does nothing that SCORM 1.2 refuses', () => expect(lms.breaches).to.deep.equal([]))

    it('leaves status, score and every answer', () => expect(projectCmi(lms.cmi())).to.deep.equal(expected))

    it('leaves the score with its bounds, the module as an objective and the exit that was true', () => {
      const { core, objectives } = lms.cmi()
      expect(core).to.include({ exit: '', student_name: 'Öberg, Åsa' })
      expect(core.score).to.deep.equal({ raw: '83', min: '0', max: '100' })
      expect(Object.values(objectives).map(({ id, status, score }) => [id, status, score.raw])).to.deep.equal([
        ['M1', 'completed', '83'],
      ])
    })

    it('leaves the time of each session and of each answer', () => {
      const { core, interactions } = lms.cmi()
      expect(core.session_time).to.match(/^00:00:\d\d(\.\d+)?$/)
      expect(lms.sessions).to.have.length(3)
      for (const { time, latency } of Object.values(interactions)) {
        expect(time).to.match(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
        expect(latency).to.match(/^00:00:\d\d(\.\d+)?$/)
      }
    })

    it('keeps its state within what SCORM 1.2 allows', () =>
      expect(lms.cmi().suspend_data).to.match(/^[\w-]{20,3500}$/))
  })

  describe('by a personal link on our own server', () => {
    let hosted: HostedCourse

    before(async () => {
      hosted = await startHostedCourse(course.hosted)
      const link = await hosted.link('Åsa Öberg')
      await takeM1(chromium, async () => link)
    })

    after(() => hosted?.stop())

    it('tells the LRS what it tells an LMS', async () => {
      expect(projectStatements(await hosted.statements(), activities.module('M1'))).to.deep.equal(expected)
    })

    it('keeps cmi5’s rules in every session', () => {
      const launches = hosted.launches()
      expect(launches).to.have.length(3)
      for (const { launch, exchanges } of launches)
        expect(cmi5Breaches(launch as CmiLaunch, exchanges)).to.deep.equal([])
    })

    it('tells revision, try and the law’s date with each answer, and no name anywhere', async () => {
      const statements = await hosted.statements()
      const answers = statements.filter(({ verb }) => verb.id === verbs.answered)
      for (const { context } of answers)
        expect(context?.extensions).to.include({ [extensions.lawDate]: '2026-11', [extensions.revision]: 1 })
      expect(answers.map(({ context }) => context?.extensions?.[extensions.try])).to.include(2)
      expect(JSON.stringify(statements)).to.not.include('Öberg')
    })

    it('shows it to the analyst, and the CSV has it', async () => {
      const analyst = await hosted.signIn()
      const page = await analyst.page('/analys?fraga=Q-M1-1')
      expect(page)
        .to.include('Vad menas med Många dörrar in?')
        .and.to.include('En utpekad person tar alla företagsärenden.')
      const csv = await analyst.page('/analys/csv?handelse=answered')
      expect(
        csv.split('\r\n').filter((line) => line.includes('Q-M1-')),
        csv.slice(0, 400),
      ).to.have.length(7)
      expect(csv).to.match(/^\ufeff/)
      expect(page + csv).to.not.include('Öberg')
    })
  })
})
