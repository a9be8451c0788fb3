import { Scorm12API } from 'scorm-again'
import type { Tracker } from '../../course/runtime/tracker.ts'
import { createTracker as cmi5 } from '../../course/runtime/trackers/cmi5.ts'
import { createTracker as scorm12 } from '../../course/runtime/trackers/scorm12.ts'
import { createTracker as scorm2004 } from '../../course/runtime/trackers/scorm2004.ts'
import { type Kept, createTracker as web } from '../../course/runtime/trackers/web.ts'
import { createTracker as xapi } from '../../course/runtime/trackers/xapi.ts'
import { at, courseData } from './course-data.ts'
import { startFakeLrs } from './fake-lrs.ts'
import { type Scorm12Api, strictScorm12 } from './scorm12/strict.ts'
import { playLms2004 } from './scorm2004/play.ts'

/** One learner's LMS, LRS or browser, which can be out of reach for a while. */
export interface Outside {
  /** A new visit, in a page of its own. */
  visit(): Tracker
  away: boolean
  /** All that is stored, as text. */
  held(): string
  /** What it was given that its standard refuses. */
  breaches(): string[]
  stop(): Promise<void>
}

export interface TrackerKind {
  start(): Promise<Outside>
  /** A visit where nothing is there to record it. */
  alone(): Tracker
}

export const data = courseData()
const now = () => Date.parse(at)
const still = async () => undefined

/** Every tracker by name, with something to record for it. */
export const trackerKinds: Record<string, TrackerKind> = {
  scorm12: {
    alone: () => scorm12(data, { frame: {}, reloaded: false, now }),
    async start() {
      let runtime = new Scorm12API({ autocommit: false, logLevel: 5 })
      const breaches: string[] = []
      const held = () => JSON.parse(runtime.renderCMIToJSONString())
      const outside: Outside = {
        away: false,
        visit() {
          const { cmi } = held()
          const { exit, session_time, ...core } = cmi.core
          runtime = new Scorm12API({ autocommit: false, logLevel: 5 })
          runtime.loadFromJSON({
            ...cmi,
            core: { ...core, entry: exit === 'suspend' ? 'resume' : core.entry },
          } as never)
          const before = (call: string) => (outside.away ? (call === 'LMSGetLastError' ? '101' : 'false') : undefined)
          const report = (breach: string) => breaches.push(breach)
          const api = strictScorm12(runtime as unknown as Scorm12Api, { report, before })
          return scorm12(data, { frame: { API: api }, reloaded: false, now })
        },
        held: () => JSON.stringify(held()),
        breaches: () => breaches,
        stop: still,
      }
      return outside
    },
  },
  scorm2004: {
    alone: () => scorm2004(data, { frame: {}, reloaded: false, now }),
    async start() {
      let lms = playLms2004()
      let visited = false
      const breaches: string[] = []
      const outside: Outside = {
        away: false,
        visit() {
          breaches.push(...lms.breaches)
          if (visited) lms = lms.relaunched()
          visited = true
          lms.fail = () => (outside.away ? '101' : undefined)
          return scorm2004(data, { frame: { API_1484_11: lms.api }, reloaded: false, now })
        },
        held: () => ['suspend_data', 'exit', 'completion_status'].map((name) => lms.value(`cmi.${name}`)).join(),
        breaches: () => [...breaches, ...lms.breaches],
        stop: still,
      }
      return outside
    },
  },
  cmi5: {
    alone: () => cmi5(data, { search: '', memory: memory(), leaving: () => false, now }),
    start: () =>
      withLrs((lrs) => cmi5(data, { search: lrs.launch().search, memory: memory(), leaving: () => false, now })),
  },
  xapi: {
    alone: () => xapi(data, { search: '', leaving: () => false, now }),
    start: () => withLrs((lrs) => xapi(data, { search: lrs.launchTincan(), leaving: () => false, now })),
  },
  web: {
    alone: () => web(data, { places: [], now }),
    async start() {
      let kept: Kept | undefined
      const outside: Outside = {
        away: false,
        visit: () =>
          web(data, {
            places: [
              {
                read: async () => kept,
                write: async (value) => {
                  if (outside.away) throw new Error('full')
                  kept = value
                },
              },
            ],
            now,
          }),
        held: () => JSON.stringify(kept),
        breaches: () => [],
        stop: still,
      }
      return outside
    },
  },
}

function memory() {
  const stored = new Map<string, string>()
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  }
}

async function withLrs(visit: (lrs: Awaited<ReturnType<typeof startFakeLrs>>) => Tracker): Promise<Outside> {
  const lrs = await startFakeLrs()
  const outside: Outside = {
    away: false,
    visit: () => visit(lrs),
    held: () => JSON.stringify([lrs.statements, [...lrs.documents]]),
    breaches: () => [],
    stop: lrs.stop,
  }
  lrs.fault = () => (outside.away ? 503 : undefined)
  return outside
}
