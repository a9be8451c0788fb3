import { tableTop } from '../card.ts'
import { at, drawing, type Point, rect, shade, words } from '../svg.ts'

const width = 288
const height = 316

const mail = (place: Point, title: string, content: string) =>
  at(
    place,
    shade(`M6 6H${width + 6}V${height + 6}H6Z`, 0.15) +
      rect([0, 0, width, height], 'raised') +
      rect([0, 0, width, 48], 'leaf') +
      words([20, 33], title, { size: 24, anchor: 'start', color: 'white' }) +
      content,
  )

const line = (y: number, length: number) => rect([20, y, length, 6], 'edge', { 'fill-opacity': 0.5 })

/** The answer, marked. */
const answer = (y: number) =>
  rect([12, y, width - 24, 44], 'light') + words([24, y + 30], 'Svaret', { size: 24, anchor: 'start' })

const said = (label: string, i: number) =>
  words([24, 150 + i * 62], label, { size: 24, anchor: 'start', color: 'ink' }) + line(164 + i * 62, 190)

const before =
  [70, 92, 114, 136, 158, 180, 202, 224].map((y, i) => line(y, i % 3 === 2 ? 150 : 246)).join('') + answer(254)
const after = answer(64) + ['Nästa steg', 'Datum', 'Kontakt'].map(said).join('')

/** I mejlet före står svaret sist, i mejlet efter står svaret först och sedan nästa steg, datum och kontakt. */
export const answerFirst = () =>
  drawing([0, 0, 640, 364], tableTop(640, 364) + mail([20, 22], 'Före', before) + mail([332, 22], 'Efter', after))
