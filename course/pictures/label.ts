import { type Point, rect, words } from './svg.ts'

/** A line in small letters on a white plate `width` wide and 30 high, its upper edge at y, centred on x. */
export const label = ([x, y]: Point, text: string, width: number) =>
  rect([x - width / 2, y, width, 30], 'white', { rx: 2 }) + words([x, y + 22], text, { size: 20 })
