import { at, circle, drawing, rect, stroke } from '../svg.ts'
import { numberedPlate } from './numbered-plate.ts'

/** The plot of the case in plan and drawing: 640 wide, the street below it, the neighbour to the right. */
export const street = rect([0, 276, 640, 64], 'stone') + rect([0, 306, 640, 4], 'white')

/** Land that must not be built on: dots, as on the maps. */
export const dotted = at(
  [0, 196],
  rect([0, 0, 640, 80], 'linden') +
    [16, 40, 64]
      .flatMap((y, row) => Array.from({ length: 26 }, (_, i) => circle([14 + i * 25 + (row % 2) * 12, y], 3, 'line')))
      .join(''),
)

/** Plankartan: ett fält för bostad och handel, ett prickat fält mot gatan och en bestämmelse om skylt. */
export const detailedPlan = () =>
  drawing(
    [0, 0, 640, 340],
    rect([0, 0, 640, 196], 'ochre') +
      dotted +
      street +
      stroke('M440 0V276', 'line', { width: 3, 'stroke-dasharray': '10 7' }) +
      rect([120, 90, 150, 100], 'roof') +
      rect([500, 70, 90, 80], 'roof') +
      stroke('M3 3H637V274H3Z', 'line', { width: 4 }) +
      numberedPlate([60, 44], 1) +
      numberedPlate([60, 236], 2) +
      numberedPlate([380, 44], 3) +
      rect([330, 74, 100, 40], 'white', { rx: 2 }) +
      stroke('M346 94h68', 'plate-ink', { width: 4 }),
  )
