import { fromBase64url, toBase64url } from '../bytes.ts'
import type { CourseData, QuestionData } from '../course-data.ts'
import type { Answered, CourseEvent } from '../events.ts'
import { type Frame, findApi } from '../scorm12/api.ts'
import {
  type Elements,
  interactionElements,
  nextStatus,
  objectiveElements,
  scoreElements,
  timespan,
} from '../scorm12/elements.ts'
import { isLasting, type Refusal, refusalText, Scorm12Session } from '../scorm12/session.ts'
import type { CommitResult, Launch, ReceiptLine, Tracker } from '../tracker.ts'
import type { Verdict } from '../verdict.ts'

const longestState = 4096
const finished = Symbol.for('foretagslots.finished')

/** What the tracker needs of the browser; tests give their own. */
export interface Scorm12Host {
  frame: Frame
  /** True when this document was loaded by a reload or by going back: the API may have ended its session. */
  reloaded: boolean
  now(): number
}

function browserHost(): Scorm12Host {
  const [navigation] = performance.getEntriesByType('navigation')
  const reloaded = navigation instanceof PerformanceNavigationTiming && navigation.type !== 'navigate'
  return { frame: window, reloaded, now: Date.now }
}

export const createTracker = (data: CourseData, host: Scorm12Host = browserHost()): Tracker =>
  new Scorm12Tracker(data, host)

type Answer = Answered & { at: string }

class Scorm12Tracker implements Tracker {
  private readonly questions: Map<string, QuestionData>
  private readonly host: Scorm12Host
  private readonly openedAt: number
  private api: object | undefined
  /** Undefined without an LMS, in review and browse, and after LMSFinish: then nothing is written. */
  private session: Scorm12Session | undefined
  /** A session that is only read (review, browse): it is finished, but never written to. */
  private readOnly: Scorm12Session | undefined
  /** What the LMS has accepted, so that only what changed is written (ILIAS freezes when every answer rewrites all). */
  private readonly written = new Map<string, string>()
  /** Values of optional elements that this LMS does not take; they do not stop "Sparat". */
  private readonly refused = new Map<string, string>()
  private readonly objectives: string[] = []
  private unsentAnswers: Answer[] = []
  private nextInteraction = 0
  private status: string | undefined
  private location = ''
  private state = ''
  /** Suspend until the learner leaves with everything done. */
  private exit: 'suspend' | '' = 'suspend'
  private verdict: Verdict | undefined
  private commits = 0
  private readonly lines: ReceiptLine[] = []

  constructor(data: CourseData, host: Scorm12Host) {
    const pages = data.modules.flatMap((module) => module.pages)
    this.questions = new Map(pages.flatMap(({ questions }) => questions.map((question) => [question.id, question])))
    this.host = host
    this.openedAt = host.now()
  }

  async start(): Promise<Launch> {
    const unrecorded: Launch = { recorded: false, mode: 'normal', entry: 'ab-initio' }
    const api = findApi(this.host.frame)
    if (!api) {
      this.note({ what: 'API', sent: 'sökt', error: 'Ingen utbildningsportal (SCORM 1.2) hittades.' })
      return unrecorded
    }
    if (this.host.reloaded && finished in api) return { ...unrecorded, over: true }
    const session = new Scorm12Session(api)
    const refusal = session.initialize()
    const status = session.get('cmi.core.lesson_status')
    this.note({ what: 'LMSInitialize', sent: '', error: refusal && refusalText(refusal), confirmed: 'true' })
    if (refusal && status === undefined) return unrecorded
    this.api = api
    return this.open(session, status)
  }

  private open(session: Scorm12Session, status: string | undefined): Launch {
    const mode = modeOf(session.get('cmi.core.lesson_mode'))
    const entry = session.get('cmi.core.entry') === 'resume' ? 'resume' : 'ab-initio'
    const suspended = session.get('cmi.suspend_data')
    const state = suspended ? fromBase64url(suspended) : undefined
    const mastery = Number.parseFloat(session.get('cmi.student_data.mastery_score') ?? '')
    const launch: Launch = {
      recorded: mode === 'normal',
      learner: session.get('cmi.core.student_id'),
      mode,
      entry,
      ...(Number.isNaN(mastery) ? {} : { masteryScore: mastery / 100 }),
      ...(state ? { state } : {}),
    }
    if (mode === 'normal') this.begin(session, { status, suspended })
    else this.readOnly = session
    return launch
  }

  /** Incomplete and suspend at once, so that a browser that dies leaves an attempt that can be resumed. */
  private begin(session: Scorm12Session, { status, suspended }: { status?: string; suspended?: string }) {
    this.session = session
    this.status = status
    this.state = suspended ?? ''
    if (suspended) this.written.set('cmi.suspend_data', suspended)
    this.nextInteraction = Number(session.get('cmi.interactions._count') ?? 0) || 0
    const objectives = Number(session.get('cmi.objectives._count') ?? 0) || 0
    for (let n = 0; n < objectives; n++) this.objectives.push(session.get(`cmi.objectives.${n}.id`) ?? '')
    if (status === 'not attempted' || status === '' || status === undefined) this.status = 'incomplete'
    this.writeAll()
  }

  saveState(state: Uint8Array): void {
    this.state = toBase64url(state)
  }

  record(event: CourseEvent, verdict: Verdict): void {
    if (!this.session) return
    this.verdict = verdict
    if (event.kind === 'answered') this.unsentAnswers.push(event)
    if (event.kind === 'page-seen') this.location = event.page
  }

  async commit(): Promise<CommitResult> {
    if (!this.session) return { saved: false }
    const refusal = this.writeAll()
    return refusal ? { saved: false, error: refusalText(refusal) } : { saved: true }
  }

  /** Synchronous to the end: on pagehide there is no later. */
  async end(reason: 'suspend' | 'done'): Promise<void> {
    const session = this.session ?? this.readOnly
    if (!session) return
    if (reason === 'done') this.exit = ''
    if (this.session) this.writeAll()
    const refusal = session.finish()
    this.note({ what: 'LMSFinish', sent: '', confirmed: 'true', error: refusal && refusalText(refusal) })
    this.session = undefined
    this.readOnly = undefined
    if (this.api) Reflect.set(this.api, finished, true)
  }

  /**
   * Writes what changed and commits. Every commit leaves a whole record: session time and exit are in it. An LMS that is away
   * stops the writing at once, so that no index is skipped; what was refused for good does not.
   */
  private writeAll(): Refusal | undefined {
    const session = this.session
    if (!session) return undefined
    const refusals: Refusal[] = []
    for (const [element, value] of this.elements()) {
      const refusal = this.write(session, element, value)
      if (refusal) refusals.push(refusal)
      if (refusal && !isLasting(refusal)) break
    }
    const away = refusals.some((refusal) => !isLasting(refusal))
    const waiting = away ? undefined : this.writeAnswers(session)
    const [first] = [...refusals, waiting, session.commit()].filter((refusal) => refusal !== undefined)
    this.commits++
    if (first) this.note({ what: 'LMSCommit', sent: `nummer ${this.commits}`, error: refusalText(first) })
    return first
  }

  private elements(): Elements {
    const verdict = this.verdict
    if (verdict) this.status = nextStatus(this.status, verdict)
    const seconds = (this.host.now() - this.openedAt) / 1000
    const known: [string, string | undefined][] = [
      ['cmi.suspend_data', this.state],
      ['cmi.core.lesson_status', this.status],
      ['cmi.core.lesson_location', this.location],
    ]
    return [
      ...known.filter((pair): pair is [string, string] => Boolean(pair[1])),
      ...scoreElements('cmi.core', verdict?.scaled),
      ['cmi.core.session_time', timespan(seconds)],
      ['cmi.core.exit', this.exit],
      ...(verdict ? this.objectiveElements(verdict) : []),
    ]
  }

  private objectiveElements(verdict: Verdict): Elements {
    const started = Object.entries(verdict.modules).filter(([, standing]) => standing.started)
    for (const [id] of started) if (!this.objectives.includes(id)) this.objectives.push(id)
    return started.flatMap(([id, standing]) =>
      objectiveElements(`cmi.objectives.${this.objectives.indexOf(id)}`, id, standing),
    )
  }

  /** The refusal that keeps "Sparat" away, if any: an optional element that this LMS does not take is noted and let be. */
  private write(session: Scorm12Session, element: string, value: string): Refusal | undefined {
    if (this.written.get(element) === value || this.refused.get(element) === value) return undefined
    if (element === 'cmi.suspend_data' && value.length > longestState)
      return { call: element, code: '405', text: `${value.length} tecken, högst ${longestState}` }
    const refusal = session.set(element, value)
    if (!refusal) this.written.set(element, value)
    if (!refusal || !isLasting(refusal) || !optional.test(element)) return refusal
    this.refused.set(element, value)
    this.note({ what: element, sent: value, error: refusalText(refusal) })
    return undefined
  }

  /** Each answer at the next index; one that the LMS cannot take now waits with those after it. */
  private writeAnswers(session: Scorm12Session): Refusal | undefined {
    for (let answer = this.unsentAnswers[0]; answer; answer = this.unsentAnswers[0]) {
      const waiting = this.writeAnswer(session, answer)
      if (waiting) return waiting
      this.unsentAnswers.shift()
    }
    return undefined
  }

  private writeAnswer(session: Scorm12Session, answer: Answer): Refusal | undefined {
    const question = this.questions.get(answer.question)
    if (!question) return undefined
    const prefix = `cmi.interactions.${this.nextInteraction}`
    for (const [element, value] of interactionElements(prefix, answer, question)) {
      const waiting = this.write(session, element, value)
      if (waiting) return waiting
      if (element.endsWith('.id') && this.refused.get(element) === value) return undefined
    }
    this.nextInteraction++
    return undefined
  }

  private note({ error, ...line }: Omit<ReceiptLine, 'at'>) {
    this.lines.push({ at: this.time(), ...line, ...(error ? { error } : {}) })
  }

  private time = () => new Date(this.host.now()).toISOString()

  /** The log, how often was committed, and every readable element as it was sent and as the LMS holds it now. */
  receipt(): ReceiptLine[] {
    const at = this.time()
    const session = this.session ?? this.readOnly
    const readable = [...this.written].filter(([element]) => !writeOnly.test(element))
    return [
      ...this.lines.slice(-mostLines),
      ...(this.commits > 0 ? [{ at, what: 'LMSCommit', sent: `${this.commits} gånger` }] : []),
      ...readable.map(([what, sent]) => ({ at, what, ...readBack(sent, session?.get(what)) })),
    ]
  }
}

/** A long value is told by its length, and by whether it came back the same. */
function readBack(sent: string, held: string | undefined): { sent: string; confirmed: string } {
  if (held === undefined) return { sent: brief(sent), confirmed: 'gick inte att läsa' }
  return { sent: brief(sent), confirmed: sent.length > longestLine && held === sent ? 'samma' : brief(held) }
}

const longestLine = 60
const brief = (value: string) => (value.length > longestLine ? `${value.length} tecken` : value)

const mostLines = 40
/** What SCORM 1.2 lets an LMS leave out (RTE 3.4.4). */
const optional = /^cmi\.(interactions|objectives)\./
const writeOnly = /^cmi\.(interactions\.|core\.(session_time|exit))/

/** An empty or missing mode counts as normal (Open EdX cannot tell it). */
const modeOf = (mode: string | undefined): Launch['mode'] => (mode === 'review' || mode === 'browse' ? mode : 'normal')
