import { expect } from 'chai'
import { activities, extensions, verbs } from '../../course/vocabulary.ts'
import { needsChromium } from '../support/browser.ts'
import { type CmiLaunch, cmi5Breaches } from '../support/cmi5-rules.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { type HostedCourse, startHostedCourse } from '../support/hosted-course.ts'
import { projectCmi, projectStatements } from '../support/projection.ts'
import { type Lms, startLms } from '../support/scorm12/lms.ts'
import { sitDown } from '../support/sitting.ts'
import { m1Projection, takeM1 } from '../support/take-m1.ts'

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
      await takeM1(() => sitDown(chromium, lms.url))
    })

    after(() => lms?.stop())

    it('does nothing that SCORM 1.2 refuses', () => expect(lms.breaches).to.deep.equal([]))

    it('leaves status, score and every answer', () => expect(projectCmi(lms.cmi())).to.deep.equal(m1Projection))

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
      await takeM1(() => sitDown(chromium, link))
    })

    after(() => hosted?.stop())

    it('tells the LRS what it tells an LMS', async () => {
      expect(projectStatements(await hosted.statements(), activities.module('M1'))).to.deep.equal(m1Projection)
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
