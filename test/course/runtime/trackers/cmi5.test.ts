import { expect } from 'chai'
import type { CourseData } from '../../../../course/runtime/course-data.ts'
import type { CourseEvent } from '../../../../course/runtime/events.ts'
import { decode, encode } from '../../../../course/runtime/progress.ts'
import { createTracker } from '../../../../course/runtime/trackers/cmi5.ts'
import { verdict } from '../../../../course/runtime/verdict.ts'
import { activities, cmi5, extensions } from '../../../../course/vocabulary.ts'
import { cmi5Breaches } from '../../../support/cmi5-rules.ts'
import { answered, at, courseData, moduleTaken, pageSeen, testData } from '../../../support/course-data.ts'
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

/** A tab of the browser: its session storage outlives a reload, not the tab. */
function tab() {
  const stored = new Map<string, string>()
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  }
}

const verbOf = ({ verb }: StoredStatement) => verb.id.split('/').at(-1)
const told = (lrs: FakeLrs) => lrs.statements.map((each) => `${verbOf(each)} ${each.object.id.split('/').at(-1)}`)

/** Without those about one attempt at the test. */
const ofCourse = <T extends { object: unknown }>(statements: T[]) =>
  statements.filter(({ object }) => !JSON.stringify(object).includes(activities.exam('T')))

describe('the cmi5 tracker', () => {
  let lrs: FakeLrs
  beforeEach(async () => {
    lrs = await startFakeLrs()
  })
  afterEach(() => lrs.stop())

  let clock = 0
  async function opened(
    search: string,
    { memory = tab(), data = plain }: { memory?: ReturnType<typeof tab>; data?: CourseData } = {},
  ) {
    clock = 0
    const host = { search, memory, leaving: () => false, now: () => Date.parse(at) + clock }
    const tracker = createTracker(data, host)
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

  it('opens as cmi5 asks: token, launch data, preferences, Initialized alone', async () => {
    const { search, rules } = lrs.launch({ masteryScore: 0.75, returnURL: 'https://lms.example/back' })
    const { launch } = await opened(search)
    expect(launch).to.deep.equal({
      recorded: true,
      learner: 'k7f2',
      mode: 'normal',
      entry: 'ab-initio',
      masteryScore: 0.75,
      returnUrl: 'https://lms.example/back',
    })
    expect(told(lrs)).to.deep.equal(['initialized course'])
    expect(cmi5Breaches(rules, lrs.exchanges)).to.deep.equal([])
  })

  it('sends a module, its answers and the verdict, and keeps all rules', async () => {
    const { search, rules } = lrs.launch()
    const { tracker, record } = await opened(search)
    record(...moduleTaken('M1', ['incorrect']), { kind: 'module-done', at, module: 'M1', credit: 'pages' })
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
      'completed course',
      'terminated course',
    ])
    expect(lrs.statements.at(-1)?.result).to.deep.equal({ duration: 'PT61S' })
    expect(cmi5Breaches(rules, lrs.exchanges)).to.deep.equal([])
  })

  it('comes back to what it saved, and says completed once per registration', async () => {
    const first = await opened(lrs.launch().search)
    first.record(...moduleTaken())
    await first.tracker.commit()
    await first.tracker.end('suspend')
    const { search, rules } = lrs.launch()
    const second = await opened(search)
    expect(second.launch.entry).to.equal('resume')
    second.record(answered('Q-M1-1', { try: 2 }))
    expect(await second.tracker.commit()).to.deep.equal({ saved: true })
    await second.tracker.end('suspend')
    expect(told(lrs).filter((each) => each === 'completed course')).to.have.length(1)
    expect(cmi5Breaches(rules, lrs.exchanges)).to.deep.equal([])
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
        const { search, rules } = lrs.launch({ masteryScore: 0.8 })
        const { tracker, record } = await opened(search, { data: withTest })
        record(...events)
        await tracker.commit()
        expect(told(lrs)).not.to.include('failed course')
        await tracker.end('suspend')
        const course = told(lrs).filter((each) => each.endsWith(' course'))
        expect(course).to.deep.equal(['initialized', ...verbs, 'terminated'].map((verb) => `${verb} course`))
        expect(cmi5Breaches(rules, lrs.exchanges)).to.deep.equal([])
      })

    it('passed after failed, in the next session, and never failed after passed', async () => {
      const first = await opened(lrs.launch().search, { data: withTest })
      first.record(...moduleTaken(), attempt(20), attempt(21))
      await first.tracker.end('suspend')
      const second = await opened(lrs.launch().search, { data: withTest })
      second.record(attempt(27, '2026-11-26T08:00:00.000Z'))
      await second.tracker.commit()
      await second.tracker.end('suspend')
      const third = await opened(lrs.launch().search, { data: withTest })
      third.record(attempt(2, '2026-11-28T08:00:00.000Z'), attempt(2, '2026-11-28T09:00:00.000Z'))
      await third.tracker.end('suspend')
      const judged = ofCourse(lrs.statements).filter((each) => ['passed', 'failed'].includes(verbOf(each) ?? ''))
      expect(judged.map((each) => [verbOf(each), each.result?.score])).to.deep.equal([
        ['failed', { scaled: 0.7, raw: 70, min: 0, max: 100 }],
        ['passed', { scaled: 0.9, raw: 90, min: 0, max: 100 }],
      ])
    })
  })

  for (const launchMode of ['Browse', 'Review']) {
    it(`says only that it came and went in ${launchMode}`, async () => {
      const { search, rules } = lrs.launch({ launchMode })
      const { tracker, launch, record } = await opened(search)
      record(...moduleTaken())
      expect(await tracker.commit()).to.deep.equal({ saved: false })
      await tracker.end('done')
      expect(launch).to.include({ recorded: false, mode: launchMode.toLowerCase() })
      expect(told(lrs)).to.deep.equal(['initialized course', 'terminated course'])
      expect(lrs.documents.has('foretagslots')).to.equal(false)
      expect(cmi5Breaches(rules, lrs.exchanges)).to.deep.equal([])
    })
  }

  it('is not saved while the LRS is away, and delivers every answer once when it is back', async () => {
    const { search, rules } = lrs.launch()
    const { tracker, record } = await opened(search)
    lrs.fault = () => 503
    record(answered('Q-M1-1'))
    expect((await tracker.commit()).saved).to.equal(false)
    record(answered('Q-M1-2', { response: ['false'] }))
    expect((await tracker.commit()).saved).to.equal(false)
    lrs.fault = () => undefined
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(told(lrs)).to.deep.equal(['initialized course', 'answered Q-M1-1', 'answered Q-M1-2'])
    expect(
      cmi5Breaches(
        rules,
        lrs.exchanges.filter(({ status }) => status < 500),
      ),
    ).to.deep.equal([])
  })

  it('sends an answer again with the same id when only the LRS’s yes was lost', async () => {
    const { tracker, record } = await opened(lrs.launch().search)
    let cut = true
    lrs.fault = ({ url }) => (cut && url.includes('/statements') ? 'cut' : undefined)
    record(answered('Q-M1-1'))
    expect((await tracker.commit()).saved).to.equal(false)
    cut = false
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(told(lrs)).to.deep.equal(['initialized course', 'answered Q-M1-1'])
  })

  it('sends in the next session what a dead one never got acknowledged, with its own time', async () => {
    const first = await opened(lrs.launch().search)
    lrs.fault = ({ url }) => (url.includes('/statements') ? 503 : undefined)
    first.record(answered('Q-M1-1'))
    await first.tracker.commit()
    lrs.fault = () => undefined
    const { search, rules } = lrs.launch()
    const second = await opened(search)
    expect(told(lrs)).to.deep.equal(['initialized course', 'initialized course', 'answered Q-M1-1'])
    const answer = lrs.statements.at(-1)
    expect(answer?.context.extensions).to.include({ [extensions.originalTime]: at, [cmi5.sessionId]: 's2' })
    expect(await second.tracker.commit()).to.deep.equal({ saved: true })
    expect(JSON.parse(lrs.documents.get('foretagslots') ?? '').unsent).to.deep.equal([])
    expect(cmi5Breaches(rules, lrs.exchanges)).to.deep.equal([])
  })

  it('ends once, all of it sent before the page is gone, and nothing after', async () => {
    const { search, rules } = lrs.launch()
    const { tracker, record } = await opened(search)
    record(answered('Q-M1-1'))
    const ending = tracker.end('suspend')
    record(answered('Q-M1-2'))
    await tracker.commit()
    await ending
    await tracker.end('done')
    expect(told(lrs)).to.deep.equal(['initialized course', 'answered Q-M1-1', 'terminated course'])
    expect(cmi5Breaches(rules, lrs.exchanges)).to.deep.equal([])
  })

  it('goes on after a reload without Terminated, and asks to be opened again after one', async () => {
    const memory = tab()
    const { search, rules } = lrs.launch()
    const first = await opened(search, { memory })
    first.record(pageSeen('M1-historien'))
    await first.tracker.commit()
    const second = await opened(search, { memory })
    expect(second.launch).to.include({ recorded: true, entry: 'resume' })
    await second.tracker.end('suspend')
    expect(told(lrs)).to.deep.equal(['initialized course', 'terminated course'])
    expect(cmi5Breaches(rules, lrs.exchanges)).to.deep.equal([])
    const third = await opened(search, { memory })
    expect(third.launch).to.include({ recorded: false, over: true })
  })

  it('asks to be opened again when the token was given before', async () => {
    const { search } = lrs.launch()
    await opened(search)
    expect((await opened(search)).launch).to.include({ recorded: false, over: true })
  })

  it('records nothing without a launch, or when the launch data cannot be read', async () => {
    expect((await opened('')).launch).to.deep.equal({ recorded: false, mode: 'normal', entry: 'ab-initio' })
    expect((await opened('?endpoint=x&fetch=y&actor={&registration=z&activityId=q')).launch.recorded).to.equal(false)
    lrs.fault = ({ url }) => (url.includes('LaunchData') ? 500 : undefined)
    const { launch, tracker } = await opened(lrs.launch().search)
    expect(launch).to.include({ recorded: false })
    expect(tracker.receipt().at(-1)?.error).to.match(/^500/)
  })

  it('never says saved again once the LRS has refused an answer for good', async () => {
    const { tracker, record } = await opened(lrs.launch().search)
    lrs.fault = ({ body }) => (body.includes('question/Q-M1-2') && body.startsWith('[') ? 400 : undefined)
    record(answered('Q-M1-1'), answered('Q-M1-2', { response: ['false'] }), pageSeen('M1-historien'))
    expect((await tracker.commit()).error).to.match(/^svarade Q-M1-2: 400/)
    record(answered('Q-M1-3', { response: ['a', 'b', 'c', 'd'] }))
    expect((await tracker.commit()).saved).to.equal(false)
    expect(told(lrs)).to.deep.equal(['initialized course', 'answered Q-M1-1', 'answered Q-M1-3'])
    expect(tracker.receipt().filter(({ error }) => error)).to.have.length(1)
  })

  it('works where the browser forbids session storage', async () => {
    const forbid = () => {
      throw new Error('denied')
    }
    const { launch } = await opened(lrs.launch().search, { memory: { getItem: forbid, setItem: forbid } })
    expect(launch.recorded).to.equal(true)
  })
})
