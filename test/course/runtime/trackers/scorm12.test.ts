import { expect } from 'chai'
import { Scorm12API } from 'scorm-again'
import type { CourseEvent } from '../../../../course/runtime/events.ts'
import { encode } from '../../../../course/runtime/progress.ts'
import { createTracker } from '../../../../course/runtime/trackers/scorm12.ts'
import { verdict } from '../../../../course/runtime/verdict.ts'
import { answered, at, courseData, moduleTaken, pageSeen } from '../../../support/course-data.ts'
import { type Scorm12Api, strictScorm12 } from '../../../support/scorm12/strict.ts'

const data = courseData()

/** An LMS in memory: what it holds, what it was asked, and what it should answer wrongly. */
function playLms(stored: Record<string, string> = {}) {
  const runtime = new Scorm12API({ autocommit: false, logLevel: 5 })
  runtime.loadFromFlattenedJSON(stored as never)
  const calls: string[] = []
  const breaches: string[] = []
  const lms = {
    calls,
    breaches,
    fail: undefined as ((call: string, element: string | undefined) => string | undefined) | undefined,
    value: (element: string) =>
      element.split('.').reduce<unknown>((part, key) => Reflect.get(Object(part), key), runtime),
    interactions: () =>
      Object.values(JSON.parse(runtime.renderCMIToJSONString()).cmi.interactions) as Record<string, unknown>[],
    sets: (from: number) => calls.slice(from).filter((call) => call.startsWith('LMSSetValue')),
    api: {} as Scorm12Api,
  }
  let code: string | undefined
  lms.api = strictScorm12(runtime as unknown as Scorm12Api, {
    report: (breach) => breaches.push(breach),
    before: (call, args) => {
      if (call === 'LMSGetLastError') return code
      calls.push(`${call}(${args.join(', ')})`)
      code = lms.fail?.(call, args[0])
      return code && 'false'
    },
  })
  return lms
}

let clock = 0
const host = (api: unknown, reloaded = false) => ({ frame: { API: api }, reloaded, now: () => Date.parse(at) + clock })

beforeEach(() => {
  clock = 0
})

async function opened(lms: ReturnType<typeof playLms>) {
  const tracker = createTracker(data, host(lms.api))
  const launch = await tracker.start()
  const log: CourseEvent[] = []
  const record = (...events: CourseEvent[]) => {
    for (const event of events) {
      log.push(event)
      tracker.record(event, verdict(log, data))
      tracker.saveState(encode({ events: log, place: {} }, data, at))
    }
  }
  return { tracker, launch, record }
}

describe('the SCORM 1.2 tracker', () => {
  it('leaves an incomplete attempt that can be resumed as soon as it starts', async () => {
    const lms = playLms()
    const { launch } = await opened(lms)
    expect(launch).to.deep.include({ recorded: true, mode: 'normal', entry: 'ab-initio' })
    expect(lms.calls.slice(-4)).to.deep.equal([
      'LMSSetValue(cmi.core.lesson_status, incomplete)',
      'LMSSetValue(cmi.core.session_time, 0000:00:00.00)',
      'LMSSetValue(cmi.core.exit, suspend)',
      'LMSCommit()',
    ])
    expect(lms.calls.filter((call) => call === 'LMSInitialize()')).to.have.length(1)
  })

  it('reports a module as the standard asks', async () => {
    const lms = playLms()
    const { tracker, record } = await opened(lms)
    clock = 3_723_450
    record(
      ...moduleTaken('M1', ['incorrect']),
      answered('Q-M1-1', { try: 2, response: ['c'], seconds: 3 }),
      answered('S1-1', { try: 2, response: ['b'], result: 'neutral' }),
    )
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(lms.breaches).to.deep.equal([])
    expect(lms.value('cmi.core.lesson_status')).to.equal('completed')
    expect(lms.value('cmi.core.score.raw')).to.equal('75')
    expect(lms.value('cmi.core.score.max')).to.equal('100')
    expect(lms.value('cmi.core.lesson_location')).to.equal('M1-kom-ihag')
    expect(lms.calls).to.include('LMSSetValue(cmi.core.session_time, 0001:02:03.45)')
    expect(lms.value('cmi.objectives.childArray.0.status')).to.equal('completed')
    expect(lms.value('cmi.objectives.childArray.0.score.raw')).to.equal('75')
    const told = lms.interactions().map((i) => [i.id, i.type, i.student_response, i.result])
    expect(lms.calls).to.include('LMSSetValue(cmi.interactions.6.latency, 0000:00:03.00)')
    expect(told).to.deep.equal([
      ['S1-1', 'choice', 'a', 'correct'],
      ['S1-2', 'choice', 'b', 'correct'],
      ['Q-M1-1', 'choice', 'c', 'wrong'],
      ['Q-M1-2', 'true-false', 'f', 'correct'],
      ['Q-M1-3', 'sequencing', 'a,b,c,d', 'correct'],
      ['Q-M1-4', 'choice', 'a,b,d', 'correct'],
      ['Q-M1-1', 'choice', 'c', 'correct'],
      ['S1-1', 'choice', 'b', 'neutral'],
    ])
  })

  it('writes only what changed, and session time with every commit', async () => {
    const lms = playLms()
    const { tracker, record } = await opened(lms)
    record(pageSeen('M1-historien'))
    await tracker.commit()
    clock = 2000
    const before = lms.calls.length
    await tracker.commit()
    expect(lms.sets(before)).to.deep.equal(['LMSSetValue(cmi.core.session_time, 0000:00:02.00)'])
  })

  it('comes back to what it saved and goes on at the next interaction', async () => {
    const first = playLms()
    const before = await opened(first)
    before.record(answered('Q-M1-1'))
    await before.tracker.end('suspend')
    expect(first.calls.slice(-2)).to.deep.equal(['LMSCommit()', 'LMSFinish()'])

    const second = playLms({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.entry': 'resume',
      'cmi.suspend_data': String(first.value('cmi.suspend_data')),
      'cmi.objectives.0.id': 'M1',
      'cmi.interactions.0.id': 'Q-M1-1',
    })
    const { launch, tracker, record } = await opened(second)
    expect(launch.entry).to.equal('resume')
    expect(launch.state?.length).to.be.above(5)
    record(answered('Q-M1-2', { response: ['true'], result: 'incorrect' }))
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(second.breaches).to.deep.equal([])
    expect(second.calls).to.include('LMSSetValue(cmi.interactions.1.id, Q-M1-2)')
    expect(second.sets(0).filter((call) => call.includes('suspend_data'))).to.have.length(1)
  })

  it('reads the pass mark of the LMS', async () => {
    const { launch } = await opened(playLms({ 'cmi.student_data.mastery_score': '85' }))
    expect(launch.masteryScore).to.equal(0.85)
  })

  for (const mode of ['review', 'browse']) {
    it(`stays silent in ${mode}`, async () => {
      const lms = playLms({ 'cmi.core.lesson_mode': mode, 'cmi.core.lesson_status': 'completed' })
      const { tracker, launch, record } = await opened(lms)
      record(answered('Q-M1-1'))
      await tracker.commit()
      await tracker.end('suspend')
      expect(launch).to.include({ recorded: false, mode })
      expect(lms.calls.filter((call) => /Set|Commit/.test(call))).to.deep.equal([])
      expect(lms.calls.at(-1)).to.equal('LMSFinish()')
    })
  }

  it('says that nothing is recorded without an API', async () => {
    const tracker = createTracker(data, host(undefined))
    expect(await tracker.start()).to.deep.equal({ recorded: false, mode: 'normal', entry: 'ab-initio' })
    expect(await tracker.commit()).to.deep.equal({ saved: false })
    await tracker.end('suspend')
  })

  it('tells when the LMS does not take it, and delivers everything once when it does again', async () => {
    const lms = playLms()
    const { tracker, record } = await opened(lms)
    lms.fail = (call) => (call === 'LMSSetValue' || call === 'LMSCommit' ? '101' : undefined)
    record(answered('Q-M1-1'), answered('Q-M1-2', { response: ['false'] }))
    const refused = await tracker.commit()
    expect(refused.saved).to.equal(false)
    expect(refused.error).to.match(/^cmi\.suspend_data: 101/)
    lms.fail = undefined
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(lms.interactions().map(({ id }) => id)).to.deep.equal(['Q-M1-1', 'Q-M1-2'])
    expect(lms.breaches).to.deep.equal([])
  })

  it('goes on in the middle of an interaction that the LMS took half of', async () => {
    const lms = playLms()
    const { tracker, record } = await opened(lms)
    lms.fail = (_, element) => (element?.endsWith('0.result') ? '101' : undefined)
    record(answered('Q-M1-1'), answered('Q-M1-2', { response: ['false'] }))
    expect((await tracker.commit()).saved).to.equal(false)
    lms.fail = undefined
    expect((await tracker.commit()).saved).to.equal(true)
    expect(lms.interactions().map(({ id, result }) => [id, result])).to.deep.equal([
      ['Q-M1-1', 'correct'],
      ['Q-M1-2', 'correct'],
    ])
    expect(lms.breaches).to.deep.equal([])
  })

  it('lets be what an LMS never takes, notes it, and is saved all the same', async () => {
    const lms = playLms()
    const { tracker, record } = await opened(lms)
    lms.fail = (_, element) => (/interactions|objectives/.test(element ?? '') ? '401' : undefined)
    record(answered('Q-M1-1'))
    expect(await tracker.commit()).to.deep.equal({ saved: true })
    expect(tracker.receipt().map(({ error }) => error)).to.include('cmi.interactions.0.id: 401 Not implemented error')
  })

  it('is not saved when the commit fails, whatever was set', async () => {
    const lms = playLms()
    const { tracker, record } = await opened(lms)
    lms.fail = (call) => (call === 'LMSCommit' ? '391' : undefined)
    record(pageSeen('M1-historien'))
    expect((await tracker.commit()).saved).to.equal(false)
  })

  it('survives an API that throws', async () => {
    const thrower = () => {
      throw new Error('away')
    }
    const api = { LMSInitialize: thrower, LMSGetValue: thrower, LMSFinish: thrower }
    const tracker = createTracker(data, host(api))
    expect(await tracker.start()).to.include({ recorded: false })
    expect(tracker.receipt()[0]).to.include({ error: 'LMSInitialize: - away' })
  })

  it('suspends unless everything is done', async () => {
    for (const [reason, exit] of [
      ['suspend', 'suspend'],
      ['done', ''],
    ] as const) {
      const lms = playLms()
      const { tracker, record } = await opened(lms)
      record(...moduleTaken())
      await tracker.end(reason)
      expect(lms.calls.filter((call) => call.includes('core.exit')).at(-1)).to.equal(
        `LMSSetValue(cmi.core.exit, ${exit})`,
      )
      expect(lms.breaches).to.deep.equal([])
    }
  })

  it('finishes once and writes nothing after it', async () => {
    const lms = playLms()
    const { tracker, record } = await opened(lms)
    await tracker.end('suspend')
    record(answered('Q-M1-1'))
    await tracker.commit()
    await tracker.end('done')
    expect(lms.calls.filter((call) => call === 'LMSFinish()')).to.have.length(1)
    expect(lms.breaches).to.deep.equal([])
  })

  it('knows after a reload that its session is over', async () => {
    const lms = playLms()
    const { tracker } = await opened(lms)
    await tracker.end('suspend')
    expect(await createTracker(data, host(lms.api, true)).start()).to.include({ recorded: false, over: true })
    expect(lms.calls.filter((call) => call === 'LMSInitialize()')).to.have.length(1)
  })

  it('reads back what the LMS holds', async () => {
    const { tracker, record } = await opened(playLms())
    record(...moduleTaken())
    await tracker.commit()
    const lines = Object.fromEntries(tracker.receipt().map(({ what, sent, confirmed }) => [what, { sent, confirmed }]))
    expect(lines['cmi.core.lesson_status']).to.deep.equal({ sent: 'completed', confirmed: 'completed' })
    expect(lines['cmi.suspend_data']).to.deep.equal({ sent: '87 tecken', confirmed: 'samma' })
    expect(lines.LMSCommit?.sent).to.equal('2 gånger')
    expect(Object.keys(lines).filter((what) => what.includes('interactions'))).to.deep.equal([])
  })
})
