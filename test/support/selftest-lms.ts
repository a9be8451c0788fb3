import type { Edition } from '../../course/runtime/scorm/edition.ts'

/** How an LMS may fail the course. */
export interface Faults {
  /** Longer values are cut here, and "true" is answered. */
  cutsAt?: number
  /** Letters outside ASCII become question marks. */
  dropsSwedish?: boolean
  /** Answers to questions are not implemented. */
  refusesInteractions?: boolean
  /** What was suspended is gone at the next launch. */
  losesSuspend?: boolean
  /** Everything is answered "true" and nothing is kept. */
  yesMan?: boolean
  /** No session is opened. */
  closed?: boolean
}

/** A small LMS of either standard, good but for its faults. Each `launch()` gives the API of another visit of the same learner. */
export function lmsWith({ calls, names, writeOnly, apiName }: Edition, faults: Faults = {}) {
  let stored = new Map<string, string>()
  const unreadable = apiName === 'API' ? writeOnly : /^cmi\.(session_time|exit)/

  function kept(value: string): string {
    const cut = value.slice(0, faults.cutsAt)
    return faults.dropsSwedish ? cut.replace(/[^\x20-\x7e]/g, '?') : cut
  }

  function launch(): object {
    const values = new Map(stored)
    if (values.get(names.exit) === 'suspend') values.set(names.entry, faults.losesSuspend ? '' : 'resume')
    if (faults.losesSuspend) values.delete('cmi.suspend_data')
    let error = '0'
    const answer = (code: string) => {
      error = code
      return String(code === '0')
    }
    return {
      [calls.initialize]: () => answer(faults.closed ? '101' : '0'),
      [calls.set]: (element: string, value: string) => {
        if (faults.refusesInteractions && element.startsWith('cmi.interactions.')) return answer('401')
        if (!faults.yesMan) values.set(element, kept(value))
        return answer('0')
      },
      [calls.get]: (element: string) => {
        const readable = faults.yesMan || !unreadable.test(element)
        error = readable ? '0' : '404'
        return readable ? (values.get(element) ?? '') : ''
      },
      [calls.commit]: () => {
        stored = new Map(values)
        return answer('0')
      },
      [calls.terminate]: () => answer('0'),
      [calls.lastError]: () => error,
      [calls.errorString]: () => '',
    }
  }
  return { launch }
}
