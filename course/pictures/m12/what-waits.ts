import { type DoorState, door } from '../door.ts'
import { room } from '../furniture.ts'
import { label } from '../label.ts'
import { d, drawing } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const steps: [name: string, state: DoorState][] = [
  ['Planen', 'open'],
  ['Lovet', 'open'],
  ['Startbesked', 'ajar'],
  ['Slutbesked', 'closed'],
  ['Öppning', 'closed'],
]
const middle = (i: number) => 70 + i * 125

/** Planen, lovet, startbeskedet, slutbeskedet och öppningen är fem dörrar i rad som öppnas en efter en. */
export const whatWaits = () =>
  drawing(
    [0, 0, 640, 280],
    room(206, 280) +
      steps
        .map(
          ([name, state], i) =>
            door([middle(i) - 26, 84], [52, 118], state) +
            label([middle(i), i % 2 === 0 ? 42 : 6], name, 140) +
            (i > 0
              ? way(d`M${middle(i - 1) + 12} 250H${middle(i) - 12}`, 'business') + arrowHead([middle(i), 250], 'right')
              : ''),
        )
        .join(''),
  )
