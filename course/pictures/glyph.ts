import { type DoorSize, type DoorState, doorway, doorways } from './door.ts'
import { at, drawing, group, rect } from './svg.ts'

const size: DoorSize = [20, 34]

/** Trim is nearly the paper's colour in daylight, so it has an edge; the threshold is ink. */
const frame = rect([7, 0, 30, 39], 'edge') + rect([8, 1, 28, 38], 'trim') + rect([2, 39, 36, 3], 'ink')

const whole = (doorway: string) => drawing([0, 0, 40, 44], frame + at([12, 5], doorway), { class: 'glyph' })

/** A door glyph, 24 to 40 px, that stays in one state. The word beside it says the state. */
export const glyph = (state: DoorState) => whole(doorway(size, state, false))

/** A glyph that follows a module or a scenario step: three groups, `data-state` chooses. */
export const doorGlyph = ({ module, state = 'closed' }: { module?: string; state?: DoorState } = {}) =>
  whole(group(doorways(size, false), { class: 'door', 'data-module': module, 'data-state': state }))
