import { fetchToken, TokenUsed } from '../cmi5/fetch-token.ts'
import { type LaunchData, type LaunchParameters, parseLaunch } from '../cmi5/launch.ts'
import { type MemoryStore, SessionMemory, type SessionVerb } from '../cmi5/session-memory.ts'
import { allowedStatement, belatedStatement, definedStatement } from '../cmi5/statements.ts'
import type { CourseData } from '../course-data.ts'
import type { CourseEvent } from '../events.ts'
import type { CommitResult, Launch, ReceiptLine, Tracker } from '../tracker.ts'
import type { Verdict } from '../verdict.ts'
import { LearnerLrs, troubleOf } from '../xapi/lrs.ts'
import { type Earlier, type KeptHere, keptHere, LrsRecord } from '../xapi/lrs-record.ts'
import { savedVerdict } from '../xapi/saved-verdict.ts'

/** What the tracker needs of the browser; tests give their own. */
export interface Cmi5Host {
  search: string
  memory: MemoryStore
  /** The page may be on its way out: requests must outlive it. */
  leaving(): boolean
  now(): number
  /** Where what was not delivered is kept; only in memory where there is none. */
  keptHere?(run: string): KeptHere
}

const browserHost = (): Cmi5Host => ({
  search: location.search,
  memory: sessionMemory(),
  leaving: () => document.visibilityState === 'hidden',
  now: Date.now,
  keptHere,
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
}

class Cmi5Tracker implements Tracker {
  private readonly data: CourseData
  private readonly host: Cmi5Host
  private readonly openedAt: number
  private readonly log: LrsRecord
  /** Undefined without a launch. */
  private session: Session | undefined
  /** After Terminated nothing is sent, no state either. */
  private ended = false
  private verdict: Verdict | undefined

  constructor(data: CourseData, host: Cmi5Host) {
    this.data = data
    this.host = host
    this.openedAt = host.now()
    this.log = new LrsRecord({
      now: host.now,
      lasting: ['completed', 'passed'],
      refusesRepeats: true,
      stored: (verb) => this.session?.memory.markSent(verb as SessionVerb),
    })
  }

  async start(): Promise<Launch> {
    const unrecorded: Launch = { recorded: false, mode: 'normal', entry: 'ab-initio' }
    const launch = parseLaunch(this.host.search)
    if (!launch) {
      this.log.note({ what: 'cmi5', sent: 'sökt', error: 'Kursen öppnades utan cmi5-adress.' })
      return unrecorded
    }
    const memory = new SessionMemory(this.host.memory, launch.fetch)
    if (memory.hasSent('terminated')) return { ...unrecorded, over: true }
    try {
      return await this.open(launch, memory)
    } catch (error) {
      this.log.note({ what: 'start', sent: launch.endpoint, error: troubleOf(error).text })
      return error instanceof TokenUsed ? { ...unrecorded, over: true } : unrecorded
    }
  }

  /** cmi5 8.2, 10, 11, 9.3.2: the token, the launch data, the learner's preferences, then Initialized, first and alone. */
  private async open(launch: LaunchParameters, memory: SessionMemory): Promise<Launch> {
    const token = memory.token ?? (await fetchToken(launch.fetch))
    memory.keepToken(token)
    const lrs = new LearnerLrs({ ...launch, auth: `Basic ${token}` }, this.host.leaving)
    const data = (await lrs.readState<LaunchData>('LMS.LaunchData')) ?? {}
    await lrs
      .readAgentProfile('cmi5LearnerPreferences')
      .catch((error) => this.log.note({ what: 'agent profile', sent: '', error: troubleOf(error).text }))
    const saved = await this.log.open(lrs, this.host.keptHere?.(launch.registration))
    this.session = { launch, data, memory }
    if (!memory.hasSent('initialized')) this.say('initialized', { alone: true })
    if (saved) this.sendBelated(saved)
    await this.log.flush()
    return {
      recorded: modeOf(data) === 'normal',
      learner: launch.actor.account?.name,
      ...(launch.actor.name ? { name: launch.actor.name } : {}),
      mode: modeOf(data),
      entry: saved ? 'resume' : 'ab-initio',
      ...(data.masteryScore === undefined ? {} : { masteryScore: data.masteryScore }),
      ...(data.returnURL ? { returnUrl: data.returnURL } : {}),
      ...(saved?.state ? { state: saved.state } : {}),
    }
  }

  /** What an earlier session could not deliver. */
  private sendBelated({ state, unsent }: Earlier) {
    const { recording, data } = this
    if (!recording) return
    const facts = { data, verdict: savedVerdict(state, data) }
    for (const event of unsent)
      this.log.addEvent(belatedStatement(event, facts, { ...recording, now: this.time() }), event)
  }

  /** The session, while what happens in it is recorded (cmi5 10.2.2: not in Browse and Review). */
  private get recording(): Session | undefined {
    return this.session && !this.ended && modeOf(this.session.data) === 'normal' ? this.session : undefined
  }

  saveState(state: Uint8Array): void {
    this.log.keep(state)
  }

  record(event: CourseEvent, verdict: Verdict): void {
    const { recording } = this
    if (!recording) return
    this.verdict = verdict
    this.log.addEvent(allowedStatement(event, { data: this.data, verdict }, recording), event)
  }

  async commit(): Promise<CommitResult> {
    if (!this.recording) return { saved: false }
    this.sayVerdicts()
    return this.log.commit()
  }

  /** Terminated, last of all, in one request with what still waits; failed goes before it (cmi5 9.3.5). */
  async end(): Promise<void> {
    if (!this.session || this.ended) return
    const state = this.recording ? this.sayLastVerdicts() : undefined
    this.say('terminated')
    const closing = this.log.close()
    this.ended = true
    this.session.memory.markSent('terminated')
    await Promise.all([state, closing])
  }

  private sayLastVerdicts(): Promise<void> {
    this.sayVerdicts()
    if (this.verdict?.passed === false && !this.log.hasSaid('passed')) this.say('failed')
    return this.log.writeState().catch(() => undefined)
  }

  /** One completed and one passed per registration (cmi5 9.3.3, 9.3.4). */
  private sayVerdicts() {
    if (this.verdict?.completed && !this.log.hasSaid('completed')) this.say('completed')
    if (this.verdict?.passed && !this.log.hasSaid('passed')) this.say('passed')
  }

  /** A cmi5 defined statement, once in a session. */
  private say(verb: SessionVerb, { alone = false } = {}) {
    const { session } = this
    if (!session || session.memory.hasSent(verb) || this.log.isWaiting(verb)) return
    const seconds = (this.host.now() - this.openedAt) / 1000
    const statement = definedStatement({ verb, at: this.time(), seconds, scaled: this.verdict?.scaled }, session)
    this.log.add({ statement, label: verb, once: verb, ...(alone ? { alone } : {}) })
  }

  private time = () => new Date(this.host.now()).toISOString()

  receipt(): ReceiptLine[] {
    return this.log.receipt()
  }
}

const modes = { Normal: 'normal', Browse: 'browse', Review: 'review' } as const

const modeOf = ({ launchMode = 'Normal' }: LaunchData): Launch['mode'] => modes[launchMode]
