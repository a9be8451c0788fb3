import { type DoorState, door, plate } from '../door.ts'
import { label } from '../label.ts'
import { drawing, rect } from '../svg.ts'

const levels: [letter: string, state: DoorState, demand: string, who: string][] = [
  ['A', 'closed', 'Tillstånd', 'Domstol'],
  ['B', 'closed', 'Tillstånd', 'Länsstyrelse'],
  ['C', 'ajar', 'Anmälan', 'Kommunen'],
  ['U', 'open', 'Tillsyn', 'Kommunen'],
]
const middle = (i: number) => 80 + i * 160

/** Fyra dörrar: A prövas av domstol, B av länsstyrelsen, C anmäls till kommunen och U kräver ingen anmälan. */
export const fourLevels = () =>
  drawing(
    [0, 0, 640, 312],
    rect([0, 0, 640, 212], 'wall') +
      rect([0, 207, 640, 5], 'trim') +
      rect([0, 212, 640, 100], 'ground') +
      levels
        .map(
          ([letter, state, demand, who], i) =>
            door([middle(i) - 30, 64], [60, 144], state) +
            plate([middle(i), 20], letter) +
            label([middle(i), 232], demand, 150) +
            label([middle(i), 268], who, 150),
        )
        .join(''),
  )
