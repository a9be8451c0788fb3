import { type CourseData, partsOf, type QuestionData } from '../course-data.ts'
import type { CourseEvent } from '../events.ts'
import type { CommitResult, Launch, ReceiptLine, Tracker } from '../tracker.ts'
import type { Verdict } from '../verdict.ts'
import type { Answer, Edition } from './edition.ts'
import type { Elements } from './elements.ts'
import { type Frame, findApi } from './find-api.ts'
import { type Refusal, refusalText, ScormSession } from './session.ts'

const finished = Symbol.for('foretagslots.finished')

/** What the tracker needs of the browser; tests give their own. */
export interface ScormHost {
  frame: Frame
  /** True when this document was loaded by a reload or by going back: the API may have ended its session. */
  reloaded: boolean
  now(): number
}

export function browserHost(): ScormHost {
  const [navigation] = performance.getEntriesByType('navigation')
  const reloaded = navigation instanceof PerformanceNavigationTiming && navigation.type !== 'navigate'
  return { frame: window, reloaded, now: Date.now }
}

/** What SCORM 1.2 and 2004 share: one session, of which only differences are written, again until the LMS has taken them. */
export class ScormTracker implements Tracker {
  private readonly edition: Edition
  private readonly data: CourseData
  private readonly questions: Map<string, QuestionData>
  private readonly host: ScormHost
  private readonly openedAt: number
  private api: object | undefined
  /** Undefined without an LMS, in review and browse, and after the end: then nothing is written. */
  private session: ScormSession | undefined
  /** A session that is only read (review, browse): it is ended, but never written to. */
  private readOnly: ScormSession | undefined
  /** What the LMS has accepted, so that only what changed is written (ILIAS freezes when every answer rewrites all). */
  private readonly written = new Map<string, string>()
  /** Values of optional elements that this LMS does not take; they do not stop "Sparat". */
  private readonly refused = new Map<string, string>()
  private readonly statuses = new Map<string, string>()
  private readonly objectives: string[] = []
  private unsentAnswers: Answer[] = []
  private nextInteraction = 0
  private location = ''
  private state = ''
  private leaving: 'suspend' | 'done' = 'suspend'
  private verdict: Verdict | undefined
  private commits = 0
  private readonly lines: ReceiptLine[] = []

  constructor(edition: Edition, data: CourseData, host: ScormHost) {
    const pages = partsOf(data).flatMap((part) => part.pages)
    this.edition = edition
    this.data = data
    this.questions = new Map(pages.flatMap(({ questions }) => questions.map((question) => [question.id, question])))
    this.host = host
    this.openedAt = host.now()
  }

  async start(): Promise<Launch> {
    const unrecorded: Launch = { recorded: false, mode: 'normal', entry: 'ab-initio' }
    const { apiName, calls, title } = this.edition
    const api = findApi(this.host.frame, apiName, calls.initialize)
    if (!api) {
      this.note({ what: 'API', sent: 'sökt', error: `Ingen utbildningsportal (${title}) hittades.` })
      return unrecorded
    }
    if (this.host.reloaded && finished in api) return { ...unrecorded, over: true }
    const session = new ScormSession(api, this.edition)
    const refusal = session.initialize()
    const statuses = this.readStatuses(session)
    this.note({ what: calls.initialize, sent: '', error: refusal && refusalText(refusal), confirmed: 'true' })
    if (refusal && statuses === 0) return unrecorded
    this.api = api
    return this.open(session)
  }

  /** How many statuses the LMS could tell: an LMS that can tell one has a session, whatever it said to being opened. */
  private readStatuses(session: ScormSession): number {
    for (const element of this.edition.names.statuses) {
      const value = session.get(element)
      if (value !== undefined) this.statuses.set(element, value)
    }
    return this.statuses.size
  }

  private open(session: ScormSession): Launch {
    const { names, masteryShare, readState } = this.edition
    const mode = modeOf(session.get(names.mode))
    const entry = session.get(names.entry) === 'resume' ? 'resume' : 'ab-initio'
    const suspended = session.get('cmi.suspend_data') ?? ''
    const state = suspended ? readState(suspended) : undefined
    const mastery = masteryShare(session.get(names.masteryScore) ?? '')
    const launch: Launch = {
      recorded: mode === 'normal',
      learner: session.get(names.learner),
      name: session.get(names.learnerName),
      mode,
      entry,
      ...(Number.isNaN(mastery) ? {} : { masteryScore: mastery }),
      ...(state ? { state } : {}),
    }
    if (mode === 'normal') this.begin(session, suspended)
    else this.readOnly = session
    return launch
  }

  /** Incomplete and suspend at once, so that a browser that dies leaves an attempt that can be resumed. */
  private begin(session: ScormSession, suspended: string) {
    this.session = session
    this.state = suspended
    if (suspended) this.written.set('cmi.suspend_data', suspended)
    this.nextInteraction = Number(session.get('cmi.interactions._count') ?? 0) || 0
    const objectives = Number(session.get('cmi.objectives._count') ?? 0) || 0
    for (let n = 0; n < objectives; n++) {
      const element = `cmi.objectives.${n}.id`
      const id = session.get(element) ?? ''
      this.objectives.push(id)
      this.written.set(element, id)
    }
    this.writeAll()
  }

  saveState(state: Uint8Array): void {
    this.state = this.edition.stateText(state, this.state)
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
    this.leaving = reason
    if (this.session) this.writeAll()
    const refusal = session.terminate()
    const what = this.edition.calls.terminate
    this.note({ what, sent: '', confirmed: 'true', error: refusal && refusalText(refusal) })
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
      if (refusal && !refusal.lasting) break
    }
    const away = refusals.some(({ lasting }) => !lasting)
    const waiting = away ? undefined : this.writeAnswers(session)
    const [first] = [...refusals, waiting, session.commit()].filter((refusal) => refusal !== undefined)
    this.commits++
    const what = this.edition.calls.commit
    if (first) this.note({ what, sent: `nummer ${this.commits}`, error: refusalText(first) })
    return first
  }

  private elements(): Elements {
    const { edition, verdict } = this
    const { names } = edition
    const statuses = edition.statuses((element) => this.statuses.get(element), verdict)
    for (const [element, value] of statuses) this.statuses.set(element, value)
    const seconds = (this.host.now() - this.openedAt) / 1000
    const known: Elements = [['cmi.suspend_data', this.state], ...statuses, [names.location, this.location]]
    return [
      ...known.filter(([, value]) => value !== ''),
      ...edition.score(names.score, verdict?.scaled),
      [names.sessionTime, edition.duration(seconds)],
      [names.exit, edition.exit(this.leaving)],
      ...(verdict ? this.objectiveElements(verdict) : []),
    ]
  }

  /** An objective whose id this LMS did not take is left alone. */
  private objectiveElements(verdict: Verdict): Elements {
    const started = Object.entries(verdict.modules).filter(([, standing]) => standing.started)
    for (const [id] of started) if (!this.objectives.includes(id)) this.objectives.push(id)
    return started.flatMap(([id, standing]) => {
      const prefix = `cmi.objectives.${this.objectives.indexOf(id)}`
      return this.refused.has(`${prefix}.id`) ? [] : this.edition.objective(prefix, id, standing)
    })
  }

  /** The refusal that keeps "Sparat" away, if any: an optional element that this LMS does not take is noted and let be. */
  private write(session: ScormSession, element: string, value: string): Refusal | undefined {
    if (this.written.get(element) === value || this.refused.get(element) === value) return undefined
    const { longestState, optional } = this.edition
    if (element === 'cmi.suspend_data' && value.length > longestState)
      return { call: element, code: '-', text: `${value.length} tecken, högst ${longestState}`, lasting: true }
    const refusal = session.set(element, value)
    if (!refusal) this.written.set(element, value)
    if (!refusal?.lasting || !optional.test(element)) return refusal
    this.refused.set(element, value)
    this.note({ what: element, sent: value, error: refusalText(refusal) })
    return undefined
  }

  /** Each answer at the next index; one that the LMS cannot take now waits with those after it. */
  private writeAnswers(session: ScormSession): Refusal | undefined {
    for (let answer = this.unsentAnswers[0]; answer; answer = this.unsentAnswers[0]) {
      const waiting = this.writeAnswer(session, answer)
      if (waiting) return waiting
      this.unsentAnswers.shift()
    }
    return undefined
  }

  private writeAnswer(session: ScormSession, answer: Answer): Refusal | undefined {
    const question = this.questions.get(answer.question)
    if (!question) return undefined
    const { data, edition } = this
    const prefix = `cmi.interactions.${this.nextInteraction}`
    for (const [element, value] of edition.interaction(prefix, answer, { question, data })) {
      const waiting = this.write(session, element, value)
      if (waiting) return waiting
      if (element === `${prefix}.id` && this.refused.get(element) === value) return undefined
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
    const { writeOnly, calls } = this.edition
    const readable = [...this.written].filter(([element]) => !writeOnly.test(element))
    return [
      ...this.lines.slice(-mostLines),
      ...(this.commits > 0 ? [{ at, what: calls.commit, sent: `${this.commits} gånger` }] : []),
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

/** An empty or missing mode counts as normal (Open EdX cannot tell it). */
const modeOf = (mode: string | undefined): Launch['mode'] => (mode === 'review' || mode === 'browse' ? mode : 'normal')
