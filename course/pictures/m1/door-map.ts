import { carpenter } from '../cast.ts'
import { type DoorState, door, plate } from '../door.ts'
import { panel } from '../panel.ts'
import type { Mood } from '../person.ts'
import { person } from '../person.ts'
import { at, d, drawing } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const codes = ['REC', 'BYG', 'MAR', 'MIL', 'NÄR']
const leaf = [40, 88] as const
const floor = 176
const doorX = (i: number) => 160 + i * 98
const middle = (i: number) => doorX(i) + leaf[0] / 2
const wayY = 204

interface Band {
  name: string
  states: DoorState[]
  mood: Mood
  ways: string
}

/** The same five doors, 640×218, under the name of the model. */
const band = ({ name, states, mood, ways }: Band) =>
  panel(
    { title: name, width: 640, height: floor + 42, floor },
    codes
      .map(
        (code, i) => door([doorX(i), floor - leaf[1] - 4], leaf, states[i] ?? 'closed') + plate([middle(i), 48], code),
      )
      .join('') +
      ways +
      person(carpenter, { at: [72, 206], scale: 1, mood, pose: mood === 'glad' ? 'hand-up' : 'stand' }),
  )

const toTheLast = way(d`M100 ${wayY}H${middle(4) - 6}`, 'business') + arrowHead([middle(4), 186])
const toTheNearest = way(d`M100 ${wayY}H${middle(0) - 8}`, 'business') + arrowHead([middle(0), 186])
const between = way(d`M${middle(0) + 12} ${wayY}H${middle(2)}V188M${middle(1)} ${wayY}V188`, 'colleagues')
const handovers = between + arrowHead([middle(1), 186]) + arrowHead([middle(2), 186])

/** Med en dörr in går företaget förbi alla dörrar utom en, med många dörrar in räcker den närmaste. */
export const doorMap = () =>
  drawing(
    [0, 0, 640, 440],
    band({
      name: 'En dörr in',
      states: ['closed', 'closed', 'closed', 'closed', 'open'],
      mood: 'worried',
      ways: toTheLast,
    }) +
      at(
        [0, 222],
        band({
          name: 'Många dörrar in',
          states: ['open', 'open', 'open', 'open', 'open'],
          mood: 'glad',
          ways: toTheNearest + handovers,
        }),
      ),
  )
