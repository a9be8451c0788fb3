import { door, plate } from '../door.ts'
import { at, circle, d, drawing, rect, shade, shape, stroke } from '../svg.ts'

const ground = 250

/** The station: a long wooden house, its waiting room in the middle, the clock under the ridge. */
const house =
  rect([150, 120, 340, 130], 'falu') +
  shade(Array.from({ length: 42 }, (_, n) => d`M${154 + n * 8} 120v130h1v-130Z`).join(''), 0.13) +
  shape(d`M134 122L190 62H450L506 122Z`, 'roof') +
  rect([150, 120, 6, 130], 'trim') +
  rect([484, 120, 6, 130], 'trim') +
  circle([320, 96], 17, 'trim') +
  stroke(d`M320 96V85M320 96H328`, 'line', { width: 3 }) +
  [176, 226, 382, 432]
    .map(
      (x) =>
        rect([x, 150, 34, 46], 'trim') + rect([x + 4, 154, 26, 38], 'lit-glass') + rect([x + 15, 154, 4, 38], 'trim'),
    )
    .join('') +
  door([300, 176], [40, 70], 'closed')

const table = (x: number) =>
  rect([x - 24, 300, 48, 5], 'line') + rect([x - 3, 305, 6, 26], 'line') + circle([x - 9, 294], 5, 'trim')

const square =
  rect([0, ground, 640, 130], 'ground') + rect([0, 344, 640, 36], 'kerb') + [80, 160, 480, 560].map(table).join('')

const codes: readonly [number, number, string][] = [
  [60, 60, 'NÄR'],
  [60, 130, 'BYG'],
  [60, 200, 'MAR'],
  [250, 32, 'VAA'],
  [390, 32, 'RTJ'],
  [580, 60, 'ALK'],
  [580, 130, 'GAT'],
  [580, 200, 'LIV'],
]

/** Stationshuset och torget med de åtta dörrarna runt om. */
export const station = () =>
  drawing(
    [0, 0, 640, 380],
    rect([0, 0, 640, ground], 'sky') +
      square +
      at([0, 0], house) +
      codes.map(([x, y, code]) => plate([x, y], code)).join(''),
  )
