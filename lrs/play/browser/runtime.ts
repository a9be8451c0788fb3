import { Scorm12API, Scorm2004API } from 'scorm-again'

/** One call of the package's, and what the LMS answered. */
export interface Call {
  /** `LMSSetValue` */
  name: string
  element: string
  value: string
  answer: string
  /** Undefined where there was none. */
  error?: string
}

/** What an LMS keeps of a learner between two launches: the data model as the runtime renders it. */
export type Stored = Record<string, unknown>

/** One launch in a small LMS. */
export interface Launch {
  /** The data model now, stored or not. */
  now(): Stored
}

interface Kind {
  global: 'API' | 'API_1484_11'
  functions: string[]
  lastError: string
  errorString: string
  /** After these the LMS has stored what it holds. */
  storing: string[]
}

const kinds: Record<'SCORM 1.2' | 'SCORM 2004', Kind> = {
  'SCORM 1.2': {
    global: 'API',
    functions: ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'],
    lastError: 'LMSGetLastError',
    errorString: 'LMSGetErrorString',
    storing: ['LMSCommit', 'LMSFinish'],
  },
  'SCORM 2004': {
    global: 'API_1484_11',
    functions: ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit'],
    lastError: 'GetLastError',
    errorString: 'GetErrorString',
    storing: ['Commit', 'Terminate'],
  },
}

/**
 * Puts the API of one launch where a package looks for it: scorm-again's runtime, with every call told to `called` and what a
 * commit stores told to `stored`. Asking for errors is not told; each call's error is.
 */
export function launch(
  standard: keyof typeof kinds,
  before: Stored | undefined,
  told: { called: (call: Call) => void; stored: (cmi: Stored) => void },
): Launch {
  const kind = kinds[standard]
  const runtime = standard === 'SCORM 1.2' ? runtime12(before) : runtime2004(before)
  const run = (name: string, args: string[]) => String(Reflect.apply(Reflect.get(runtime, name), runtime, args))
  const now = (): Stored => JSON.parse(runtime.renderCMIToJSONString()).cmi
  const wrapped = kind.functions.map((name) => {
    const call = (element = '', value = '') => {
      const answer = run(name, name.endsWith('SetValue') ? [element, value] : [element])
      const code = run(kind.lastError, [])
      const error = code === '0' ? {} : { error: `${code} ${run(kind.errorString, [code])}` }
      told.called({ name, element, value, answer, ...error })
      if (kind.storing.includes(name) && answer === 'true') told.stored({ ...now(), ...totalTime(runtime, now()) })
      return answer
    }
    return [name, call] as const
  })
  const rest = [kind.lastError, kind.errorString, kind.lastError.replace('LastError', 'Diagnostic')]
  const passed = rest.map((name) => [name, (code = '') => run(name, [code])] as const)
  Reflect.set(window, kind.global, Object.fromEntries([...wrapped, ...passed]))
  return { now }
}

type Runtime = InstanceType<typeof Scorm12API> | InstanceType<typeof Scorm2004API>

const settings = { autocommit: false, logLevel: 5 } as const
const learner = { id: 'provspelare', name: 'Spelare, Prov' }

function runtime12(before: Stored | undefined) {
  const runtime = new Scorm12API(settings)
  if (before) {
    const { exit, session_time, ...core } = before.core as Record<string, string>
    runtime.loadFromJSON({ ...before, core: { ...core, entry: exit === 'suspend' ? 'resume' : '' } } as never)
  }
  runtime.cmi.core.student_id = learner.id
  runtime.cmi.core.student_name = learner.name
  return runtime
}

/** An attempt that was not suspended is over: the next launch begins another (as Moodle 4.3 does). */
function runtime2004(before: Stored | undefined) {
  const runtime = new Scorm2004API(settings)
  if (before?.exit === 'suspend') {
    const { exit, session_time, ...cmi } = before
    runtime.loadFromJSON({ ...cmi, entry: 'resume' } as never)
  }
  runtime.cmi.learner_id = learner.id
  runtime.cmi.learner_name = learner.name
  return runtime
}

/** The time of all sessions, where the standard keeps it. */
function totalTime(runtime: Runtime, cmi: Stored): Stored {
  const total_time = runtime.cmi.getCurrentTotalTime()
  return 'core' in cmi ? { core: { ...(cmi.core as object), total_time } } : { total_time }
}
