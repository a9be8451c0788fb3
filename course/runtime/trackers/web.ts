import { type BrowserStore, databasePlace, localPlace } from '../browser-store.ts'
import { fromBase64url, toBase64url } from '../bytes.ts'
import type { CourseData } from '../course-data.ts'
import type { CommitResult, Launch, ReceiptLine, Tracker } from '../tracker.ts'
import { keepOffline } from '../web/offline.ts'

/** What the browser keeps of the course. `count` tells the newer of two. */
export interface Kept {
  count: number
  state: string
}

/** What the tracker needs of the browser; tests give their own. */
export interface WebHost {
  /** The first one is written first. */
  places: BrowserStore<Kept>[]
  now(): number
}

function browserHost({ id }: CourseData): WebHost {
  keepOffline()
  return {
    places: [localPlace(id, () => localStorage), databasePlace({ name: id, key: id }, () => indexedDB)],
    now: Date.now,
  }
}

export const createTracker = (data: CourseData, host: WebHost = browserHost(data)): Tracker => new WebTracker(host)

/** No LMS: the course keeps its state in this browser, in two places, and takes up the newer one. */
class WebTracker implements Tracker {
  private readonly host: WebHost
  private kept: Kept = { count: 0, state: '' }
  private written = 0
  private recorded = false
  private readonly lines: ReceiptLine[] = []

  constructor(host: WebHost) {
    this.host = host
  }

  async start(): Promise<Launch> {
    const found = await Promise.all(this.host.places.map((place) => place.read()))
    for (const kept of found) if (kept && kept.count > this.kept.count) this.kept = kept
    this.written = this.kept.count
    const state = fromBase64url(this.kept.state)
    this.recorded = (await this.write()) === undefined
    return {
      recorded: this.recorded,
      mode: 'normal',
      entry: this.kept.state ? 'resume' : 'ab-initio',
      ...(this.kept.state && state ? { state } : {}),
    }
  }

  saveState(state: Uint8Array): void {
    const text = toBase64url(state)
    if (text !== this.kept.state) this.kept = { count: this.kept.count + 1, state: text }
  }

  /** The state holds it all; nobody else is told. */
  record(): void {}

  async commit(): Promise<CommitResult> {
    if (!this.recorded) return { saved: false }
    if (this.written === this.kept.count) return { saved: true }
    const error = await this.write()
    return error === undefined ? { saved: true } : { saved: false, error }
  }

  /** The first place is written before the first await: on pagehide there is no later. */
  async end(): Promise<void> {
    if (!this.recorded) return
    this.recorded = false
    await this.write()
  }

  /** Why nothing was kept; one place is enough. */
  private async write(): Promise<string | undefined> {
    const { kept, host } = this
    const writes = await Promise.allSettled(host.places.map((place) => place.write(kept)))
    const at = new Date(host.now()).toISOString()
    const what = 'läge i webbläsaren'
    const sent = `${kept.state.length} tecken`
    if (writes.some(({ status }) => status === 'fulfilled')) {
      this.written = kept.count
      this.lines.push({ at, what, sent, confirmed: 'sparat' })
      return undefined
    }
    const [refusal] = writes.flatMap((write) => (write.status === 'rejected' ? [String(write.reason)] : []))
    const error = refusal ?? 'ingen plats'
    this.lines.push({ at, what, sent, error })
    return error
  }

  receipt(): ReceiptLine[] {
    return this.lines.slice(-mostLines)
  }
}

const mostLines = 40
