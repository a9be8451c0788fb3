import { streetEngineer, truckOwner } from '../cast.ts'
import { door, plate } from '../door.ts'
import { person } from '../person.ts'
import { at, d, drawing, group, rect, shape } from '../svg.ts'
import { foodTruck } from '../trade-things.ts'
import { arrowHead, way } from '../way.ts'

/** Vagnens ägare går till Polisens dörr, och gatukontorets ingenjör kommer dit med sitt yttrande. */
export const policeDecide = () =>
  drawing(
    [0, 0, 640, 300],
    rect([0, 0, 640, 220], 'sky') +
      shape('M0 220V140C120 100 220 120 330 150V220Z', 'hill') +
      rect([400, 30, 240, 190], 'stone') +
      rect([394, 24, 246, 10], 'roof') +
      door([470, 76], [62, 140], 'open') +
      plate([501, 40], 'POLISEN') +
      rect([0, 220, 640, 80], 'kerb') +
      group(foodTruck([0, 0]), { transform: 'translate(16 236) scale(1.05)' }) +
      way(d`M270 288H486`, 'business') +
      arrowHead([498, 288], 'right') +
      person(truckOwner, { at: [256, 280], scale: 1.3, pose: 'walk' }) +
      person(streetEngineer, {
        at: [590, 282],
        scale: 1.3,
        facing: 'left',
        pose: 'reach',
        mood: 'talking',
        holds: 'card',
      }) +
      at([0, 0], ''),
  )
