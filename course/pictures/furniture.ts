import { birch } from './outdoors.ts'
import { at, circle, d, type Point, rect, shade, shape, stroke, type Token } from './svg.ts'

/** A wall with skirting and a floor, 640 wide. */
export const room = (floor: number, height: number) =>
  rect([0, 0, 640, floor], 'wall') +
  rect([0, floor - 6, 640, 6], 'trim') +
  rect([0, floor, 640, height - floor], 'ground')

/** A desk of boards `width` wide from its upper left corner down to `bottom`; its top reaches 6 outside. */
export function desk([x, top]: Point, width: number, bottom: number): string {
  const lines = Array.from(
    { length: Math.floor((width - 1) / 16) },
    (_, i) => d`M${x + 16 * (i + 1)} ${top}h1V${bottom}h-1z`,
  )
  return (
    rect([x, top, width, bottom - top], 'ochre') +
    shade(lines.join(''), 0.13) +
    shade(d`M${x} ${top + 12}h${width}v5h-${width}z`, 0.12) +
    rect([x - 6, top, width + 12, 12], 'roof')
  )
}

/** A window with a birch outside, 112×84. */
export const wideWindow = (place: Point) =>
  at(
    place,
    rect([0, 0, 112, 84], 'trim') +
      rect([4, 4, 104, 76], 'glass') +
      shape('M4 80V58C30 44 70 48 108 60V80Z', 'spruce') +
      birch(82, 58, 80) +
      rect([54, 4, 4, 76], 'trim') +
      rect([-3, 84, 118, 6], 'trim'),
  )

export const noticeBoard = (place: Point) =>
  at(
    place,
    rect([0, 0, 64, 46], 'ochre') +
      rect([4, 4, 56, 38], 'linen') +
      rect([10, 9, 20, 24], 'white') +
      rect([34, 12, 18, 13], 'linden'),
  )

/** A plant; `place` is the upper left corner of its pot, which is 36×38. */
export const plant = (place: Point) =>
  at(
    place,
    stroke('M18 4Q14 -26 -4 -48M18 4Q20 -26 22 -64M18 4Q26 -26 42 -42', 'linden', { width: 7 }) +
      shape('M0 0H36L32 38H4Z', 'falu') +
      shade('M0 0H36L35 7H1Z', 0.12),
  )

/** A chair's back seen from the front, 80 wide. */
export const chairBack = (place: Point) =>
  at(place, rect([0, 0, 80, 70], 'linden', { rx: 8 }) + shade('M8 8h64v4h-64z', 0.12))

const binderColors: Token[] = ['lake', 'lake', 'falu', 'linden', 'stone', 'lake', 'linden', 'linden', 'falu', 'stone']

/** Two shelves of binders, 128×98. */
export const binders = (place: Point) =>
  at(
    place,
    [0, 52]
      .map(
        (y, row) =>
          binderColors
            .slice(row * 5, row * 5 + 5)
            .concat(row === 0 ? ['falu'] : [])
            .map((color, i) => {
              const x = 8 + i * 19
              return (
                rect([x, y, 16, 40], color) +
                rect([x + 4, y + 8, 8, 11], 'white') +
                circle([x + 8, y + 30], 2.4, 'line')
              )
            })
            .join('') + rect([0, y + 40, 128, 6], 'ochre'),
      )
      .join(''),
  )

export const wallClock = ([x, y]: Point) =>
  circle([x, y], 22, 'roof') +
  circle([x, y], 18, 'white') +
  stroke(d`M${x} ${y - 12}V${y}L${x + 8} ${y + 5}`, 'line', { width: 2.4 })

/** A shelf of boxes, 132×92. */
export const boxes = (place: Point) =>
  at(
    place,
    [
      [6, 6, 38, 34],
      [48, 14, 46, 26],
      [100, 2, 26, 38],
      [10, 54, 52, 30],
      [68, 48, 40, 36],
    ]
      .map(([x = 0, y = 0, w = 0, h = 0]) => rect([x, y, w, h], 'ochre') + rect([x + w / 2 - 4, y, 8, h], 'linen'))
      .join('') +
      rect([0, 40, 132, 6], 'roof') +
      rect([0, 84, 132, 6], 'roof'),
  )

/** A workbench `width` wide from its upper left corner down to `bottom`. */
export const workbench = ([x, top]: Point, width: number, bottom: number) =>
  rect([x, top, width, bottom - top], 'lake') +
  shade(d`M${x} ${top + 12}h${width}v5h-${width}z`, 0.12) +
  rect([x, top, width, 12], 'roof')
