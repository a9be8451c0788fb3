import { expect } from 'chai'
import type { CourseData } from '../../../../course/runtime/course-data.ts'
import type { CourseEvent } from '../../../../course/runtime/events.ts'
import { decode, encode } from '../../../../course/runtime/progress.ts'
import { createTracker } from '../../../../course/runtime/trackers/xapi.ts'
import { verdict } from '../../../../course/runtime/verdict.ts'
import { activities, activityTypes } from '../../../../course/vocabulary.ts'
import { answered, at, courseData, moduleData, moduleTaken, testData } from '../../../support/course-data.ts'
import { type FakeLrs, type StoredStatement, startFakeLrs } from '../../../support/fake-lrs.ts'

const plain = courseData()
const withTest = courseData({ test: testData() })
const attempt = (right: number, time = at): CourseEvent => ({
  kind: 'test-submitted',
  at: time,
  test: 'T',
  right,
  of: 30,
})
const moduleDone: CourseEvent = { kind: 'module-done', at, module: 'M1', credit: 'pages' }

const verbOf = ({ verb }: StoredStatement) => verb.id.split('/').at(-1)
const told = (lrs: FakeLrs) => lrs.statements.map((each) => `${verbOf(each)} ${each.object.id.split('/').at(-1)}`)

/** Without those about one attempt at the test. */
const ofCourse = <T extends { object: unknown }>(statements: T[]) =>
  statements.filter(({ object }) => !JSON.stringify(object).includes(activities.exam('T')))

describe('the xAPI tracker', () => {
  let lrs: FakeLrs
  beforeEach(async () => {
    lrs = await startFakeLrs()
  })
  afterEach(() => lrs.stop())

  let clock = 0
  async function opened(search = lrs.launchTincan(), data: CourseData = plain) {
    clock = 0
    const tracker = createTracker(data, { search, leaving: () => false, now: () => Date.parse(at) + clock })
    const launch = await tracker.start()
    const log: CourseEvent[] = [...((launch.state && decode(launch.state, data))?.events ?? [])]
    const record = (...events: CourseEvent[]) => {
      for (const event of events) {
        log.push(event)
        tracker.record(event, verdict(log, data, launch))
        tracker.saveState(encode({ events: log, place: {} }, data, at))
      }
    }
    return { tracker, launch, record }
  }

  it('begins with initialized, with the launch’s actor, registration and activity', async () => {
    const { launch } = await opened()
    expect(launch).to.include({ recorded: true, mode: 'normal', entry: 'ab-initio' })
    expect(told(lrs)).to.deep.equal(['initialized course'])
    expect(lrs.statements[0]).to.deep.include({
      actor: { account: { homePage: 'https://lots.example', name: 'k7f2' } },
      object: {
        objectType: 'Activity',
        id: 'https://lots.example/activities/demo/course',
        definition: { type: activityTypes.course, name: { sv: 'Många dörrar in' } },
      },
    })
    expect(lrs.statements[0]?.context.registration).to.match(/^8b3a2f5e/)
    expect(lrs.exchanges.every(({ headers }) => headers.authorization === 'Basic a2V5OnNlY3JldA==')).to.equal(true)
  })

  it('tells a module, how far the course has come, and that it is complete', async () => {
    const { tracker, record } = await opened()
    record(...moduleTaken('M1', ['incorrect']), moduleDone)
    clock = 61_000
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    await tracker.end('done')
    expect(told(lrs)).to.deep.equal([
      'initialized course',
      'initialized M1',
      'answered S1-1',
      'answered S1-2',
      'answered Q-M1-1',
      'answered Q-M1-2',
      'answered Q-M1-3',
      'answered Q-M1-4',
      'completed M1',
      'progressed course',
      'completed course',
      'terminated course',
    ])
    const results = lrs.statements.slice(-3).map(({ result }) => result)
    const score = { scaled: 0.75, raw: 75, min: 0, max: 100 }
    expect(results).to.deep.equal([
      { score: { scaled: 1, raw: 100, min: 0, max: 100 } },
      { completion: true, duration: 'PT61S' },
      { completion: true, score, duration: 'PT61S' },
    ])
  })

  it('says how many of the written modules are done', async () => {
    const three = courseData({ modules: ['M1', 'M2', 'M3'].map((id) => moduleData(id)) })
    const { tracker, record } = await opened(lrs.launchTincan(), three)
    record(...moduleTaken(), moduleDone)
    await tracker.end('suspend')
    expect(lrs.statements.find((each) => verbOf(each) === 'progressed')?.result?.score).to.include({ scaled: 0.33 })
    expect(told(lrs).slice(-2)).to.deep.equal(['progressed course', 'suspended course'])
    expect(lrs.statements.at(-1)?.result).to.deep.include({ completion: false })
  })

  it('suspends, resumes, and never says completed again', async () => {
    const first = await opened()
    first.record(...moduleTaken())
    await first.tracker.commit()
    await first.tracker.end('suspend')
    const second = await opened()
    expect(second.launch.entry).to.equal('resume')
    second.record(answered('Q-M1-1', { try: 2 }))
    await second.tracker.commit()
    await second.tracker.end('done')
    const course = told(lrs).filter((each) => each.endsWith(' course'))
    expect(course.map((each) => each.split(' ')[0])).to.deep.equal([
      'initialized',
      'completed',
      'suspended',
      'resumed',
      'terminated',
    ])
  })

  describe('judges', () => {
    const cells: [string, CourseEvent[], string[]][] = [
      ['parts left', moduleTaken().slice(0, 3), []],
      ['all done, a try left', [...moduleTaken(), attempt(20)], ['completed']],
      ['all done, no try left', [...moduleTaken(), attempt(20), attempt(21)], ['completed', 'failed']],
      ['passed', [...moduleTaken(), attempt(20), attempt(24)], ['completed', 'passed']],
    ]
    for (const [where, events, verbs] of cells)
      it(where, async () => {
        const { tracker, record } = await opened(lrs.launchTincan(), withTest)
        record(...events)
        await tracker.commit()
        await tracker.commit()
        const course = told(lrs).filter((each) => each.endsWith(' course'))
        expect(course).to.deep.equal(['initialized', ...verbs].map((verb) => `${verb} course`))
      })

    it('passed after failed, each once, and never failed after passed', async () => {
      const days = ['2026-11-24', '2026-11-26', '2026-11-28'].map((day) => `${day}T08:00:00.000Z`)
      const rights = [
        [20, 21],
        [27, 27],
        [2, 2],
      ]
      for (const [n, day] of days.entries()) {
        const { tracker, record } = await opened(lrs.launchTincan(), withTest)
        record(...(n === 0 ? moduleTaken() : []), ...(rights[n] ?? []).map((right) => attempt(right, day)))
        await tracker.end('suspend')
      }
      const judged = ofCourse(lrs.statements).filter((each) => ['passed', 'failed'].includes(verbOf(each) ?? ''))
      expect(judged.map((each) => [verbOf(each), each.result?.success])).to.deep.equal([
        ['failed', false],
        ['passed', true],
      ])
    })
  })

  it('delivers every answer once when the LRS was away, with the id it had', async () => {
    const { tracker, record } = await opened()
    let cut = true
    lrs.fault = ({ url }) => (cut && url.includes('/statements') ? 'cut' : undefined)
    record(answered('Q-M1-1'))
    expect((await tracker.commit()).saved).to.equal(false)
    cut = false
    record(answered('Q-M1-2', { response: ['false'] }))
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(told(lrs)).to.deep.equal(['initialized course', 'answered Q-M1-1', 'answered Q-M1-2'])
  })

  it('sends in the next session what a dead one never got acknowledged, as it was', async () => {
    const first = await opened()
    lrs.fault = ({ url }) => (url.includes('/statements') ? 503 : undefined)
    first.record(...moduleTaken(), moduleDone)
    await first.tracker.commit()
    lrs.fault = () => undefined
    const second = await opened()
    expect(await second.tracker.commit()).to.deep.equal({ saved: true })
    expect(told(lrs).slice(0, 3)).to.deep.equal(['initialized course', 'resumed course', 'initialized M1'])
    expect(told(lrs)).to.include.members(['answered Q-M1-4', 'completed M1', 'completed course'])
    const module = lrs.statements.find((each) => verbOf(each) === 'completed' && each.object.id.endsWith('M1'))
    expect(module?.timestamp).to.equal(at)
    expect(module?.result?.score).to.include({ scaled: 1 })
    expect(JSON.parse(lrs.documents.get('foretagslots') ?? '').unsent).to.deep.equal([])
  })

  it('reads an actor of the old form, and goes without a registration', async () => {
    const old = { name: ['Åsa'], account: [{ accountServiceHomePage: 'https://lms.example', accountName: '17' }] }
    const { tracker } = await opened(lrs.launchTincan({ actor: JSON.stringify(old), registration: '' }))
    await tracker.end('suspend')
    expect(lrs.statements.map((each) => Reflect.get(each, 'actor'))).to.deep.equal([
      { name: 'Åsa', account: { homePage: 'https://lms.example', name: '17' } },
      { name: 'Åsa', account: { homePage: 'https://lms.example', name: '17' } },
    ])
    expect(JSON.stringify(lrs.exchanges)).not.to.include('registration')
  })

  it('records nothing without a launch, or with half of one', async () => {
    for (const search of ['', lrs.launchTincan({ auth: '' }), lrs.launchTincan({ actor: '{' })])
      expect((await opened(search)).launch).to.deep.equal({ recorded: false, mode: 'normal', entry: 'ab-initio' })
    expect(lrs.exchanges).to.deep.equal([])
  })
})
