import type { DoorState } from './door.ts'
import type { Acting, Look } from './person.ts'
import type { Point } from './svg.ts'

/** `start` before the answer; then the state of the door. */
export type Outcome = 'start' | DoorState

/** What one outcome looks like: all that changes with it. */
export interface Moment {
  alt: string
  door: DoorState
  /** `x` is 316 where nothing is said. */
  acts: Omit<Acting, 'scale' | 'at'> & { x?: number; sits?: true }
  /** What stands and lies on the desk in this moment. */
  things: string
}

/** A step of a scenario as a picture. The room is drawn behind the visitor; the desk before cuts the visitor. */
export interface Scene {
  visitor: Look
  room: string
  desk: string
  /** The sign over the door in question. */
  sign: string
  moments: Partial<Record<Outcome, Moment>>
}

/** Where the desk's top is, and everything on it stands. */
export const deskTop = 232

/** Where the thing that changes lies on the desk between you and the visitor. */
export const thingPlace: Point = [194, deskTop]
