import type { CourseEvent } from './events.ts'
import type { Verdict } from './verdict.ts'

/** All the player knows of the outside: one implementation per target, none imports another. */
export interface Tracker {
  /** Finds the LMS or LRS and reads what it knows. Never rejects: a course without an LMS still works. */
  start(): Promise<Launch>
  /** Keeps the whole course state, compact; written with the next commit. */
  saveState(state: Uint8Array): void
  record(event: CourseEvent, verdict: Verdict): void
  commit(): Promise<CommitResult>
  /** The last call: `suspend` when the learner goes away, `done` when everything is finished. */
  end(reason: 'suspend' | 'done'): Promise<void>
  receipt(): ReceiptLine[]
}

export interface Launch {
  /** False when nothing will be recorded (no LMS, opened from a folder): the course says so once. */
  recorded: boolean
  /** True when this launch's session has already been ended (a reload after LMSFinish or Terminated): nothing more is recorded. */
  over?: boolean
  /** What the LMS or LRS knows the learner by; only ever used as a seed. */
  learner?: string
  /** As the LMS gives it, for the certificate: `Öberg, Åsa` in SCORM. */
  name?: string
  mode: 'normal' | 'review' | 'browse'
  entry: 'ab-initio' | 'resume'
  /** The LMS's pass mark as a share 0–1, where it gives one. */
  masteryScore?: number
  state?: Uint8Array
  /** Where the browser goes after the learner has left (cmi5 `returnURL`). */
  returnUrl?: string
}

/** `saved` is true only when the LMS or LRS confirmed everything up to now. */
export interface CommitResult {
  saved: boolean
  /** For *Kvitto*: what the LMS or LRS answered, in its own words. */
  error?: string
  /** The session is over although the page is not: the course was opened again somewhere else, or the time is out. */
  over?: boolean
}

/** One line of *Kvitto*: what was sent, what was read back, what went wrong. */
export interface ReceiptLine {
  at: string
  what: string
  sent: string
  confirmed?: string
  error?: string
}
