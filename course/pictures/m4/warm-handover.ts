import { buildingOfficer, environmentOfficer, haulier } from '../cast.ts'
import { type DoorState, door, plate } from '../door.ts'
import { panel } from '../panel.ts'
import { person } from '../person.ts'
import { at, d, drawing } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const floor = 176
const leaf = [48, 92] as const
const firstX = 216
const secondX = 470
const wayY = 208

const doors = (first: DoorState, second: DoorState) =>
  door([firstX, floor - leaf[1] - 4], leaf, first) +
  plate([firstX + leaf[0] / 2, 42], 'MIL') +
  door([secondX, floor - leaf[1] - 4], leaf, second) +
  plate([secondX + leaf[0] / 2, 42], 'BYG')

const band = (title: string, content: string) => panel({ title, width: 640, height: 222, floor }, content)

const cold =
  doors('closed', 'closed') +
  way(d`M${firstX + 10} ${wayY}H${secondX - 18}`, 'business') +
  arrowHead([secondX - 4, wayY], 'right') +
  person(haulier, { at: [356, 212], scale: 1.1, pose: 'walk', mood: 'worried' })

const warm =
  doors('open', 'open') +
  person(haulier, { at: [70, 212], scale: 1.1, mood: 'glad' }) +
  person(environmentOfficer, { at: [152, 212], scale: 1.1, pose: 'point', mood: 'glad' }) +
  way(d`M208 ${wayY}H534`, 'colleagues') +
  arrowHead([546, wayY], 'right') +
  person(buildingOfficer, { at: [596, 212], scale: 1.1, facing: 'left', pose: 'carry', holds: 'card', mood: 'glad' })

/** I en kall överlämning går åkaren ensam till nästa dörr, i en varm går frågan från kollega till kollega. */
export const warmHandover = () => drawing([0, 0, 640, 450], band('Kall', cold) + at([0, 228], band('Varm', warm)))
