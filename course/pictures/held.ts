import { d, group, type Point, rect, shade, stroke } from './svg.ts'

/** One thing that somebody carries or uses. */
export type Thing = 'plank' | 'box' | 'card' | 'phone' | 'case'

const drawn: Record<Thing, (hand: Point) => string> = {
  plank: () =>
    group(rect([-58, -96, 128, 9], 'linen') + shade('M-58 -90H70V-87H-58Z', 0.14), { transform: 'rotate(-7)' }),
  box: () => rect([-2, -78, 34, 26], 'ochre') + rect([12, -78, 6, 26], 'linen') + shade('M26 -78H32V-52H26Z', 0.1),
  card: ([x, y]) =>
    rect([x - 2, y - 17, 22, 16], 'white') +
    shade(d`M${x + 1} ${y - 13}h14v2h-14zM${x + 1} ${y - 9}h14v2h-14zM${x + 1} ${y - 5}h8v2h-8z`, 0.45),
  phone: ([x, y]) => rect([x < 0 ? x + 2 : x - 4, y - 13, 5, 17], 'line', { rx: 1.5 }),
  case: ([x, y]) =>
    rect([x - 14, y + 5, 28, 20], 'roof', { rx: 2 }) + stroke(d`M${x - 5} ${y + 5}v-4h10v4`, 'roof', { width: 2.5 }),
}

/** The thing at the hand that holds it. */
export const held = (thing: Thing, hand: Point) => drawn[thing](hand)
