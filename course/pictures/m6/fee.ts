import { at, drawing, rect, stroke, words } from '../svg.ts'

const square = 62
const weeks = [1, 2, 3, 4, 5]
const left = (gone: number) => 10_000 - gone * 2_000
const kronor = (sum: number) => `${String(sum).replace(/(\d)(?=000$)/, '$1 ')} kr`

const part = (i: number, gone: boolean) => {
  const box = [140 + i * (square + 6), 0, square, 40] as const
  return gone
    ? stroke(`M${box[0] + 2} 2h${square - 4}v36h-${square - 4}z`, 'edge', { width: 3, 'stroke-dasharray': '6 7' })
    : rect(box, 'accent')
}

const row = (gone: number, i: number) =>
  at(
    [16, 52 + i * 56],
    words([0, 29], gone === 1 ? '1 vecka' : `${gone} veckor`, {
      size: 24,
      anchor: 'start',
      color: 'ink',
      weight: 400,
    }) +
      weeks.map((part5, k) => part(k, part5 > 5 - gone)).join('') +
      words([492, 29], kronor(left(gone)), { size: 24, anchor: 'start', color: 'ink' }),
  )

/** Avgiften i fem delar: för varje påbörjad vecka över tiden försvinner en. */
export const fee = () =>
  drawing(
    [0, 0, 640, 336],
    rect([0, 0, 640, 336], 'paper') +
      words([16, 28], 'Över tiden', { size: 22, anchor: 'start', color: 'ink', weight: 400 }) +
      words([508, 28], 'Att betala', { size: 22, anchor: 'start', color: 'ink', weight: 400 }) +
      weeks.map(row).join(''),
  )
