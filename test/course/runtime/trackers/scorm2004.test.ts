import { expect } from 'chai'
import type { CourseData } from '../../../../course/runtime/course-data.ts'
import type { CourseEvent } from '../../../../course/runtime/events.ts'
import { encode } from '../../../../course/runtime/progress.ts'
import { createTracker } from '../../../../course/runtime/trackers/scorm2004.ts'
import { verdict } from '../../../../course/runtime/verdict.ts'
import { answered, at, courseData, moduleTaken, pageSeen, testData } from '../../../support/course-data.ts'
import { type PlayedLms2004, playLms2004 } from '../../../support/scorm2004/play.ts'

const plain = courseData()
const withTest = courseData({ test: testData() })

describe('the SCORM 2004 tracker', () => {
  let clock = 0
  beforeEach(() => {
    clock = 0
  })

  async function opened(lms: PlayedLms2004, data: CourseData = plain) {
    const host = { frame: { API_1484_11: lms.api }, reloaded: false, now: () => Date.parse(at) + clock }
    const tracker = createTracker(data, host)
    const launch = await tracker.start()
    const log: CourseEvent[] = []
    const record = (...events: CourseEvent[]) => {
      for (const event of events) {
        log.push(event)
        tracker.record(event, verdict(log, data, launch))
        tracker.saveState(encode({ events: log, place: {} }, data, at))
      }
    }
    return { tracker, launch, record }
  }

  it('suspends and commits right after Initialize, so that a browser that dies loses no attempt', async () => {
    const lms = playLms2004()
    const { launch } = await opened(lms)
    expect(launch).to.deep.include({ recorded: true, mode: 'normal', entry: 'ab-initio' })
    const begun = lms.calls.filter((call) => !call.startsWith('GetValue'))
    expect(begun).to.deep.equal([
      'Initialize()',
      'SetValue(cmi.completion_status, incomplete)',
      'SetValue(cmi.success_status, unknown)',
      'SetValue(cmi.session_time, PT0S)',
      'SetValue(cmi.exit, suspend)',
      'Commit()',
    ])
    expect(lms.breaches).to.deep.equal([])
  })

  it('reports a module as the standard asks', async () => {
    const lms = playLms2004()
    const { tracker, record } = await opened(lms)
    clock = 3_723_450
    record(
      ...moduleTaken('M1', ['incorrect']),
      answered('Q-M1-1', { try: 2, response: ['c'], seconds: 3 }),
      answered('S1-1', { try: 2, response: ['b'], result: 'neutral' }),
    )
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(lms.breaches).to.deep.equal([])
    const told = ['completion_status', 'success_status', 'location', 'session_time', 'exit']
    expect(told.map((element) => lms.value(`cmi.${element}`))).to.deep.equal([
      'completed',
      'unknown',
      'M1-kom-ihag',
      'PT1H2M3.45S',
      'suspend',
    ])
    expect(lms.value('cmi.score')).to.deep.equal({ scaled: '0.75', raw: '75', min: '0', max: '100' })
    expect(lms.value('cmi.objectives.0')).to.deep.include({ id: 'M1', completion_status: 'completed' })
    expect(lms.value('cmi.objectives.0.score.scaled')).to.equal('0.75')
    expect(lms.interactions().map((i) => [i.id, i.type, i.learner_response, i.result])).to.deep.equal([
      ['S1-1', 'choice', 'a', 'correct'],
      ['S1-2', 'choice', 'b', 'correct'],
      ['Q-M1-1', 'choice', 'c', 'incorrect'],
      ['Q-M1-2', 'true-false', 'false', 'correct'],
      ['Q-M1-3', 'sequencing', 'a[,]b[,]c[,]d', 'correct'],
      ['Q-M1-4', 'choice', 'a[,]b[,]d', 'correct'],
      ['Q-M1-1', 'choice', 'c', 'correct'],
      ['S1-1', 'choice', 'b', 'neutral'],
    ])
    expect(lms.interactions()[6]).to.deep.include({
      timestamp: '2026-11-24T08:00:00.00Z',
      latency: 'PT3S',
      description: 'Vad menas med Q-M1-1? (revision 1, rättsläge 2026-11)',
    })
  })

  it('writes only what changed, and session time with every commit', async () => {
    const lms = playLms2004()
    const { tracker, record } = await opened(lms)
    record(pageSeen('M1-historien'))
    await tracker.commit()
    clock = 2000
    const before = lms.calls.length
    await tracker.commit()
    expect(lms.sets(before)).to.deep.equal(['SetValue(cmi.session_time, PT2S)'])
  })

  it('never sets a state that it has set before, whichever way the learner turns', async () => {
    const lms = playLms2004()
    const { tracker } = await opened(lms)
    for (const state of [1, 2, 1, 1, 2]) {
      tracker.saveState(Uint8Array.of(state))
      await tracker.commit()
    }
    const states = lms.sets().filter((call) => call.includes('suspend_data'))
    expect(states).to.have.length(4)
    expect(new Set(states)).to.have.length(4)
  })

  it('comes back, goes on at the next interaction and gives no objective its id twice', async () => {
    const first = playLms2004()
    const before = await opened(first)
    before.record(answered('Q-M1-1'))
    await before.tracker.end('suspend')
    expect(first.calls.slice(-2)).to.deep.equal(['Commit()', 'Terminate()'])

    const second = first.relaunched()
    const { launch, tracker, record } = await opened(second)
    expect(launch.entry).to.equal('resume')
    expect(launch.state?.length).to.be.above(5)
    record(answered('Q-M1-2', { response: ['true'], result: 'incorrect' }))
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(second.breaches).to.deep.equal([])
    expect(second.calls).to.include('SetValue(cmi.interactions.1.id, Q-M1-2)')
    expect(second.sets().filter((call) => call.includes('objectives.0.id, M1)'))).to.deep.equal([])
  })

  it('keeps the attempt also when everything is done: an ended one would be thrown away with its completion', async () => {
    const first = playLms2004()
    const { tracker, record } = await opened(first)
    record(...moduleTaken())
    await tracker.end('done')
    const second = first.relaunched()
    await opened(second)
    expect(second.value('cmi.completion_status')).to.equal('completed')
    expect(second.breaches).to.deep.equal([])
  })

  it('reads the pass mark of the LMS', async () => {
    expect((await opened(playLms2004({ scaled_passing_score: '0.85' }))).launch.masteryScore).to.equal(0.85)
  })

  describe('judges', () => {
    const attempt = (right: number): CourseEvent => ({ kind: 'test-submitted', at, test: 'T', right, of: 30 })
    const cells: [string, CourseEvent[], string, string][] = [
      ['parts left', moduleTaken().slice(0, 3), 'incomplete', 'unknown'],
      ['all done, a try left', [...moduleTaken(), attempt(20)], 'completed', 'unknown'],
      ['all done, no try left', [...moduleTaken(), attempt(20), attempt(21)], 'completed', 'failed'],
      ['passed', [...moduleTaken(), attempt(20), attempt(24)], 'completed', 'passed'],
    ]
    for (const [where, events, completion, success] of cells)
      it(where, async () => {
        const lms = playLms2004()
        const { tracker, record } = await opened(lms, withTest)
        record(...events)
        await tracker.commit()
        expect([lms.value('cmi.completion_status'), lms.value('cmi.success_status')]).to.deep.equal([
          completion,
          success,
        ])
        expect(lms.breaches).to.deep.equal([])
      })
  })

  for (const mode of ['review', 'browse']) {
    it(`stays silent in ${mode}`, async () => {
      const lms = playLms2004({ mode, completion_status: 'completed' })
      const { tracker, launch, record } = await opened(lms)
      record(answered('Q-M1-1'))
      await tracker.commit()
      await tracker.end('suspend')
      expect(launch).to.include({ recorded: false, mode })
      expect(lms.calls.filter((call) => /Set|Commit/.test(call))).to.deep.equal([])
      expect(lms.calls.at(-1)).to.equal('Terminate()')
    })
  }

  it('tells when the LMS does not take it, and delivers everything once when it does again', async () => {
    const lms = playLms2004()
    const { tracker, record } = await opened(lms)
    lms.fail = (call) => (call === 'SetValue' || call === 'Commit' ? '101' : undefined)
    record(answered('Q-M1-1'), answered('Q-M1-2', { response: ['false'] }))
    expect((await tracker.commit()).error).to.match(/^cmi\.suspend_data: 101/)
    lms.fail = undefined
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(lms.interactions().map(({ id }) => id)).to.deep.equal(['Q-M1-1', 'Q-M1-2'])
    expect(lms.breaches).to.deep.equal([])
  })

  it('keeps an answer of which an LMS refuses one part', async () => {
    const lms = playLms2004()
    const { tracker, record } = await opened(lms)
    lms.fail = (_, element) => (/interactions.*(objectives|description)/.test(element ?? '') ? '401' : undefined)
    record(answered('Q-M1-1'), answered('Q-M1-2', { response: ['false'] }))
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(lms.interactions().map(({ id, result }) => [id, result])).to.deep.equal([
      ['Q-M1-1', 'correct'],
      ['Q-M1-2', 'correct'],
    ])
  })
})
