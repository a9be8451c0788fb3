import { Scorm2004API } from 'scorm-again'
import { type Scorm2004Api, strictScorm2004 } from './strict.ts'

/** An LMS in memory: what it holds, what it was asked, and what it should answer wrongly. */
export interface PlayedLms2004 {
  api: Scorm2004Api
  calls: string[]
  breaches: string[]
  /** The error code to answer a call with instead of doing it. */
  fail: ((call: string, element: string | undefined) => string | undefined) | undefined
  value(element: string): string
  interactions(): Record<string, unknown>[]
  /** The values set from this call on. */
  sets(from?: number): string[]
  /** The same learner's next launch. */
  relaunched(): PlayedLms2004
}

export function playLms2004(stored: Record<string, unknown> = {}): PlayedLms2004 {
  const runtime = new Scorm2004API({ autocommit: false, logLevel: 5 })
  runtime.loadFromJSON(stored as never)
  const held = () => JSON.parse(runtime.renderCMIToJSONString()).cmi
  const lms: PlayedLms2004 = {
    calls: [],
    breaches: [],
    fail: undefined,
    value: (element) =>
      element
        .split('.')
        .slice(1)
        .reduce((part, key) => part?.[key], held()),
    interactions: () => Object.values(held().interactions),
    sets: (from = 0) => lms.calls.slice(from).filter((call) => call.startsWith('SetValue')),
    relaunched() {
      const { exit, session_time, ...cmi } = held()
      return playLms2004(exit === 'suspend' ? { ...cmi, entry: 'resume' } : {})
    },
    api: strictScorm2004(runtime as unknown as Scorm2004Api, {
      report: (breach) => lms.breaches.push(breach),
      before: (call, args) => {
        if (call === 'GetLastError') return code
        lms.calls.push(`${call}(${args.join(', ')})`)
        code = lms.fail?.(call, args[0])
        return code && 'false'
      },
    }),
  }
  let code: string | undefined
  return lms
}
