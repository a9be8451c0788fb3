import { door } from '../door.ts'
import { doorPlace, type House, house, streetDoor } from '../house.ts'
import { birch } from '../outdoors.ts'
import { at, drawing, element, rect, stroke, words } from '../svg.ts'

/** A shop sign with a pair of scissors. */
const sign = (x: number, y: number) =>
  at(
    [x, y],
    rect([0, 0, 44, 44], 'white') +
      stroke(
        'M14 8L27 29M30 8L17 29M9 34a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M25 34a5 5 0 1 0 10 0a5 5 0 1 0 -10 0',
        'plate-ink',
        { width: 3 },
      ),
  )

const modern: House = { x: 104, width: 100, height: 120, color: 'linen', roof: 'flat', door: 14, lower: { x: 58 } }
const old: House = { x: 104, width: 104, height: 128, color: 'falu', roof: 'gable', door: 16, lower: { x: 62 } }

const half = (plan: House, title: string, verdict: string) =>
  element(
    'svg',
    { width: 316, height: 320 },
    rect([0, 0, 316, 320], 'sky') +
      rect([0, 236, 316, 84], 'kerb') +
      birch(48, 150) +
      house(plan) +
      door(doorPlace(plan), streetDoor, 'closed') +
      sign(plan.x + 48, 232 - plan.height + 14) +
      words([158, 32], title, { size: 24, color: 'ink' }) +
      rect([28, 262, 260, 42], 'white') +
      words([158, 291], verdict, { size: 24 }),
  )

/** På den vanliga gatan är skylten oftast fri, i den värdefulla miljön kan samma skylt kräva lov. */
export const signs = () =>
  drawing(
    [0, 0, 640, 320],
    half(modern, 'Vanlig gata', 'Oftast fri') + at([324, 0], half(old, 'Värdefull miljö', 'Kan kräva lov')),
  )
