import { at, d, drawing, type Point, rect, shade, stroke, words } from '../svg.ts'
import { arrowHead } from '../way.ts'

/** True to scale: so many units a metre. */
const metre = 8
const boundary = 176
const trackMiddle = 330
const garage = { x: boundary + 3 * metre, y: trackMiddle - 22 * metre - 56 }

const label = ([x, y]: Point, text: string) => {
  const width = text.length * 13 + 18
  return rect([x - width / 2, y, width, 32], 'white') + words([x, y + 23], text, { size: 20 })
}

const sleepers = Array.from({ length: 32 }, (_, i) => rect([4 + i * 20, trackMiddle - 14, 8, 28], 'roof')).join('')
const rails = rect([0, trackMiddle - 9, 640, 4], 'stone') + rect([0, trackMiddle + 5, 640, 4], 'stone')

const bands =
  rect([0, trackMiddle - 30 * metre, 640, 30 * metre], 'falu', { 'fill-opacity': 0.12 }) +
  stroke(d`M0 ${trackMiddle - 30 * metre}H640`, 'falu', { width: 3, 'stroke-dasharray': '12 8' }) +
  rect([boundary, 0, 4.5 * metre, trackMiddle], 'light', { 'fill-opacity': 0.55 }) +
  stroke(d`M${boundary} 0V${trackMiddle - 24}`, 'ink', { width: 4, 'stroke-dasharray': '3 10' })

const measure =
  stroke(d`M576 ${trackMiddle - 30 * metre + 6}V${trackMiddle - 2}`, 'ink', { width: 3 }) +
  arrowHead([576, trackMiddle - 30 * metre + 4]) +
  arrowHead([576, trackMiddle - 2], 'down')

/** Tomten uppifrån i skala: garaget ligger innanför båda måtten, 4,5 meter från gränsen och 30 meter från spåret. */
export const site = () =>
  drawing(
    [0, 0, 640, 360],
    rect([0, 0, 640, 360], 'linden') +
      rect([0, trackMiddle - 24, 640, 54], 'kerb') +
      bands +
      sleepers +
      rails +
      at([40, 30], rect([0, 0, 84, 60], 'lake') + shade('M0 30H84V60H0Z', 0.12)) +
      at([330, 26], rect([0, 0, 120, 84], 'ochre') + shade('M0 42H120V84H0Z', 0.12)) +
      at([garage.x, garage.y], rect([0, 0, 64, 56], 'falu') + shade('M0 28H64V56H0Z', 0.12)) +
      label([84, 100], 'Granne') +
      label([garage.x + 104, garage.y + 66], 'Garage') +
      label([390, 120], 'Hus') +
      label([boundary + 18, 8], '4,5 m') +
      measure +
      label([576, 190], '30 m') +
      label([70, 264], 'Spår'),
  )
