import { baker } from '../cast.ts'
import { type DoorState, door, plate } from '../door.ts'
import { person } from '../person.ts'
import { at, d, drawing, rect } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const rows = [
  ['REC', 'NÄR', 'BYG', 'MAR', 'MIL', 'LIV'],
  ['ALK', 'RTJ', 'GAT', 'VAA', 'UPP', 'KAN'],
] as const

/** The café's doors, as in the tool's first question; näringsliv comes first. */
const open = ['NÄR', 'BYG', 'LIV', 'RTJ', 'VAA']

const leaf = [40, 88] as const
const rowHeight = 206
const floor = 150
const wayY = 180
const doorX = (i: number) => 112 + i * 90
const middle = (i: number) => doorX(i) + leaf[0] / 2
const stateOf = (code: string): DoorState => (open.includes(code) ? 'open' : 'closed')

const row = (codes: readonly string[]) =>
  rect([0, 0, 640, floor], 'wall') +
  rect([0, floor - 5, 640, 5], 'trim') +
  rect([0, floor, 640, rowHeight - floor], 'ground') +
  codes
    .map((code, i) => door([doorX(i), floor - leaf[1] - 4], leaf, stateOf(code)) + plate([middle(i), 16], code))
    .join('')

const business = way(d`M84 ${wayY}H${middle(1) - 8}V172`, 'business') + arrowHead([middle(1) - 8, 162])

const down = rowHeight + 10
const handovers =
  way(d`M${middle(1) + 12} ${wayY}H${middle(5)}V172M${middle(2)} ${wayY}V172`, 'colleagues') +
  way(d`M${middle(1) + 12} ${wayY}V${down - 8}M${middle(3)} ${wayY}V${down - 8}`, 'colleagues') +
  arrowHead([middle(2), 162]) +
  arrowHead([middle(5), 162]) +
  arrowHead([middle(1) + 12, down], 'down') +
  arrowHead([middle(3), down], 'down')

/** Kaféet går in hos näringsliv, som lämnar vidare till bygglov, livsmedel, räddningstjänst och vatten. */
export const doorStreet = () =>
  drawing(
    [0, 0, 640, rowHeight * 2 - 20],
    row(rows[0]) +
      at([0, rowHeight], row(rows[1])) +
      business +
      handovers +
      person(baker, { at: [56, 196], scale: 1, mood: 'glad', pose: 'walk' }),
  )
