import { at, circle, d, type Point, rect, shade, stroke, type Token, words } from './svg.ts'

interface Month {
  columns: number
  rows: number
  /** So many cells from the first one are crossed out. */
  crossed?: number
  /** The cell with a ring around it, 0 for the first. */
  ringed?: number
}

const cell = 14

/** A calendar that stands or hangs, its lower left corner at `place`: 14 units a cell, 20 for its head. */
export function calendar(place: Point, { columns, rows, crossed = 0, ringed }: Month): string {
  const width = columns * cell + 8
  const height = rows * cell + 22
  const corner = (i: number): Point => [4 + (i % columns) * cell, 18 - height + Math.floor(i / columns) * cell]
  const cells = Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = corner(i)
    const cross = i < crossed ? stroke(d`M${x + 3} ${y + 3}l6 6m0 -6l-6 6`, 'plate-ink', { width: 2 }) : ''
    return rect([x, y, cell - 2, cell - 2], 'line', { 'fill-opacity': 0.1 }) + cross
  })
  return at(
    place,
    shade(d`M3 ${3 - height}H${width + 3}V3H3Z`, 0.15) +
      rect([0, -height, width, height], 'white') +
      rect([0, -height, width, 14], 'falu') +
      [width * 0.25, width * 0.75].map((x) => circle([x, -height], 2.5, 'roof')).join('') +
      cells.join('') +
      (ringed === undefined ? '' : ring(corner(ringed))),
  )
}

const ring = ([x, y]: Point) => stroke(d`M${x - 3} ${y + 6}a9 8 0 1 0 18 0a9 8 0 1 0 -18 0z`, 'leaf', { width: 2.6 })

/** A leaf torn from a calendar, 56×62, its upper left corner at `place`, with a word or a number on it. */
export const dateLeaf = (place: Point, name: string, head: Token) =>
  at(
    place,
    shade('M3 3H59V65H3Z', 0.15) +
      rect([0, 0, 56, 62], 'white') +
      rect([0, 0, 56, 16], head) +
      words([28, 49], name, { size: 24 }),
  )
