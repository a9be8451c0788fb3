import { ArrayIndexes } from '../array-indexes.ts'

/** The eight functions of the SCORM 2004 API instance (RTE 3.1). */
export interface Scorm2004Api {
  Initialize(parameter: string): string
  Terminate(parameter: string): string
  GetValue(element: string): string
  SetValue(element: string, value: string): string
  Commit(parameter: string): string
  GetLastError(): string
  GetErrorString(code: string): string
  GetDiagnostic(code: string): string
}

type Rule = (value: string) => boolean

const oneOf =
  (...words: string[]): Rule =>
  (value) =>
    words.includes(value)
const matches =
  (pattern: RegExp): Rule =>
  (value) =>
    pattern.test(value)

const identifier = matches(/^[A-Za-z0-9_-]{1,250}$/)
const real = /^-?\d+(\.\d{1,7})?$/
const scaled = (value: string) => real.test(value) && Math.abs(Number(value)) <= 1
const timeinterval = matches(/^PT(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/)
/** Moodle 4.3 refuses three decimals, and none. */
const time = matches(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{1,2}(Z|[+-]\d\d:\d\d)$/)
const completion = oneOf('completed', 'incomplete', 'not attempted', 'unknown')
const success = oneOf('passed', 'failed', 'unknown')
const description = matches(/^[^\r\n]{0,250}$/)
const kinds = ['true-false', 'choice', 'fill-in', 'long-fill-in', 'likert', 'matching', 'performance', 'sequencing']

/** What may be set (RTE 4.2), and what a value must look like; narrower where an LMS is known to read it narrowly. */
const writable: [RegExp, Rule][] = [
  [/^cmi\.location$/, matches(/^[^\r\n]{0,1000}$/)],
  [/^cmi\.completion_status$/, completion],
  [/^cmi\.success_status$/, success],
  [/^cmi\.exit$/, oneOf('time-out', 'suspend', 'logout', 'normal', '')],
  [/^cmi\.session_time$/, timeinterval],
  [/^cmi\.suspend_data$/, matches(/^[\x20-\x7e]{0,64000}$/)],
  [/^cmi\.(objectives\.\d+\.)?score\.scaled$/, scaled],
  [/^cmi\.(objectives\.\d+\.)?score\.(raw|min|max)$/, matches(real)],
  [/^cmi\.(objectives\.\d+\.)?progress_measure$/, (value) => scaled(value) && Number(value) >= 0],
  [/^cmi\.objectives\.\d+\.id$/, identifier],
  [/^cmi\.objectives\.\d+\.completion_status$/, completion],
  [/^cmi\.objectives\.\d+\.success_status$/, success],
  [/^cmi\.objectives\.\d+\.description$/, description],
  [/^cmi\.interactions\.\d+\.id$/, identifier],
  [/^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, identifier],
  [/^cmi\.interactions\.\d+\.type$/, oneOf(...kinds, 'numeric', 'other')],
  [/^cmi\.interactions\.\d+\.timestamp$/, time],
  [/^cmi\.interactions\.\d+\.latency$/, timeinterval],
  [/^cmi\.interactions\.\d+\.weighting$/, matches(real)],
  [/^cmi\.interactions\.\d+\.result$/, oneOf('correct', 'incorrect', 'unanticipated', 'neutral')],
  [/^cmi\.interactions\.\d+\.description$/, description],
  [/^cmi\.interactions\.\d+\.(learner_response|correct_responses\.\d+\.pattern)$/, () => true],
]

const id = '[A-Za-z0-9_.]{1,250}'
const responses: Record<string, RegExp> = {
  'true-false': /^(true|false)$/,
  choice: new RegExp(`^${id}(\\[,\\]${id})*$`),
  sequencing: new RegExp(`^${id}(\\[,\\]${id})*$`),
  matching: new RegExp(`^${id}\\[\\.\\]${id}(\\[,\\]${id}\\[\\.\\]${id})*$`),
  numeric: real,
  'fill-in': /^[^\r\n]{0,250}$/,
}
const patterns: Record<string, RegExp> = { ...responses, numeric: /^-?[\d.]+\[:\]-?[\d.]+$/ }

const writeOnly = /^cmi\.(exit|session_time)$/

/**
 * Wraps a lax runtime so that what SCORM 2004 refuses is refused: each breach is told to `report` and answered "false".
 * `before(name)` runs ahead of every call and may answer for the LMS (to play one that is broken).
 */
export function strictScorm2004(
  api: Scorm2004Api,
  options: { report: (breach: string) => void; before: (call: string, args: string[]) => string | undefined },
): Scorm2004Api {
  let state: 'new' | 'running' | 'finished' = 'new'
  const indexes = new ArrayIndexes()
  const types = new Map<string, string>()
  /** Objective ids by element; one is never changed and never given twice (RTE 4.2.17). */
  const objectives = new Map<string, string>()

  const breach = (sentence: string) => {
    options.report(sentence)
    return 'false'
  }

  function checkObjective(element: string, value: string): string | undefined {
    if (!/^cmi\.objectives\.\d+\.id$/.test(element)) return undefined
    const held = objectives.get(element)
    if (held !== undefined && held !== value) return `${element}: is ${held} and cannot become ${value}`
    const taken = [...objectives].some(([other, known]) => other !== element && known === value)
    if (taken) return `${element}: ${value} is another objective's id`
    objectives.set(element, value)
    return undefined
  }

  function checkResponse(element: string, value: string): string | undefined {
    const [, entry, part] = /^(cmi\.interactions\.\d+)\.(type|learner_response|correct_responses)/.exec(element) ?? []
    if (!entry) return undefined
    if (part === 'type') {
      types.set(entry, value)
      return undefined
    }
    const type = types.get(entry)
    if (!type) return `${element}: set before the interaction's type`
    const rule = (part === 'learner_response' ? responses : patterns)[type]
    return rule?.test(value) ? undefined : `${element}: ${JSON.stringify(value)} is no ${type} response`
  }

  function checkSet(element: string, value: unknown): string | undefined {
    if (typeof value !== 'string') return `${element}: the value is a ${typeof value}, not a string`
    const rule = writable.find(([pattern]) => pattern.test(element))
    if (!rule) return `${element}: is not an element that may be set`
    if (!rule[1](value)) return `${element}: ${JSON.stringify(value.slice(0, 80))} (${value.length}) is refused`
    return indexes.breach(element) ?? checkObjective(element, value) ?? checkResponse(element, value)
  }

  /** Reads what an earlier session left, so that new entries go on from there. */
  function readLists() {
    for (const list of ['cmi.objectives', 'cmi.interactions'])
      indexes.known(list, Number(api.GetValue(`${list}._count`)) || 0)
    const count = Number(api.GetValue('cmi.objectives._count')) || 0
    for (let n = 0; n < count; n++) objectives.set(`cmi.objectives.${n}.id`, api.GetValue(`cmi.objectives.${n}.id`))
  }

  const running = (call: string) => (state === 'running' ? undefined : breach(`${call} while the session is ${state}`))
  return {
    Initialize(parameter) {
      const answer = options.before('Initialize', [parameter])
      if (answer !== undefined) return answer
      if (parameter !== '') return breach('Initialize wants the empty string')
      if (state !== 'new') return breach(`Initialize while the session is ${state}`)
      state = 'running'
      const done = api.Initialize('')
      readLists()
      return done
    },
    Terminate(parameter) {
      const answer = options.before('Terminate', [parameter])
      if (answer !== undefined) return answer
      const wrong = running('Terminate')
      if (wrong) return wrong
      state = 'finished'
      return api.Terminate('')
    },
    GetValue(element) {
      const answer = options.before('GetValue', [element])
      if (answer !== undefined) return answer
      const wrong = running(`GetValue(${element})`) ?? (writeOnly.test(element) && breach(`${element} is write-only`))
      return wrong ? '' : api.GetValue(element)
    },
    SetValue(element, value) {
      const answer = options.before('SetValue', [element, value])
      if (answer !== undefined) return answer
      const wrong = running(`SetValue(${element})`)
      if (wrong) return wrong
      const sentence = checkSet(element, value)
      return sentence ? breach(sentence) : api.SetValue(element, value)
    },
    Commit(parameter) {
      const answer = options.before('Commit', [parameter])
      if (answer !== undefined) return answer
      return running('Commit') ?? api.Commit('')
    },
    GetLastError: () => options.before('GetLastError', []) ?? api.GetLastError(),
    GetErrorString: (code) => api.GetErrorString(code),
    GetDiagnostic: (code) => api.GetDiagnostic(code),
  }
}
