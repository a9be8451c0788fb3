import type { CommitResult, Tracker } from './tracker.ts'

export type SavingState = 'saving' | 'saved' | 'failed' | 'over'

/** Timers as the browser has them; tests give their own. */
export interface Clock {
  setTimeout(run: () => void, milliseconds: number): number
  clearTimeout(timer: number): void
}

const pause = 250
const firstRetry = 2_000
const longestRetry = 60_000
/** SuccessFactors ends a session that says nothing for half an hour. */
const heartbeat = 9 * 60_000

/**
 * Decides when the tracker commits: shortly after the first change since the last commit, however many follow, again with growing pauses while it fails, every nine minutes,
 * and at once when the page is hidden. `show` is told only what is true: `saved` means that everything up to now is.
 */
export class Saving {
  private readonly tracker: Tracker
  private readonly show: (state: SavingState) => void
  private readonly clock: Clock
  private timer: number | undefined
  private running: Promise<CommitResult> | undefined
  /** Changes since the commit that is running began. */
  private changed = false
  private failures = 0
  private ended = false

  constructor(tracker: Tracker, show: (state: SavingState) => void, clock: Clock = window) {
    this.tracker = tracker
    this.show = show
    this.clock = clock
  }

  /** Something was recorded that is not saved yet. */
  touch() {
    const first = !this.changed
    this.changed = true
    if (this.failures > 0) return
    this.show('saving')
    if (first) this.after(pause)
  }

  /** Commits without waiting; one commit runs at a time, the next begins when it is over. */
  now(): Promise<CommitResult> {
    this.running = this.commitAfter(this.running)
    return this.running
  }

  private async commitAfter(before: Promise<CommitResult> | undefined): Promise<CommitResult> {
    if (before) await before
    if (this.ended) return { saved: false }
    this.changed = false
    const result = await this.tracker.commit()
    if (!this.ended) this.settle(result)
    return result
  }

  private settle({ saved, over }: CommitResult) {
    if (over) {
      this.stop()
      this.show('over')
      return
    }
    this.failures = saved ? 0 : this.failures + 1
    if (!saved) this.show('failed')
    else if (!this.changed) this.show('saved')
    this.after(
      saved ? (this.changed ? pause : heartbeat) : Math.min(firstRetry * 2 ** (this.failures - 1), longestRetry),
    )
  }

  private after(milliseconds: number) {
    if (this.timer !== undefined) this.clock.clearTimeout(this.timer)
    this.timer = this.ended ? undefined : this.clock.setTimeout(() => void this.now(), milliseconds)
  }

  /** Ends the session once. What it does before its first await is done even while the page is going away. */
  async end(reason: 'suspend' | 'done'): Promise<void> {
    if (this.ended) return
    this.stop()
    await this.tracker.end(reason)
  }

  private stop() {
    this.ended = true
    if (this.timer !== undefined) this.clock.clearTimeout(this.timer)
  }
}
