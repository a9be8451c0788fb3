import { at, circle, type Point, rect, shade, shape, stroke } from '../svg.ts'

/** A basket with a bottle, a box and a bow, 76×92; it stands with its lower left corner at `place`. */
export const giftBasket = (place: Point) =>
  at(
    place,
    stroke('M8 -34Q38 -112 68 -34', 'ochre', { width: 5 }) +
      rect([18, -66, 13, 34], 'linden', { rx: 3 }) +
      rect([21, -78, 7, 14], 'linden') +
      rect([34, -54, 26, 22], 'lake') +
      circle([28, -38], 8, 'falu') +
      shape('M2 -36H74L66 0H10Z', 'ochre') +
      shade('M4 -26H72V-22H4ZM6 -14H70V-10H6Z', 0.16) +
      shape('M38 -20L24 -30V-10ZM38 -20L52 -30V-10Z', 'falu') +
      circle([38, -20], 4, 'falu'),
  )
