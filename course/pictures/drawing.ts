/** The drawing system: what the build and the runtime's templates draw with. */
export { type DoorState, door, doorStates, switchingDoor } from './door.ts'
export { doorGlyph, glyph } from './glyph.ts'
export { scene } from './scene.ts'
export { type DoorStates, halfStreet, street } from './street.ts'
export { streetLabel } from './street-label.ts'
