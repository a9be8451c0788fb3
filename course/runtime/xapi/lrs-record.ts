import { fromBase64url, toBase64url } from '../bytes.ts'
import type { CourseEvent } from '../events.ts'
import { Outbox, type Parcel, type Trouble } from '../outbox.ts'
import type { CommitResult, ReceiptLine } from '../tracker.ts'
import type { SentStatement } from './dress.ts'
import { type LearnerLrs, troubleOf } from './lrs.ts'

const stateId = 'foretagslots'
const mostLines = 60
/** All keepalive requests of a page together may carry 64 KiB. */
const mostWhenLeaving = 40_000

/** Verbs of which the state document remembers that they have been said. */
export type LastingVerb = 'completed' | 'passed' | 'failed'

/** The course's own state document, one per registration. */
type SavedState = Partial<Record<LastingVerb, boolean>> & {
  /** base64url of the course's state. */
  state?: string
  /** What was not acknowledged when this was saved; the next session sends it. */
  unsent: CourseEvent[]
}

/** What an earlier session left: its state, and what it could not deliver. */
export interface Earlier {
  state?: Uint8Array
  unsent: CourseEvent[]
}

export interface RecordParts {
  now(): number
  /** Those that are said once in a registration. */
  lasting: readonly LastingVerb[]
  /** Whether the LRS answers 403 when one of them is said again, as one that keeps cmi5's rules does. */
  refusesRepeats?: boolean
  /** A statement that may be sent once has been stored. */
  stored?(verb: string): void
}

/**
 * What cmi5 and plain xAPI share: statements that wait until they are acknowledged, and the state document, which also holds
 * what is not acknowledged yet, so that nothing is lost with a session.
 */
export class LrsRecord {
  private readonly parts: RecordParts
  private readonly lines: ReceiptLine[] = []
  private readonly outbox: Outbox
  private lrs: LearnerLrs | undefined
  private closed = false
  private saved: SavedState = { unsent: [] }
  private savedText = ''
  /** What the LRS refused for good: it is lost, and "Sparat" would not be true. */
  private lost: string | undefined

  constructor(parts: RecordParts) {
    this.parts = parts
    this.outbox = new Outbox({
      send: (parcels) => (this.closed ? Promise.resolve(sessionOver) : this.deliver(parcels)),
      settled: (parcel, refusal) => this.settled(parcel, refusal),
    })
  }

  /** Reads what an earlier session saved; undefined for the first one. */
  async open(lrs: LearnerLrs): Promise<Earlier | undefined> {
    this.lrs = lrs
    const saved = await lrs.readState<SavedState>(stateId)
    if (!saved) return undefined
    this.saved = saved
    this.savedText = JSON.stringify(saved)
    const state = saved.state ? fromBase64url(saved.state) : undefined
    return { unsent: saved.unsent, ...(state ? { state } : {}) }
  }

  hasSaid = (verb: LastingVerb): boolean => this.saved[verb] === true

  isWaiting = (verb: string): boolean => this.outbox.waiting().some(({ once }) => once === verb)

  keep(state: Uint8Array) {
    this.saved = { ...this.saved, state: toBase64url(state) }
  }

  /** An event's statement. */
  addEvent(statement: SentStatement | undefined, event: CourseEvent) {
    if (!statement) return
    const about = event.kind === 'answered' ? event.question : 'module' in event ? event.module : ''
    this.outbox.add({ statement, label: `${statement.verb.display.sv} ${about}`, event })
  }

  /** A statement about the course itself. */
  add(parcel: Omit<Parcel, 'event'>) {
    this.outbox.add(parcel)
  }

  flush = (): Promise<Trouble | undefined> => this.outbox.flush()

  /** The state first, with what is not acknowledged yet; then the statements; then the state that says they are. */
  async commit(): Promise<CommitResult> {
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

  async writeState(): Promise<void> {
    const unsent = this.outbox.waiting().flatMap(({ event }) => (event ? [event] : []))
    const document: SavedState = { ...this.saved, unsent }
    const text = JSON.stringify(document)
    if (text === this.savedText || this.closed) return
    try {
      await this.lrs?.writeState(stateId, document)
    } catch (error) {
      this.note({ what: 'läge', sent: `${text.length} tecken`, error: troubleOf(error).text })
      throw error
    }
    this.savedText = text
  }

  /** Sends what waits in one request, begun before the first await, so that it also works while the page goes away. */
  async close(): Promise<void> {
    const parcels = this.lastParcels()
    const sent = this.deliver(parcels)
    this.closed = true
    const trouble = await sent
    for (const parcel of parcels) this.settled(parcel, trouble)
  }

  /** When all that waits is too much for a page that goes away, the last goes alone: the saved state holds the rest. */
  private lastParcels(): readonly Parcel[] {
    const all = this.outbox.waiting()
    const text = JSON.stringify(all.map(({ statement }) => statement))
    return text.length <= mostWhenLeaving ? all : all.slice(-1)
  }

  private async deliver(parcels: readonly Parcel[]): Promise<Trouble | undefined> {
    try {
      await this.lrs?.store(parcels.map(({ statement }) => statement))
      return undefined
    } catch (error) {
      return troubleOf(error)
    }
  }

  private settled({ statement, label, once }: Parcel, refusal: Trouble | undefined) {
    const lasting = this.parts.lasting.find((verb) => verb === once)
    const repeated = refusal?.status === 403 && lasting && this.parts.refusesRepeats
    const stored = refusal?.status === 409 || repeated
    const lost = stored ? undefined : refusal
    const confirmed = stored ? 'fanns redan' : 'mottaget'
    this.note({ what: label, sent: statement.id, ...(lost ? { error: lost.text } : { confirmed }) })
    if (lost) this.lost ??= `${label}: ${lost.text}`
    else if (once) this.parts.stored?.(once)
    if (!lost && lasting) this.saved = { ...this.saved, [lasting]: true }
  }

  private time = () => new Date(this.parts.now()).toISOString()

  note({ error, ...line }: Omit<ReceiptLine, 'at'>) {
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
