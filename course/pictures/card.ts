import { at, circle, type Point, rect, shade, words } from './svg.ts'

interface Card {
  title: string
  width: number
  height: number
}

/** A card that lies on a table, its upper left corner at `place`: a title on a green band, and what it shows below. */
export const card = (place: Point, { title, width, height }: Card, content: string) =>
  at(
    place,
    shade(`M6 6H${width + 6}V${height + 6}H6Z`, 0.15) +
      rect([0, 0, width, height], 'raised') +
      rect([0, 0, width, 50], 'leaf') +
      words([width / 2, 34], title, { size: 24, color: 'white' }) +
      content,
  )

/** A white plate 54 high with a number in a ring and what it says. */
export const numbered = (place: Point, number: number, label: string) =>
  at(
    place,
    rect([0, 0, label.length * 15 + 68, 54], 'white', { rx: 3 }) +
      circle([28, 27], 18, 'leaf') +
      words([28, 35], String(number), { size: 22, color: 'white' }) +
      words([58, 35], label, { size: 22, anchor: 'start' }),
  )

/** The top of a wooden table, seen from above. */
export const tableTop = (width: number, height: number) =>
  rect([0, 0, width, height], 'ochre') +
  shade(
    Array.from({ length: Math.floor((height - 1) / 48) }, (_, i) => `M0 ${48 * (i + 1)}h${width}v1h-${width}z`).join(
      '',
    ),
    0.13,
  )
