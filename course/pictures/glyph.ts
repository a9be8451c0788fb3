import { type DoorSize, type DoorState, doorways } from './door.ts'
import { at, drawing, group, rect } from './svg.ts'

const size: DoorSize = [20, 34]

/** Trim is nearly the paper's colour in daylight, so it has an edge here. */
const frame = rect([7, 0, 30, 39], 'edge') + rect([8, 1, 28, 38], 'trim')
const threshold = rect([2, 39, 36, 3], 'ink')

/**
 * The door glyph, 24 to 40 px, of a module or a scenario step: three groups, of which `data-state` chooses one. The word
 * beside it says the state.
 */
export function doorGlyph({ module, state = 'closed' }: { module?: string; state?: DoorState } = {}): string {
  const door = group(doorways(size, false), { class: 'door', 'data-module': module, 'data-state': state })
  return drawing([0, 0, 40, 44], frame + at([12, 5], door) + threshold, { class: 'glyph' })
}
