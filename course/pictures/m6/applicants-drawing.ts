import { at, drawing, rect, shade, stroke } from '../svg.ts'
import { arrowHead } from '../way.ts'
import { dotted, street } from './detailed-plan.ts'
import { numberedPlate, pointer } from './numbered-plate.ts'

const workshop = at([120, 76], rect([0, 0, 150, 114], 'lake') + shade('M0 57H150V114H0Z', 0.12))
const extension =
  rect([270, 150, 100, 92], 'white') + stroke('M272 152H368V240H272Z', 'falu', { width: 4, 'stroke-dasharray': '10 8' })
const distance =
  stroke('M376 172H434', 'ink', { width: 3 }) + arrowHead([374, 172], 'left') + arrowHead([438, 172], 'right')

/** Ritningen: verkstaden, en streckad tillbyggnad på prickad mark, 3 meter från gränsen, och en skylt. */
export const applicantsDrawing = () =>
  drawing(
    [0, 0, 640, 340],
    rect([0, 0, 640, 196], 'linen') +
      dotted +
      street +
      stroke('M440 0V276', 'ink', { width: 4, 'stroke-dasharray': '3 10' }) +
      rect([500, 70, 90, 80], 'roof') +
      workshop +
      extension +
      distance +
      rect([108, 112, 14, 46], 'falu') +
      numberedPlate([196, 112], 4) +
      numberedPlate([320, 198], 5) +
      pointer('M406 124V164', [406, 172]) +
      numberedPlate([406, 112], 6) +
      pointer('M60 134H104', [112, 134]) +
      numberedPlate([46, 134], 7),
  )
