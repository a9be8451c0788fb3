import { streetEngineer } from '../cast.ts'
import { type DoorState, door, plate } from '../door.ts'
import { label } from '../label.ts'
import { panel } from '../panel.ts'
import { person } from '../person.ts'
import { at, d, drawing } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const band = (title: string, answer: string, state: DoorState) =>
  panel(
    { title, width: 640, height: 204, floor: 164 },
    label([270, 120], answer, 190) +
      way(d`M132 188H470`, 'colleagues') +
      arrowHead([482, 188], 'right') +
      door([490, 62], [52, 98], state) +
      plate([516, 24], 'POLISEN') +
      person(streetEngineer, { at: [92, 194], scale: 1.05, pose: 'reach', holds: 'card' }),
  )

/** När kommunen säger ja kan Polisens dörr öppnas, och när kommunen säger nej är den stängd. */
export const veto = () =>
  drawing(
    [0, 0, 640, 412],
    band('Kommunen säger ja', 'Polisen prövar', 'open') +
      at([0, 208], band('Kommunen säger nej', 'Polisen får inte', 'closed')),
  )
