import { tableTop } from '../card.ts'
import { at, circle, drawing, group, rect, shade, stroke, words } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const sms =
  rect([10, -34, 40, 68], 'line', { rx: 5 }) +
  rect([14, -28, 32, 52], 'white') +
  rect([18, -20, 24, 16], 'light', { rx: 4 })
const email = rect([0, -24, 60, 48], 'white') + stroke('M2 -22L30 2L58 -22', 'accent', { width: 3 })
const letter = group(
  shade('M3 -33H51V37H3Z', 0.15) +
    rect([0, -36, 48, 70], 'white') +
    [-26, -16, -6, 4].map((y) => rect([8, y, 32, 3], 'line', { 'fill-opacity': 0.45 })).join(''),
  { transform: 'translate(6 0) rotate(-4)' },
)

const row = (name: string, thing: string, i: number) =>
  at(
    [30, 56 + i * 86],
    thing +
      rect([82, -19, 84, 38], 'white', { rx: 2 }) +
      words([124, 8], name, { size: 22 }) +
      way('M186 0H342', 'colleagues') +
      arrowHead([354, 0], 'right'),
  )

const binder =
  shade('M8 8H208V246H8Z', 0.15) +
  rect([0, 0, 200, 240], 'lake') +
  rect([0, 0, 26, 240], 'line', { 'fill-opacity': 0.18 }) +
  rect([48, 44, 132, 66], 'white') +
  words([114, 85], 'Ärendet', { size: 26 }) +
  circle([114, 190], 18, 'line') +
  circle([114, 190], 9, 'lake')

/** Sms, mejl och brev går alla samma väg, in i ärendets pärm. */
export const theCase = () =>
  drawing(
    [0, 0, 640, 290],
    tableTop(640, 290) + at([412, 24], binder) + row('Sms', sms, 0) + row('Mejl', email, 1) + row('Brev', letter, 2),
  )
