import { expect } from 'chai'
import { activities, extensions, verbs } from '../../course/vocabulary.ts'
import { needsChromium } from '../support/browser.ts'
import { type BuiltCourse, buildCourse } from '../support/course-package.ts'
import { expectedProjection } from '../support/expected-projection.ts'
import { type Played, stages } from '../support/formats.ts'
import { launchesIn } from '../support/hosted-course.ts'
import type { Projection, SentStatement } from '../support/projection.ts'
import { type Given, manners, takeCourse } from '../support/take-course.ts'

/** Everything in the package in three sittings: the first ends by closing the tab, the second by killing the browser. */
const interrupt = (act: number) => (act === 13 ? 'close' : act === 17 ? 'kill' : undefined)

describe('the whole course, taken without a fault', function () {
  this.timeout(180_000)
  let course: BuiltCourse
  let played: Played
  let given: Given[]
  let expected: Projection

  before(async function () {
    const chromium = needsChromium(this)
    course = await buildCourse()
    played = { course, data: course.data, chromium }
  })

  after(() => course?.remove())

  async function take(stage: Awaited<ReturnType<(typeof stages)[keyof typeof stages]>>) {
    given = await takeCourse({ data: course.data, manner: manners.perfect, sit: stage.sit, interrupt })
    expected = expectedProjection(course.data, given)
  }

  const isTask = ({ question }: Given) => course.data.test?.pages.some(({ questions }) => questions.includes(question))
  const answersToQuestions = () => given.filter(({ question }) => question.type !== 'step')

  /** In the order in which they happened. */
  const verbsAbout = (statements: SentStatement[], activity: string) =>
    statements
      .filter(({ object }) => object.id === activity)
      .toSorted((a, b) => a.timestamp.localeCompare(b.timestamp))
      .map(({ verb }) => verb.id)

  describe('as a SCORM 1.2 package in an LMS', () => {
    let stage: Awaited<ReturnType<typeof stages.scorm12>>

    before(async () => {
      stage = await stages.scorm12(played)
      await take(stage)
    })

    after(() => stage?.stop())

    it('asks every question once, thirty tasks of the test, and at least one step of every scenario', () => {
      const pages = [...course.data.modules, ...(course.data.finalCase ? [course.data.finalCase] : [])].flatMap(
        ({ pages }) => pages,
      )
      const asked = pages.flatMap(({ questions }) => questions.filter(({ type }) => type !== 'step'))
      const tasks = answersToQuestions().filter(isTask)
      expect(new Set(tasks)).to.have.property('size', 30)
      expect(answersToQuestions().map(({ question }) => question.id)).to.deep.equal(
        [...asked, ...tasks.map(({ question }) => question)].map(({ id }) => id),
      )
      for (const { kind, questions, id } of pages)
        if (kind === 'scenario')
          expect(
            given.filter(({ question }) => questions.includes(question)),
            id,
          ).to.not.be.empty
    })

    it('does nothing that SCORM 1.2 refuses', () => expect(stage.breaches()).to.deep.equal([]))

    it('leaves status, score, every module and every answer', async () =>
      expect(await stage.projection()).to.deep.equal(expected))

    it('leaves the score with its bounds and the exit that was true', () => {
      const { core } = stage.lms.cmi()
      expect(core).to.include({ exit: '', student_name: 'Öberg, Åsa' })
      expect(core.score).to.deep.equal({ raw: '100', min: '0', max: '100' })
    })

    it('leaves the time of each session and of each answer', () => {
      const { core, interactions } = stage.lms.cmi()
      expect(core.session_time).to.match(/^00:0\d:\d\d(\.\d+)?$/)
      expect(stage.lms.sessions).to.have.length(3)
      for (const { time, latency } of Object.values(interactions)) {
        expect(time).to.match(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
        expect(latency).to.match(/^00:00:\d\d(\.\d+)?$/)
      }
    })

    it('keeps its state within what SCORM 1.2 allows', () =>
      expect(stage.lms.cmi().suspend_data).to.match(/^[\w-]{20,3500}$/))
  })

  for (const edition of ['scorm2004-3', 'scorm2004-4'] as const)
    describe(`as ${edition} in an LMS`, () => {
      let stage: Awaited<ReturnType<(typeof stages)['scorm2004-3']>>

      before(async () => {
        stage = await stages[edition](played)
        await take(stage)
      })

      after(() => stage?.stop())

      it('does nothing that SCORM 2004 refuses', () => expect(stage.breaches()).to.deep.equal([]))

      it('leaves what SCORM 1.2 leaves', async () => expect(await stage.projection()).to.deep.equal(expected))

      it('leaves questions with their law date, and the attempt suspended', () => {
        const { interactions, exit, learner_name, suspend_data } = stage.lms.cmi()
        for (const [n, { description, timestamp }] of Object.entries(interactions)) {
          const { revision } = given[Number(n)]?.question ?? {}
          expect(
            description.endsWith(`(revision ${revision}, rättsläge ${course.data.lawDate})`),
            description,
          ).to.equal(true)
          expect(timestamp).to.match(/\.\d\dZ$/)
        }
        expect({ exit, learner_name }).to.deep.equal({ exit: 'suspend', learner_name: 'Öberg, Åsa' })
        expect(suspend_data).to.match(/^\d+\.[\w-]{20,3500}$/)
        expect(stage.lms.sessions).to.have.length(3)
      })
    })

  describe('as a cmi5 package', () => {
    let stage: Awaited<ReturnType<typeof stages.cmi5>>

    before(async () => {
      stage = await stages.cmi5(played)
      await take(stage)
    })

    after(() => stage?.stop())

    it('leaves what SCORM 1.2 leaves', async () => expect(await stage.projection()).to.deep.equal(expected))

    it('keeps cmi5’s rules in every session', () => {
      expect(launchesIn(stage.line.exchanges)).to.have.length(3)
      expect(stage.breaches()).to.deep.equal([])
    })
  })

  describe('as an xAPI package', () => {
    let stage: Awaited<ReturnType<typeof stages.xapi>>

    before(async () => {
      stage = await stages.xapi(played)
      await take(stage)
    })

    after(() => stage?.stop())

    it('leaves what SCORM 1.2 leaves', async () => expect(await stage.projection()).to.deep.equal(expected))

    it('tells each visit’s beginning and end, each module, and once that the course is complete', async () => {
      const written = course.data.modules.filter((module) => module.written)
      expect(verbsAbout(await stage.statements(), activities.course)).to.deep.equal([
        verbs.initialized,
        verbs.suspended,
        verbs.resumed,
        verbs.resumed,
        ...[...written, ...(course.data.finalCase ? [course.data.finalCase] : [])].map(() => verbs.progressed),
        verbs.completed,
        verbs.passed,
        verbs.terminated,
      ])
    })
  })

  describe('on a web server, without an LMS', () => {
    let stage: Awaited<ReturnType<typeof stages.web>>

    before(async () => {
      stage = await stages.web(played)
      await take(stage)
    })

    after(() => stage?.stop())

    it('keeps in the browser what SCORM 1.2 leaves, but a handed-in test’s answers, and sends nothing', async () => {
      const answers = expected.answers.filter((_, n) => !given.slice(n, n + 1).some(isTask))
      expect(await stage.projection()).to.deep.equal({ ...expected, answers })
      expect(stage.breaches()).to.deep.equal([])
    })
  })

  describe('by a personal link on our own server', () => {
    let stage: Awaited<ReturnType<typeof stages.hosted>>

    before(async () => {
      stage = await stages.hosted(played)
      await take(stage)
    })

    after(() => stage?.stop())

    it('tells the LRS what it tells an LMS', async () => expect(await stage.projection()).to.deep.equal(expected))

    it('keeps cmi5’s rules in every session', () => {
      expect(stage.hosted.launches()).to.have.length(3)
      expect(stage.breaches()).to.deep.equal([])
    })

    it('tells revision, try and the law’s date with each answer, and no name anywhere', async () => {
      const statements = await stage.statements()
      const answers = statements.filter(({ verb }) => verb.id === verbs.answered)
      const told = answers.map(({ context: { extensions: told = {} } = {} }) => [
        told[extensions.question],
        told[extensions.revision],
        told[extensions.try],
        told[extensions.lawDate],
      ])
      const { lawDate } = course.data
      expect(told).to.have.deep.members(given.map(({ question }) => [question.id, question.revision, 1, lawDate]))
      expect(JSON.stringify(statements)).to.not.include('Öberg')
    })

    it('shows it to the analyst, and the CSV has it', async () => {
      const analyst = await stage.hosted.signIn()
      const page = await analyst.page('/analys?fraga=Q-M1-1')
      expect(page).to.include('Vad menas med Många dörrar in?')
      const csv = await analyst.page('/analys/csv?handelse=answered')
      for (const { question } of answersToQuestions()) expect(csv).to.include(question.id)
      expect(csv).to.match(/^\ufeff/)
      expect(page + csv).to.not.include('Öberg')
    })
  })
})
