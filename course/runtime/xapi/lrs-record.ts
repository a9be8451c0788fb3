import { type BrowserStore, databasePlace } from '../browser-store.ts'
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
export type SavedState = Partial<Record<LastingVerb, boolean>> & {
  /** base64url of the course's state. */
  state?: string
  /** When it was kept, in milliseconds. */
  at?: number
  /** What was not acknowledged when this was saved; the next session sends it. */
  unsent: CourseEvent[]
}

/** What an earlier session left: its state, and what it could not deliver. */
export interface Earlier {
  state?: Uint8Array
  unsent: CourseEvent[]
}

/** What only this browser has: nothing is lost when it dies before the LRS was reached. */
export type KeptHere = BrowserStore<SavedState>

export const keptHere = (run: string): KeptHere =>
  databasePlace({ name: 'foretagslots-outbox', key: run }, () => indexedDB)

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
  private here: KeptHere | undefined
  private closed = false
  private saved: SavedState = { unsent: [] }
  private savedText: string | undefined
  /** A state was taken in this session: where the next is forbidden, the session is over. */
  private written = false
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
  async open(lrs: LearnerLrs, here?: KeptHere): Promise<Earlier | undefined> {
    this.lrs = lrs
    this.here = here
    const stored = await lrs.readState<SavedState>(stateId)
    const saved = joined(stored, await here?.read())
    if (!saved) return undefined
    this.saved = saved
    this.savedText = JSON.stringify(stored)
    const state = saved.state ? fromBase64url(saved.state) : undefined
    return { unsent: saved.unsent, ...(state ? { state } : {}) }
  }

  hasSaid = (verb: LastingVerb): boolean => this.saved[verb] === true

  isWaiting = (verb: string): boolean => this.outbox.waiting().some(({ once }) => once === verb)

  keep(state: Uint8Array) {
    this.saved = { ...this.saved, state: toBase64url(state), at: this.parts.now() }
    this.here?.write(this.document()).catch(() => undefined)
  }

  private document(): SavedState {
    return { ...this.saved, unsent: this.outbox.waiting().flatMap(({ event }) => (event ? [event] : [])) }
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
      if (error !== undefined) return { saved: false, error }
      if (JSON.stringify(this.document()) === this.savedText) this.here?.write(undefined).catch(() => undefined)
      return { saved: true }
    } catch (error) {
      const { text, status } = troubleOf(error)
      return { saved: false, error: text, over: this.written && [401, 403].includes(status) }
    }
  }

  async writeState(): Promise<void> {
    const document = this.document()
    const text = JSON.stringify(document)
    if (text === this.savedText || this.closed) return
    try {
      await this.lrs?.writeState(stateId, document)
    } catch (error) {
      this.note({ what: 'läge', sent: `${text.length} tecken`, error: troubleOf(error).text })
      throw error
    }
    this.savedText = text
    this.written = true
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

/** The newer of two states, with what either could not deliver. */
function joined(stored: SavedState | undefined, kept: SavedState | undefined): SavedState | undefined {
  if (!stored || !kept) return stored ?? kept
  const [older, newer] = (kept.at ?? 0) > (stored.at ?? 0) ? [stored, kept] : [kept, stored]
  const unsent = new Map([...stored.unsent, ...kept.unsent].map((event) => [JSON.stringify(event), event]))
  return { ...older, ...newer, unsent: [...unsent.values()] }
}
