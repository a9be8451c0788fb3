import { houseNumber } from '../door.ts'
import { circle, d, drawing, rect, shape, stroke } from '../svg.ts'

const tables: [number, number][] = [
  [452, 196],
  [512, 196],
  [452, 244],
  [512, 244],
]

/** Skissen visar torget uppifrån: vagnen på tvären över räddningsvägen, tältet med gasolen i, och borden. */
export const squarePlan = () =>
  drawing(
    [0, 0, 640, 300],
    rect([0, 0, 640, 300], 'kerb') +
      rect([0, 96, 640, 66], 'stone') +
      stroke('M12 129H628', 'white', { width: 4, 'stroke-dasharray': '20 16' }) +
      rect([60, 0, 200, 60], 'falu') +
      rect([380, 0, 220, 60], 'ochre') +
      rect([150, 84, 54, 92], 'lake') +
      shape('M150 84H204L196 74H158Z', 'roof') +
      shape('M264 190H392V284H264Z', 'linen') +
      stroke(d`M264 190L392 284M392 190L264 284`, 'edge', { width: 2 }) +
      circle([364, 262], 13, 'lake') +
      circle([364, 262], 5, 'ochre') +
      tables.map(([x, y]) => rect([x, y, 36, 30], 'ochre')).join('') +
      houseNumber([177, 118], 1) +
      houseNumber([296, 208], 2) +
      houseNumber([338, 252], 3) +
      houseNumber([500, 216], 4),
  )
