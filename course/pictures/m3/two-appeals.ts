import { courier, karim } from '../cast.ts'
import { type DoorState, door, plate } from '../door.ts'
import { panel } from '../panel.ts'
import { person } from '../person.ts'
import { at, d, drawing } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const floor = 176
const leaf = [48, 92] as const
const committeeX = 316
const courtX = 548
const wayY = 206
const middle = (x: number) => x + leaf[0] / 2
const tip = (x: number) => arrowHead([middle(x), 188])

const doors = (committee: DoorState) =>
  door([committeeX, floor - leaf[1] - 4], leaf, committee) +
  plate([middle(committeeX), 42], 'NÄMND') +
  door([courtX, floor - leaf[1] - 4], leaf, 'open') +
  plate([middle(courtX), 42], 'RÄTTEN')

const band = (title: string, content: string) => panel({ title, width: 640, height: 218, floor }, content)

const karimsWay =
  doors('open') +
  way(d`M112 ${wayY}H${middle(committeeX) - 8}`, 'business') +
  tip(committeeX) +
  way(d`M${middle(committeeX) + 14} ${wayY}H${middle(courtX)}V194`, 'colleagues') +
  tip(courtX) +
  person(karim, { at: [74, 208], scale: 1.05, pose: 'reach', holds: 'card' })

const neighboursWay =
  doors('closed') +
  way(d`M112 ${wayY}H${middle(courtX) - 8}`, 'business') +
  tip(courtX) +
  person(courier, { at: [74, 208], scale: 1.05, pose: 'reach', holds: 'card' })

/** Karim lämnar sitt överklagande till nämnden, som skickar det till rätten, och grannen skriver direkt till rätten. */
export const twoAppeals = () =>
  drawing([0, 0, 640, 440], band('Överklagande', karimsWay) + at([0, 222], band('Laglighetsprövning', neighboursWay)))
