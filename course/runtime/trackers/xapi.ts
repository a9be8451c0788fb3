import type { CourseData } from '../course-data.ts'
import type { CourseEvent } from '../events.ts'
import type { CommitResult, Launch, ReceiptLine, Tracker } from '../tracker.ts'
import type { Verdict } from '../verdict.ts'
import { eventStatement, runOf } from '../xapi/dress.ts'
import { parseLaunch } from '../xapi/launch.ts'
import { LearnerLrs, type LrsPlace, troubleOf } from '../xapi/lrs.ts'
import { type KeptHere, keptHere, LrsRecord } from '../xapi/lrs-record.ts'
import { savedVerdict } from '../xapi/saved-verdict.ts'
import { type CourseVerb, courseStatement } from '../xapi/statements.ts'

/** What the tracker needs of the browser; tests give their own. */
export interface XapiHost {
  search: string
  /** The page may be on its way out: requests must outlive it. */
  leaving(): boolean
  now(): number
  /** Where what was not delivered is kept; only in memory where there is none. */
  keptHere?(run: string): KeptHere
}

const browserHost = (): XapiHost => ({
  search: location.search,
  leaving: () => document.visibilityState === 'hidden',
  now: Date.now,
  keptHere,
})

export const createTracker = (data: CourseData, host: XapiHost = browserHost()): Tracker => new XapiTracker(data, host)

/** xAPI without cmi5: launched by a tincan.xml portal, with statements after ADL's SCORM profile. */
class XapiTracker implements Tracker {
  private readonly data: CourseData
  private readonly host: XapiHost
  private readonly openedAt: number
  private readonly log: LrsRecord
  /** Undefined without a launch, and when the session has ended. */
  private place: LrsPlace | undefined
  private verdict: Verdict | undefined

  constructor(data: CourseData, host: XapiHost) {
    this.data = data
    this.host = host
    this.openedAt = host.now()
    this.log = new LrsRecord({ now: host.now, lasting: ['completed', 'passed', 'failed'] })
  }

  async start(): Promise<Launch> {
    const unrecorded: Launch = { recorded: false, mode: 'normal', entry: 'ab-initio' }
    const place = parseLaunch(this.host.search)
    if (!place) {
      this.log.note({ what: 'xAPI', sent: 'sökt', error: 'Kursen öppnades utan xAPI-adress.' })
      return unrecorded
    }
    try {
      return await this.open(place)
    } catch (error) {
      this.log.note({ what: 'start', sent: place.endpoint, error: troubleOf(error).text })
      return unrecorded
    }
  }

  private async open(place: LrsPlace): Promise<Launch> {
    const saved = await this.log.open(new LearnerLrs(place, this.host.leaving), this.host.keptHere?.(runOf(place)))
    this.place = place
    this.verdict = savedVerdict(saved?.state, this.data)
    this.say(saved ? 'resumed' : 'initialized')
    for (const event of saved?.unsent ?? []) this.tell(event, place)
    await this.log.flush()
    return {
      recorded: true,
      learner: JSON.stringify(place.actor.account ?? place.actor),
      ...(place.actor.name ? { name: place.actor.name } : {}),
      mode: 'normal',
      entry: saved ? 'resume' : 'ab-initio',
      ...(saved?.state ? { state: saved.state } : {}),
    }
  }

  saveState(state: Uint8Array): void {
    this.log.keep(state)
  }

  record(event: CourseEvent, verdict: Verdict): void {
    if (!this.place) return
    this.verdict = verdict
    this.tell(event, this.place)
    if (event.kind === 'module-done') this.say('progressed')
  }

  private tell(event: CourseEvent, place: LrsPlace) {
    this.log.addEvent(eventStatement(event, { data: this.data, verdict: this.verdict }, place), event)
  }

  async commit(): Promise<CommitResult> {
    if (!this.place) return { saved: false }
    this.sayVerdicts()
    return this.log.commit()
  }

  /** Everything is sent before the first await: on pagehide there is no later. */
  async end(reason: 'suspend' | 'done'): Promise<void> {
    if (!this.place) return
    this.sayVerdicts()
    const state = this.log.writeState().catch(() => undefined)
    this.say(reason === 'done' ? 'terminated' : 'suspended')
    const closing = this.log.close()
    this.place = undefined
    await Promise.all([state, closing])
  }

  /** Once each, however often the course is opened again; failed may be followed by passed, not the other way. */
  private sayVerdicts() {
    const { completed, passed } = this.verdict ?? {}
    if (completed) this.sayOnce('completed')
    if (passed) this.sayOnce('passed')
    if (passed === false && !this.log.hasSaid('passed')) this.sayOnce('failed')
  }

  private sayOnce(verb: 'completed' | 'passed' | 'failed') {
    if (!this.log.hasSaid(verb) && !this.log.isWaiting(verb)) this.say(verb, verb)
  }

  private say(verb: CourseVerb, once?: string) {
    if (!this.place) return
    const now = this.host.now()
    const moment = { verb, at: new Date(now).toISOString(), seconds: (now - this.openedAt) / 1000, data: this.data }
    const statement = courseStatement({ ...moment, verdict: this.verdict }, this.place)
    this.log.add({ statement, label: verb, ...(once ? { once } : {}) })
  }

  receipt(): ReceiptLine[] {
    return this.log.receipt()
  }
}
