import { at, circle, type Point, rect, shade, stroke } from './svg.ts'

/** A bottle of gas, 40×84, its lower left corner at `place`. */
export const gasBottle = (place: Point) =>
  at(
    place,
    rect([0, -66, 40, 66], 'lake', { rx: 9 }) +
      shade('M30 -66q10 0 10 9V-9q0 9 -10 9z', 0.14) +
      rect([0, -40, 40, 14], 'white') +
      stroke('M10 -68V-80H30V-68', 'roof', { width: 4 }) +
      circle([20, -70], 6, 'ochre'),
  )
