import { hairdresser } from '../cast.ts'
import { type DoorState, door, plate } from '../door.ts'
import { person } from '../person.ts'
import { at, d, drawing, rect, words } from '../svg.ts'
import { arrowHead, way } from '../way.ts'
import { rubble } from './rubble.ts'

const floor = 196
const leaf = [52, 104] as const

const stop = (x: number, name: string, state: DoorState) =>
  door([x - leaf[0] / 2, floor - leaf[1] - 4], leaf, state) + plate([x, 46], name)

/** Frisören går genom tre dörrar i rad: lov, start och slut, med bygget mellan de två sista. */
export const threeDecisions = () =>
  drawing(
    [0, 0, 640, 316],
    rect([0, 0, 640, floor], 'wall') +
      rect([0, floor - 5, 640, 5], 'trim') +
      rect([0, floor, 640, 120], 'ground') +
      stop(170, 'LOV', 'open') +
      stop(300, 'START', 'ajar') +
      stop(490, 'SLUT', 'closed') +
      at([352, floor + 4], rubble([0, 0])) +
      plate([396, 96], 'Bygget') +
      plate([586, 120], 'Öppet') +
      person(hairdresser, { at: [66, 254], scale: 1.4, pose: 'walk', mood: 'glad' }) +
      way(d`M110 246H606`, 'business') +
      arrowHead([618, 246], 'right') +
      rect([104, 266, 132, 36], 'white') +
      words([170, 292], '10 veckor', { size: 22 }),
  )
