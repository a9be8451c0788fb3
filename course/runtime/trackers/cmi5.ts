import { fromBase64url, toBase64url } from '../bytes.ts'
import { type LaunchData, type LaunchParameters, parseLaunch } from '../cmi5/launch.ts'
import { fetchToken, SessionLrs, TokenUsed, troubleOf } from '../cmi5/lrs.ts'
import { type MemoryStore, SessionMemory, type SessionVerb } from '../cmi5/session-memory.ts'
import { allowedStatement, belatedStatement, definedStatement, type SessionStatement } from '../cmi5/statements.ts'
import type { CourseData } from '../course-data.ts'
import type { CourseEvent } from '../events.ts'
import { Outbox, type Parcel, type Trouble } from '../outbox.ts'
import type { CommitResult, Launch, ReceiptLine, Tracker } from '../tracker.ts'
import type { Verdict } from '../verdict.ts'

const stateId = 'foretagslots'
const mostLines = 60
/** All keepalive requests of a page together may carry 64 KiB. */
const mostWhenLeaving = 40_000

/** What the tracker needs of the browser; tests give their own. */
export interface Cmi5Host {
  search: string
  memory: MemoryStore
  /** The page may be on its way out: requests must outlive it. */
  leaving(): boolean
  now(): number
}

/** The course's own state document, one per registration. */
interface SavedState {
  /** base64url of `saveState`. */
  state?: string
  /** What was not acknowledged when this was saved; the next session sends it (cmi5 9.3.6). */
  unsent: CourseEvent[]
  completed?: boolean
  passed?: boolean
}

const browserHost = (): Cmi5Host => ({
  search: location.search,
  memory: sessionMemory(),
  leaving: () => document.visibilityState === 'hidden',
  now: Date.now,
})

/** Touching `sessionStorage` throws in a frame whose storage the browser blocks. */
function sessionMemory(): MemoryStore {
  try {
    return sessionStorage
  } catch {
    return { getItem: () => null, setItem: () => undefined }
  }
}

export const createTracker = (data: CourseData, host: Cmi5Host = browserHost()): Tracker => new Cmi5Tracker(data, host)

interface Session {
  launch: LaunchParameters
  data: LaunchData
  memory: SessionMemory
  lrs: SessionLrs
}

class Cmi5Tracker implements Tracker {
  private readonly data: CourseData
  private readonly host: Cmi5Host
  private readonly openedAt: number
  private readonly lines: ReceiptLine[] = []
  private readonly outbox: Outbox
  /** Undefined without a launch. */
  private session: Session | undefined
  /** After Terminated nothing is sent, no state either. */
  private ended = false
  private saved: SavedState = { unsent: [] }
  private savedText = ''
  private verdict: Verdict | undefined
  /** What the LRS refused for good: it is lost, and "Sparat" would not be true. */
  private lost: string | undefined

  constructor(data: CourseData, host: Cmi5Host) {
    this.data = data
    this.host = host
    this.openedAt = host.now()
    this.outbox = new Outbox({
      send: (parcels) => (this.ended ? Promise.resolve(sessionOver) : this.deliver(parcels)),
      settled: (parcel, refusal) => this.settled(parcel, refusal),
    })
  }

  async start(): Promise<Launch> {
    const unrecorded: Launch = { recorded: false, mode: 'normal', entry: 'ab-initio' }
    const launch = parseLaunch(this.host.search)
    if (!launch) {
      this.note({ what: 'cmi5', sent: 'sökt', error: 'Kursen öppnades utan cmi5-adress.' })
      return unrecorded
    }
    const memory = new SessionMemory(this.host.memory, launch.fetch)
    if (memory.hasSent('terminated')) return { ...unrecorded, over: true }
    try {
      return await this.open(launch, memory)
    } catch (error) {
      this.note({ what: 'start', sent: launch.endpoint, error: troubleOf(error).text })
      return error instanceof TokenUsed ? { ...unrecorded, over: true } : unrecorded
    }
  }

  /** cmi5 8.2, 10, 11, 9.3.2: the token, the launch data, the learner's preferences, then Initialized, first and alone. */
  private async open(launch: LaunchParameters, memory: SessionMemory): Promise<Launch> {
    const token = memory.token ?? (await fetchToken(launch.fetch))
    memory.keepToken(token)
    const lrs = new SessionLrs(launch, token, () => this.host.leaving())
    const data = (await lrs.readState<LaunchData>('LMS.LaunchData')) ?? {}
    await lrs
      .readPreferences()
      .catch((error) => this.note({ what: 'agent profile', sent: '', error: troubleOf(error).text }))
    const saved = await lrs.readState<SavedState>(stateId)
    this.session = { launch, data, memory, lrs }
    if (!memory.hasSent('initialized')) this.say('initialized', { alone: true })
    if (saved) this.goOn(saved)
    await this.outbox.flush()
    const state = saved?.state ? fromBase64url(saved.state) : undefined
    return {
      recorded: modeOf(data) === 'normal',
      learner: launch.actor.account?.name,
      mode: modeOf(data),
      entry: saved ? 'resume' : 'ab-initio',
      ...(data.masteryScore === undefined ? {} : { masteryScore: data.masteryScore }),
      ...(data.returnURL ? { returnUrl: data.returnURL } : {}),
      ...(state ? { state } : {}),
    }
  }

  /** Takes up what an earlier session left, and sends what it could not deliver. */
  private goOn(saved: SavedState) {
    this.saved = saved
    this.savedText = JSON.stringify(saved)
    const { recording } = this
    if (!recording) return
    for (const event of saved.unsent)
      this.add(belatedStatement(event, { data: this.data }, { ...recording, now: this.time() }), event)
  }

  /** The session, while what happens in it is recorded (cmi5 10.2.2: not in Browse and Review). */
  private get recording(): Session | undefined {
    return this.session && !this.ended && modeOf(this.session.data) === 'normal' ? this.session : undefined
  }

  saveState(state: Uint8Array): void {
    this.saved = { ...this.saved, state: toBase64url(state) }
  }

  record(event: CourseEvent, verdict: Verdict): void {
    const { recording } = this
    if (!recording) return
    this.verdict = verdict
    this.add(allowedStatement(event, { data: this.data, verdict }, recording), event)
  }

  /** The state first, with what is not acknowledged yet; then the statements; then the state that says they are. */
  async commit(): Promise<CommitResult> {
    if (!this.recording) return { saved: false }
    this.sayVerdicts()
    try {
      await this.writeState()
      const trouble = await this.outbox.flush()
      if (!trouble) await this.writeState()
      const error = trouble?.text ?? this.lost
      return error === undefined ? { saved: true } : { saved: false, error }
    } catch (error) {
      return { saved: false, error: troubleOf(error).text }
    }
  }

  /**
   * Terminated, last of all, in one request with what still waits; failed goes before it (cmi5 9.3.5). Everything is sent
   * before the first await, so that it also works while the page goes away.
   */
  async end(): Promise<void> {
    if (!this.session || this.ended) return
    const state = this.recording ? this.sayLastVerdicts() : undefined
    this.say('terminated')
    const parcels = this.lastParcels()
    const sent = this.deliver(parcels)
    this.ended = true
    this.session.memory.markSent('terminated')
    await state
    const trouble = await sent
    for (const parcel of parcels) this.settled(parcel, trouble)
  }

  private sayLastVerdicts(): Promise<void> {
    this.sayVerdicts()
    if (this.verdict?.passed === false && !this.saved.passed) this.say('failed')
    return this.writeState().catch(() => undefined)
  }

  /** One completed and one passed per registration (cmi5 9.3.3, 9.3.4). */
  private sayVerdicts() {
    if (this.verdict?.completed && !this.saved.completed) this.say('completed')
    if (this.verdict?.passed && !this.saved.passed) this.say('passed')
  }

  /** A cmi5 defined statement, once in a session. */
  private say(verb: SessionVerb, { alone = false } = {}) {
    const { session } = this
    if (!session || session.memory.hasSent(verb) || this.outbox.waiting().some(({ once }) => once === verb)) return
    const seconds = (this.host.now() - this.openedAt) / 1000
    const statement = definedStatement({ verb, at: this.time(), seconds, scaled: this.verdict?.scaled }, session)
    this.outbox.add({ statement, label: verb, once: verb, ...(alone ? { alone } : {}) })
  }

  private add(statement: SessionStatement | undefined, event: CourseEvent) {
    if (!statement) return
    const about = event.kind === 'answered' ? event.question : 'module' in event ? event.module : ''
    this.outbox.add({ statement, label: `${statement.verb.display.sv} ${about}`, event })
  }

  private async writeState(): Promise<void> {
    const unsent = this.outbox.waiting().flatMap(({ event }) => (event ? [event] : []))
    const document: SavedState = { ...this.saved, unsent }
    const text = JSON.stringify(document)
    if (text === this.savedText || this.ended) return
    try {
      await this.session?.lrs.writeState(stateId, document)
    } catch (error) {
      this.note({ what: 'läge', sent: `${text.length} tecken`, error: troubleOf(error).text })
      throw error
    }
    this.savedText = text
  }

  /** When all that waits is too much for a page that goes away, Terminated goes alone: the saved state holds the rest. */
  private lastParcels(): readonly Parcel[] {
    const all = this.outbox.waiting()
    const text = JSON.stringify(all.map(({ statement }) => statement))
    return text.length <= mostWhenLeaving ? all : all.slice(-1)
  }

  private async deliver(parcels: readonly Parcel[]): Promise<Trouble | undefined> {
    try {
      await this.session?.lrs.store(parcels.map(({ statement }) => statement))
      return undefined
    } catch (error) {
      return troubleOf(error)
    }
  }

  private settled({ statement, label, once }: Parcel, refusal: Trouble | undefined) {
    const oncePerRegistration = once === 'completed' || once === 'passed'
    const stored = refusal && (refusal.status === 409 || (refusal.status === 403 && oncePerRegistration))
    const lost = stored ? undefined : refusal
    const confirmed = stored ? 'fanns redan' : 'mottaget'
    this.note({ what: label, sent: statement.id, ...(lost ? { error: lost.text } : { confirmed }) })
    if (lost) this.lost ??= `${label}: ${lost.text}`
    else if (once) this.session?.memory.markSent(once as SessionVerb)
    if (!lost && oncePerRegistration) this.saved = { ...this.saved, [once]: true }
  }

  private time = () => new Date(this.host.now()).toISOString()

  private note({ error, ...line }: Omit<ReceiptLine, 'at'>) {
    this.lines.push({ at: this.time(), ...line, ...(error ? { error } : {}) })
  }

  receipt(): ReceiptLine[] {
    const waiting = this.outbox.waiting().map(({ statement, label }) => ({
      at: this.time(),
      what: label,
      sent: statement.id,
      confirmed: 'väntar',
    }))
    return [...this.lines.slice(-mostLines), ...waiting]
  }
}

const sessionOver: Trouble = { lasting: false, status: 0, text: 'Besöket är avslutat.' }

const modes = { Normal: 'normal', Browse: 'browse', Review: 'review' } as const

const modeOf = ({ launchMode = 'Normal' }: LaunchData): Launch['mode'] => modes[launchMode]
