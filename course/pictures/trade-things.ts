import { at, circle, d, ellipse, type Point, rect, shade, shape, stroke, type Token } from './svg.ts'

/** What a trade has on its table: each stands with its lower left corner at `place`. */

/** A spray gun with its cup of paint, and the mist it throws when it is `on`. */
export const sprayGun = (place: Point, on: boolean) =>
  at(
    place,
    rect([10, -58, 22, 24], 'falu', { rx: 3 }) +
      rect([0, -34, 48, 10], 'roof', { rx: 3 }) +
      shape('M32 -26H44L50 0H38Z', 'roof') +
      (on
        ? [10, 22, 34].map((r, i) => circle([-r, -29 + (i % 2) * 4], 4 + i * 3, 'falu')).join('') +
          circle([-28, -42], 5, 'falu') +
          circle([-30, -12], 4, 'falu')
        : ''),
  )

/** A bottle, 18×64. */
export const bottle = (place: Point, color: Token) =>
  at(
    place,
    shape('M5 -64H13V-46Q18 -42 18 -34V0H0V-34Q0 -42 5 -46Z', color) +
      rect([0, -28, 18, 16], 'white') +
      shade('M13 -44Q18 -42 18 -34V0H13Z', 0.14),
  )

/** A glass on a stem, 24×44, of wine or empty. */
export const wineGlass = (place: Point, full: boolean) =>
  at(
    place,
    shape('M0 -44H24L21 -26Q12 -16 3 -26Z', 'stone') +
      (full ? shape('M2 -34H22L20 -26Q12 -17 4 -26Z', 'falu') : '') +
      rect([10, -22, 4, 18], 'stone') +
      rect([3, -4, 18, 4], 'stone', { rx: 2 }),
  )

/** A jug of water with a slice of lemon, 38×50. */
export const jug = (place: Point) =>
  at(
    place,
    stroke('M32 -38q14 2 12 14t-12 12', 'stone', { width: 5 }) +
      shape('M0 -50H34L32 0H3Z', 'stone') +
      shape('M1 -38H33.5L32 0H3Z', 'lake') +
      circle([16, -26], 7, 'light') +
      circle([16, -26], 3, 'white'),
  )

/** A pizza on its board, 76 wide. */
export const pizza = (place: Point) =>
  at(
    place,
    rect([-4, -5, 84, 5], 'roof', { rx: 2 }) +
      ellipse([38, -12], [36, 10], 'ochre') +
      ellipse([38, -13], [30, 7.5], 'falu') +
      [
        [24, -14],
        [40, -11],
        [52, -15],
        [35, -17],
      ]
        .map(([x = 0, y = 0]) => ellipse([x, y], [6, 2], 'linen'))
        .join(''),
  )

/** A ring with the two keys of a place just bought. */
export const keys = (place: Point) =>
  at(
    place,
    stroke('M14 -30a12 12 0 1 0 0.1 0z', 'leaf', { width: 4 }) +
      stroke('M22 -10L46 -4M40 -6l2 -7M34 -7l2 -6', 'ochre', { width: 5 }) +
      stroke('M20 -6L38 3M32 0l4 -6', 'stone', { width: 5 }),
  )

/** A pot on a flame, 60×44. */
export const pot = (place: Point) =>
  at(
    place,
    rect([6, -36, 48, 36], 'stone', { rx: 4 }) +
      rect([0, -30, 60, 5], 'roof', { rx: 2 }) +
      rect([4, -42, 52, 7], 'roof', { rx: 3 }) +
      shade('M44 -36H54V-4H44Z', 0.1),
  )

/** A bin on wheels, 44×64. */
export const bin = (place: Point) =>
  at(
    place,
    circle([10, -4], 5, 'line') +
      shape('M2 -54H42L38 -4H6Z', 'linden') +
      rect([-2, -62, 48, 9], 'spruce', { rx: 2 }) +
      shade('M32 -54H42L38 -4H31Z', 0.12),
  )

/** A van that sells food, 190×96, its hatch open. */
export const foodTruck = (place: Point) =>
  at(
    place,
    rect([0, -92, 142, 76], 'ochre', { rx: 4 }) +
      shape('M142 -70H168L186 -42V-16H142Z', 'ochre') +
      shape('M150 -62H164L176 -42H150Z', 'glass') +
      rect([18, -74, 100, 34], 'light') +
      shape('M10 -74H126L134 -88H2Z', 'falu') +
      shade('M34 -74H58L56 -88H30ZM82 -74H106L110 -88H84Z', 0.18) +
      rect([12, -40, 112, 6], 'roof') +
      shade('M0 -24H186V-16H0Z', 0.14) +
      [34, 150].map((x) => circle([x, -14], 14, 'roof') + circle([x, -14], 6, 'stone')).join(''),
  )

/** A car's side on its ground at y, from x on, 190 wide; the door is grey with primer. */
export const carInPrimer = ([x, y]: Point) =>
  at(
    [x, y],
    shape('M0 -22Q2 -46 30 -50L58 -80H124L152 -50Q186 -48 188 -22V-10H0Z', 'lake') +
      shape('M66 -72H90V-52H50Z', 'glass') +
      shape('M96 -72H120L138 -52H96Z', 'glass') +
      shape('M50 -50H92V-12H54Z', 'stone') +
      rect([80, -42, 9, 3], 'roof') +
      [36, 150].map((cx) => circle([cx, -12], 17, 'roof') + circle([cx, -12], 7, 'stone')).join(''),
  )

/** A pizza oven of brick with its fire, 150×120. */
export const pizzaOven = (place: Point) =>
  at(
    place,
    shape('M0 0V-70Q0 -120 75 -120Q150 -120 150 -70V0Z', 'falu') +
      shade(
        [-96, -72, -48, -24]
          .map((y) => d`M${y < -80 ? 24 : 0} ${y}h${y < -80 ? 102 : 150}v2h-${y < -80 ? 102 : 150}z`)
          .join(''),
        0.16,
      ) +
      shape('M36 -14V-46Q36 -72 75 -72Q114 -72 114 -46V-14Z', 'roof') +
      shape('M52 -16Q52 -36 64 -48Q66 -36 74 -32Q78 -44 86 -52Q98 -34 96 -16Z', 'light') +
      rect([24, -14, 102, 8], 'stone'),
  )
