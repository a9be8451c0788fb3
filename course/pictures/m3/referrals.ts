import { landOfficer } from '../cast.ts'
import { type DoorState, door, plate } from '../door.ts'
import { wallClock } from '../furniture.ts'
import { panel } from '../panel.ts'
import { type Mood, person } from '../person.ts'
import { at, d, drawing, group, rect, stroke } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const floor = 176
const wayY = 206
const leaf = [44, 92] as const
const codes = ['RTJ', 'MIL', 'VAA']
const doorX = (i: number) => 206 + i * 154
const middle = (i: number) => doorX(i) + leaf[0] / 2

const letter = ([x, y]: readonly [number, number]) =>
  rect([x - 17, y - 12, 34, 24], 'white') + stroke(d`M${x - 16} ${y - 11}l16 13l16 -13`, 'accent', { width: 2.4 })

interface Band {
  title: string
  states: DoorState[]
  mood: Mood
  /** So many of the doors have got the letter. */
  sent: number
}

function band({ title, states, mood, sent }: Band): string {
  const doors = codes.map((code, i) => {
    const waits =
      i < sent
        ? letter([doorX(i) + 82, 130])
        : group(wallClock([0, 0]), { transform: `translate(${doorX(i) + 82} 130)` })
    return door([doorX(i), floor - leaf[1] - 4], leaf, states[i] ?? 'closed') + plate([middle(i), 42], code) + waits
  })
  const ways = codes
    .slice(0, sent)
    .map((_, i) => way(d`M108 ${wayY}H${middle(i)}V194`, 'colleagues') + arrowHead([middle(i), 188]))
  return panel(
    { title, width: 640, height: 218, floor },
    doors.join('') +
      ways.join('') +
      person(landOfficer, { at: [70, 208], scale: 1.05, mood, pose: sent === 1 ? 'stand' : 'hand-up' }),
  )
}

/** Frågar du en i taget väntar de andra, frågar du alla samtidigt öppnas dörrarna på en gång. */
export const referrals = () =>
  drawing(
    [0, 0, 640, 440],
    band({ title: 'En i taget', states: ['ajar'], mood: 'worried', sent: 1 }) +
      at([0, 222], band({ title: 'Alla samtidigt', states: ['ajar', 'ajar', 'ajar'], mood: 'glad', sent: 3 })),
  )
