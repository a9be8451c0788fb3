import { at, circle, d, group, type Point, rect, shade, shape, stroke, words } from './svg.ts'

const size: Point = [54, 62]
const [width, height] = size

/** A sheet that stands tilted on a desk with its lower left corner at `place`; `content` is drawn from its upper left one. */
const paper = (place: Point, content: string) =>
  at(
    place,
    group(
      shade(d`M3 ${3 - height}H${width + 3}V3H3Z`, 0.15) +
        rect([0, -height, width, height], 'white') +
        at([0, -height], content),
      { transform: 'rotate(-4)' },
    ),
  )

const line = (x: number, y: number, length: number) => rect([x, y, length, 2.4], 'line', { 'fill-opacity': 0.45 })
const handwriting = (x: number, y: number) => stroke(d`M${x} ${y}q3 -5 6 0t6 0t6 0t6 0t6 0`, 'leaf', { width: 1.8 })
const tick = (x: number, y: number) => stroke(d`M${x} ${y}l3 4l6 -8`, 'leaf', { width: 2.4 })

const fields = [8, 21, 34, 47]

/** A form of four fields: two or all of them filled in, or all and two of them wrong. */
export function application(place: Point, state: 'half' | 'whole' | 'wrong'): string {
  const filled = state === 'half' ? 2 : 4
  const rows = fields.map(
    (y, i) =>
      line(6, y, 18) +
      rect([6, y + 4, 42, 7], 'line', { 'fill-opacity': 0.1 }) +
      (i < filled ? handwriting(9, y + 8) : ''),
  )
  const doubts = [25, 51].map((y) => stroke(d`M5 ${y + 5}L49 ${y - 1}`, 'falu', { width: 3 }))
  return paper(place, rows.join('') + (state === 'wrong' ? doubts.join('') : ''))
}

/** The proof that an application is complete: three answers and a seal. */
export const proof = (place: Point) =>
  paper(
    place,
    rect([0, 0, width, 12], 'leaf') +
      [22, 33, 44].map((y) => circle([9, y], 2.6, 'leaf') + line(16, y - 1.2, 30)).join('') +
      circle([45, 54], 5, 'falu'),
  )

/** A list of what is missing: two ticked off, one left. */
export const checklist = (place: Point) =>
  paper(
    place,
    line(6, 8, 26) +
      [20, 33, 46]
        .map(
          (y, i) =>
            rect([6, y - 4, 9, 9], 'line', { 'fill-opacity': 0.14 }) + line(20, y, 26) + (i < 2 ? tick(7, y) : ''),
        )
        .join(''),
  )

/** A letter of many lines under a heavy heading. */
export const orderLetter = (place: Point) =>
  paper(
    place,
    rect([6, 7, 30, 6], 'falu') + [19, 25, 31, 37, 43, 49].map((y) => line(6, y, y === 49 ? 20 : 42)).join(''),
  )

const pen = stroke('M0 0L26 -4', 'leaf', { width: 4 }) + stroke('M-4 0.6L-1 0.2', 'line', { width: 2 })

/** A short letter that is being signed; the pen lies beside it. */
export const request = (place: Point) =>
  paper(place, line(6, 10, 30) + line(6, 20, 42) + line(6, 27, 36) + handwriting(9, 48)) +
  at([place[0] + 58, place[1] - 4], pen)

/** A decision whose last lines say how to appeal. */
export const decision = (place: Point) =>
  paper(
    place,
    line(6, 10, 30) +
      line(6, 19, 42) +
      line(6, 26, 36) +
      rect([4, 36, 46, 20], 'light', { 'fill-opacity': 0.55 }) +
      line(8, 42, 30) +
      stroke('M30 50h12M37 46l5 4l-5 4', 'plate-ink', { width: 2 }),
  )

/** A heap of papers in which one more is easily forgotten. */
export const heap = (place: Point) =>
  at(
    place,
    [0, 1, 2, 3, 4, 5]
      .map((i) => {
        const x = i % 2 === 0 ? 0 : 5
        return (
          rect([x, -6 * (i + 1), 64, 6], i % 2 === 0 ? 'white' : 'stone') +
          shade(d`M${x} ${-6 * i - 1.5}h64v1.5h-64z`, 0.14)
        )
      })
      .join(''),
  )

export const newspaper = (place: Point) =>
  at(
    place,
    group(
      shade('M3 -43H71V3H3Z', 0.15) +
        rect([0, -46, 68, 46], 'white') +
        rect([6, -40, 56, 8], 'line') +
        rect([6, -27, 26, 20], 'stone') +
        [-26, -20, -14, -8].map((y) => line(37, y, 25)).join(''),
      { transform: 'rotate(-4)' },
    ),
  )

/** A sheet that somebody has given up on. */
export const crumpled = (place: Point) =>
  at(
    place,
    shape('M2 -8L8 -22L22 -28L36 -23L42 -10L36 0H8Z', 'white') +
      shade('M8 -22L20 -14L22 -28ZM20 -14L36 -23L30 -8ZM20 -14L8 0H26L30 -8Z', 0.14),
  )

/** The book of laws, standing. */
export const lawBook = (place: Point) =>
  at(
    place,
    rect([0, -58, 46, 58], 'falu', { rx: 2 }) +
      rect([0, -58, 7, 58], 'line', { 'fill-opacity': 0.18 }) +
      rect([46, -55, 4, 52], 'white') +
      words([27, -20], '§', { size: 30, color: 'white' }),
  )

/** An invoice: lines with sums to the right, and the total marked. */
export const invoice = (place: Point) =>
  paper(
    place,
    rect([6, 7, 24, 6], 'leaf') +
      [20, 27, 34].map((y) => line(6, y, 24) + line(38, y, 10)).join('') +
      rect([4, 43, 46, 13], 'light', { 'fill-opacity': 0.55 }) +
      line(8, 48, 16) +
      line(36, 48, 12),
  )
