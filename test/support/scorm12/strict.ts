import { ArrayIndexes } from '../array-indexes.ts'

/** The eight functions of the SCORM 1.2 API adapter (RTE 3.2.2). */
export interface Scorm12Api {
  LMSInitialize(parameter: string): string
  LMSFinish(parameter: string): string
  LMSGetValue(element: string): string
  LMSSetValue(element: string, value: string): string
  LMSCommit(parameter: string): string
  LMSGetLastError(): string
  LMSGetErrorString(code: string): string
  LMSGetDiagnostic(code: string): string
}

type Rule = (value: string, element: string) => boolean

const text =
  (most: number): Rule =>
  (value) =>
    value.length <= most
const oneOf =
  (...words: string[]): Rule =>
  (value) =>
    words.includes(value)
const matches =
  (pattern: RegExp): Rule =>
  (value) =>
    pattern.test(value)

const identifier = matches(/^[A-Za-z0-9_-]{1,255}$/)
const score = (value: string) => /^\d{1,3}(\.\d+)?$/.test(value) && Number(value) <= 100
const timespan = matches(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/)
const time = matches(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/)
const status = oneOf('passed', 'completed', 'failed', 'incomplete', 'browsed')

/** What may be set (RTE 3.4.4), and what a value must look like; narrower where an LMS is known to read it narrowly. */
const writable: [RegExp, Rule][] = [
  [/^cmi\.core\.lesson_location$/, text(255)],
  [/^cmi\.core\.lesson_status$/, status],
  [/^cmi\.core\.exit$/, oneOf('time-out', 'suspend', 'logout', '')],
  [/^cmi\.core\.session_time$/, timespan],
  [/^cmi\.core\.score\.(raw|min|max)$/, score],
  [/^cmi\.suspend_data$/, matches(/^[\x20-\x7e]{0,4096}$/)],
  [/^cmi\.objectives\.\d+\.id$/, identifier],
  [/^cmi\.objectives\.\d+\.status$/, status],
  [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, score],
  [/^cmi\.interactions\.\d+\.id$/, identifier],
  [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, identifier],
  [/^cmi\.interactions\.\d+\.type$/, oneOf('true-false', 'choice', 'fill-in', 'matching', 'sequencing', 'numeric')],
  [/^cmi\.interactions\.\d+\.time$/, time],
  [/^cmi\.interactions\.\d+\.latency$/, timespan],
  [/^cmi\.interactions\.\d+\.weighting$/, matches(/^-?\d+(\.\d+)?$/)],
  [/^cmi\.interactions\.\d+\.result$/, oneOf('correct', 'wrong', 'unanticipated', 'neutral')],
  [/^cmi\.interactions\.\d+\.(student_response|correct_responses\.\d+\.pattern)$/, () => true],
]

const responses: Record<string, RegExp> = {
  'true-false': /^[tf]$/,
  choice: /^[0-9a-z](,[0-9a-z])*$/,
  sequencing: /^[0-9a-z](,[0-9a-z])*$/,
  matching: /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/,
  numeric: /^-?\d+(\.\d+)?$/,
  'fill-in': /^.{0,255}$/,
}

const writeOnly =
  /^cmi\.(core\.(exit|session_time)|interactions\.\d+\.(?!_|objectives\._count|correct_responses\._count))/

/**
 * Wraps a lax runtime so that what SCORM 1.2 refuses is refused: each breach is told to `report` and answered "false".
 * `before(name)` runs ahead of every call and may answer for the LMS (to play one that is broken).
 */
export function strictScorm12(
  api: Scorm12Api,
  options: { report: (breach: string) => void; before: (call: string, args: string[]) => string | undefined },
): Scorm12Api {
  let state: 'new' | 'running' | 'finished' = 'new'
  const indexes = new ArrayIndexes()
  const types = new Map<string, string>()

  const breach = (sentence: string) => {
    options.report(sentence)
    return 'false'
  }

  function checkResponse(element: string, value: string): string | undefined {
    const entry = /^(cmi\.interactions\.\d+)\.(type|student_response|correct_responses\.\d+\.pattern)$/.exec(element)
    if (!entry?.[1]) return undefined
    if (entry[2] === 'type') {
      types.set(entry[1], value)
      return undefined
    }
    const type = types.get(entry[1])
    if (!type) return `${element}: set before the interaction's type`
    return responses[type]?.test(value) ? undefined : `${element}: ${JSON.stringify(value)} is no ${type} response`
  }

  function checkSet(element: string, value: unknown): string | undefined {
    if (typeof value !== 'string') return `${element}: the value is a ${typeof value}, not a string`
    const rule = writable.find(([pattern]) => pattern.test(element))
    if (!rule) return `${element}: is not an element that may be set`
    if (!rule[1](value, element))
      return `${element}: ${JSON.stringify(value.slice(0, 80))} (${value.length}) is refused`
    return indexes.breach(element) ?? checkResponse(element, value)
  }

  /** Counts what an earlier session left, so that new entries go on from there. */
  function readCounts() {
    for (const list of ['cmi.objectives', 'cmi.interactions'])
      indexes.known(list, Number(api.LMSGetValue(`${list}._count`)) || 0)
  }

  const running = (call: string) => (state === 'running' ? undefined : breach(`${call} while the session is ${state}`))
  return {
    LMSInitialize(parameter) {
      const answer = options.before('LMSInitialize', [parameter])
      if (answer !== undefined) return answer
      if (parameter !== '') return breach('LMSInitialize wants the empty string')
      if (state !== 'new') return breach(`LMSInitialize while the session is ${state}`)
      state = 'running'
      const done = api.LMSInitialize('')
      readCounts()
      return done
    },
    LMSFinish(parameter) {
      const answer = options.before('LMSFinish', [parameter])
      if (answer !== undefined) return answer
      const wrong = running('LMSFinish')
      if (wrong) return wrong
      state = 'finished'
      return api.LMSFinish('')
    },
    LMSGetValue(element) {
      const answer = options.before('LMSGetValue', [element])
      if (answer !== undefined) return answer
      const wrong =
        running(`LMSGetValue(${element})`) ?? (writeOnly.test(element) && breach(`${element} is write-only`))
      return wrong ? '' : api.LMSGetValue(element)
    },
    LMSSetValue(element, value) {
      const answer = options.before('LMSSetValue', [element, value])
      if (answer !== undefined) return answer
      const wrong = running(`LMSSetValue(${element})`)
      if (wrong) return wrong
      const sentence = checkSet(element, value)
      return sentence ? breach(sentence) : api.LMSSetValue(element, value)
    },
    LMSCommit(parameter) {
      const answer = options.before('LMSCommit', [parameter])
      if (answer !== undefined) return answer
      return running('LMSCommit') ?? api.LMSCommit('')
    },
    LMSGetLastError: () => options.before('LMSGetLastError', []) ?? api.LMSGetLastError(),
    LMSGetErrorString: (code) => api.LMSGetErrorString(code),
    LMSGetDiagnostic: (code) => api.LMSGetDiagnostic(code),
  }
}
