import { licensingOfficer, olena } from '../cast.ts'
import { type DoorState, door, plate } from '../door.ts'
import { binders, plant } from '../furniture.ts'
import { panel } from '../panel.ts'
import { person } from '../person.ts'
import { at, d, drawing, group } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const floor = 176
const wayY = 204
const leaf = [44, 92] as const

const band = (title: string, content: string) => panel({ title, width: 640, height: 218, floor }, content)
const licences = (x: number, state: DoorState) =>
  door([x, floor - leaf[1] - 4], leaf, state) + plate([x + leaf[0] / 2, 42], 'ALK')

const alone =
  licences(560, 'closed') +
  [0, 1, 2].map((i) => plate([198 + i * 138, 92], `Vecka ${i + 1}`)).join('') +
  way(d`M104 ${wayY}H556`, 'business') +
  arrowHead([570, wayY], 'right') +
  person(olena, { at: [64, 206], scale: 1, mood: 'worried' })

const helped =
  licences(226, 'open') +
  group(binders([0, 0]), { transform: 'translate(356 58) scale(0.8)' }) +
  plant([540, 142]) +
  way(d`M158 ${wayY}H222`, 'business') +
  arrowHead([236, wayY], 'right') +
  person(olena, { at: [64, 206], scale: 1, mood: 'glad' }) +
  person(licensingOfficer, { at: [122, 206], scale: 1, pose: 'point', mood: 'talking' })

/** Utan hjälp är vägen tre veckor lång, med hjälp är dörren nära. */
export const twoWays = () =>
  drawing([0, 0, 640, 440], band('Utan hjälp', alone) + at([0, 222], band('Med hjälp', helped)))
