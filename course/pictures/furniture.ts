import { birch } from './outdoors.ts'
import { at, d, type Point, rect, shade, shape, stroke } from './svg.ts'

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
