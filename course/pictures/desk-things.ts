import { at, circle, group, type Point, rect, shade, shape, stroke } from './svg.ts'

/** Things on a desk: each stands with its lower left corner at `place`. */

export const cup = (place: Point) =>
  at(place, stroke('M26 -17q9 0 9 6t-9 6', 'white', { width: 4 }) + rect([0, -22, 26, 22], 'white', { rx: 3 }))

const handset =
  rect([4, -8, 50, 8], 'falu', { rx: 4 }) +
  rect([2, -8, 15, 13], 'falu', { rx: 4 }) +
  rect([41, -8, 15, 13], 'falu', { rx: 4 })
const telephoneBody = rect([0, -18, 58, 18], 'stone', { rx: 3 }) + shade('M18 -14h22v10h-22z', 0.3)

export const telephone = (place: Point) => at(place, telephoneBody + at([0, -19], handset))

/** The telephone rings: the handset jumps and two waves stand over it. */
export const ringingTelephone = (place: Point) =>
  at(
    place,
    telephoneBody +
      group(handset, { transform: 'translate(2 -22) rotate(-9 29 0)' }) +
      stroke('M16 -46q13 -9 26 0M9 -56q20 -13 40 0', 'ink', { width: 3 }),
  )

/** The handset is gone from the telephone, and its cord leads to you: you are speaking. */
export const liftedTelephone = (place: Point) =>
  at(place, telephoneBody + stroke('M57 -5q12 0 9 12t4 20t-4 22', 'roof', { width: 3.5 }))

/** A sheet of paper 34×44 that stands tilted, with lines and a seal. */
export const sheet = (place: Point) =>
  at(
    place,
    group(
      shade('M2 -42H38V2H2Z', 0.15) +
        shape('M0 -44H25L34 -35V0H0Z', 'white') +
        shape('M25 -44V-35H34Z', 'stone') +
        [-35, -28, -21, -14]
          .map((y, i) => rect([6, y, i === 2 ? 15 : 22, 2.4], 'line', { 'fill-opacity': 0.45 }))
          .join('') +
        circle([25, -9], 4.5, 'falu'),
      { transform: 'rotate(-5)' },
    ),
  )

/** A drawing of the workshop, unfolded: walls, and the extension dashed. */
export const plan = (place: Point) =>
  at(
    place,
    group(
      shade('M2 -46H70V2H2Z', 0.15) +
        rect([0, -48, 68, 48], 'white') +
        shape('M10 -30L24 -40L38 -30V-12H10Z', 'lake') +
        rect([20, -22, 8, 10], 'white') +
        stroke('M40 -30H58V-12H40', 'falu', { width: 2.4, 'stroke-dasharray': '4 4' }) +
        shade('M10 -8h34v2h-34z', 0.45),
      { transform: 'rotate(-4)' },
    ),
  )

const roll = (place: Point) =>
  at(
    place,
    rect([0, -12, 62, 12], 'white', { rx: 6 }) +
      shade('M6 -3H56V0H6Z', 0.12) +
      circle([56, -6], 6, 'stone') +
      circle([56, -6], 2.4, 'line'),
  )

/** Rolled drawings: one, or a heap of five. */
export const rolls = (place: Point, count: 1 | 5) => {
  const heap: Point[] = [
    [0, 0],
    [14, -12],
    [-6, -12],
    [8, -24],
    [2, 0],
  ]
  return at(place, (count === 1 ? [[0, 0] as Point] : heap).map(roll).join(''))
}

/** A slip of paper with two lines, forgotten under a cup. */
export const forgottenSlip = (place: Point) =>
  at(place, rect([0, -8, 54, 8], 'white') + shade('M6 -5h30v2h-30z', 0.45) + cup([14, -8]))

/** The Stafettkort: a door and some lines. */
export const card = (place: Point) =>
  at(
    place,
    group(
      shade('M2 -34H58V2H2Z', 0.15) +
        rect([0, -36, 56, 36], 'white') +
        rect([6, -29, 10, 20], 'leaf') +
        circle([13, -19], 1.2, 'light') +
        [-29, -22, -15].map((y) => rect([22, y, 27, 2.4], 'line', { 'fill-opacity': 0.45 })).join(''),
      { transform: 'rotate(-4)' },
    ),
  )

const monitor = (place: Point, content: string) =>
  at(
    place,
    rect([28, -10, 20, 8], 'roof') +
      rect([14, -4, 48, 4], 'roof', { rx: 2 }) +
      rect([0, -62, 76, 54], 'roof', { rx: 3 }) +
      rect([4, -58, 68, 46], 'accent-tint') +
      content,
  )

/** A screen with a sent letter on it. */
export const screen = (place: Point) =>
  monitor(place, rect([20, -48, 36, 25], 'white') + stroke('M21 -47L38 -34L55 -47', 'accent', { width: 2.4 }))

/** A screen that answers by itself: whoever it reaches is on holiday. */
export const absence = (place: Point) =>
  monitor(
    place,
    rect([14, -50, 48, 30], 'white') +
      circle([38, -33], 7, 'light') +
      rect([14, -33, 48, 13], 'lake') +
      shade('M20 -28h14v2h-14zM40 -25h16v2h-16z', 0.2),
  )
