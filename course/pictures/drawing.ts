/** What the build draws in the document itself: the drawings that change while the course is taken. */
export { doorGlyph } from './glyph.ts'
export { scene } from './scene.ts'
export { halfStreet } from './street.ts'
