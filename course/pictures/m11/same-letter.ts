import { card, tableTop } from '../card.ts'
import { at, d, drawing, group, rect, shade, shape, stroke } from '../svg.ts'
import { arrowHead } from '../way.ts'

const bid = (i: number) =>
  card(
    [40 + i * 200, 20],
    { title: `Anbud ${i + 1}`, width: 160, height: 120 },
    [70, 86, 102].map((y) => shade(d`M20 ${y}h${y === 102 ? 70 : 120}v4h-${y === 102 ? 70 : 120}z`, 0.4)).join(''),
  )

const letter = (i: number) =>
  at(
    [62 + i * 200, 214],
    rect([4, 4, 116, 76], 'line', { 'fill-opacity': 0.15 }) +
      rect([0, 0, 116, 76], 'white') +
      stroke('M3 3L58 44L113 3', 'edge', { width: 3 }) +
      shape('M50 40h16v16h-16z', 'falu'),
  )

/** Tre anbud ligger på bordet, och från vart och ett går en pil till ett eget brev. */
export const sameLetter = () =>
  drawing(
    [0, 0, 640, 310],
    tableTop(640, 310) +
      [0, 1, 2]
        .map(
          (i) =>
            bid(i) +
            stroke(d`M${120 + i * 200} 152V196`, 'ink', { width: 4 }) +
            group(arrowHead([0, 0]), { transform: `translate(${120 + i * 200} 204) rotate(180)` }) +
            letter(i),
        )
        .join(''),
  )
