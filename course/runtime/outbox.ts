import type { CourseEvent } from './events.ts'

/** A statement on its way, and the event it came from where there is one. */
export interface Parcel {
  statement: { id: string }
  /** For *Kvitto*. */
  label: string
  event?: CourseEvent
  /** The verb, when it may be sent once. */
  once?: string
  /** Sent in a request of its own (cmi5: Initialized). */
  alone?: boolean
}

/** Why a request brought nothing. */
export interface Trouble {
  /** The same request would never be taken. */
  lasting: boolean
  /** Of the answer; 0 when there was none. */
  status: number
  text: string
}

export interface Post {
  /** Undefined when all of it was stored. */
  send(parcels: readonly Parcel[]): Promise<Trouble | undefined>
  /** What became of a parcel: stored, or refused for good. */
  settled(parcel: Parcel, refusal: Trouble | undefined): void
}

const mostAtOnce = 40

/**
 * Statements wait here until they are acknowledged, in order, with the ids they were made with: sending one again after a
 * lost answer changes nothing. Whoever owns the box flushes it again, later and later, while it reports trouble.
 */
export class Outbox {
  private readonly post: Post
  private parcels: Parcel[] = []

  constructor(post: Post) {
    this.post = post
  }

  add(parcel: Parcel) {
    this.parcels.push(parcel)
  }

  waiting = (): readonly Parcel[] => this.parcels

  /** Sends everything; the first trouble ends it, unless a parcel is refused for good: that one is taken out. */
  async flush(): Promise<Trouble | undefined> {
    while (this.parcels.length > 0) {
      const batch = this.nextBatch()
      const trouble = await this.post.send(batch)
      if (!trouble) for (const parcel of batch) this.settle(parcel, undefined)
      else if (!trouble.lasting) return trouble
      else await this.sendSingly(batch, trouble)
    }
    return undefined
  }

  private nextBatch(): Parcel[] {
    const [first, ...rest] = this.parcels
    if (!first || first.alone) return first ? [first] : []
    const end = rest.findIndex(({ alone }) => alone)
    return this.parcels.slice(0, Math.min(end < 0 ? this.parcels.length : end + 1, mostAtOnce))
  }

  /** A batch is stored whole or not at all: one by one shows which of them is refused. */
  private async sendSingly(batch: Parcel[], whole: Trouble): Promise<Trouble | undefined> {
    for (const parcel of batch) {
      const trouble = batch.length === 1 ? whole : await this.post.send([parcel])
      if (trouble && !trouble.lasting) return trouble
      this.settle(parcel, trouble)
    }
    return undefined
  }

  private settle(parcel: Parcel, refusal: Trouble | undefined) {
    this.parcels = this.parcels.filter((each) => each !== parcel)
    this.post.settled(parcel, refusal)
  }
}
