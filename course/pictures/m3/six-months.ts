import { dateLeaf } from '../calendar.ts'
import { karim } from '../cast.ts'
import { door, plate } from '../door.ts'
import { panel } from '../panel.ts'
import { person } from '../person.ts'
import { at, d, drawing } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const months = Array.from({ length: 7 }, (_, i) => dateLeaf([20 + i * 70, 70], String(i + 1), i < 6 ? 'falu' : 'light'))
const weeks = Array.from({ length: 4 }, (_, i) => dateLeaf([150 + i * 70, 74], String(i + 1), 'leaf'))

/** Efter sex månader får Karim skriva sin begäran, och inom fyra veckor kommer svaret. */
export const sixMonths = () =>
  drawing(
    [0, 0, 640, 424],
    panel(
      { title: 'Väntan i månader', width: 640, height: 208, floor: 170 },
      months.join('') +
        person(karim, { at: [572, 198], scale: 1.15, facing: 'left', pose: 'carry', holds: 'card', mood: 'worried' }),
    ) +
      at(
        [0, 216],
        panel(
          { title: 'Svar inom fyra veckor', width: 640, height: 208, floor: 170 },
          weeks.join('') +
            way(d`M104 188H488`, 'business') +
            arrowHead([500, 188], 'right') +
            door([524, 66], [52, 100], 'open') +
            plate([550, 24], 'NÄMND') +
            person(karim, { at: [70, 198], scale: 1.15, pose: 'reach', holds: 'card', mood: 'glad' }),
        ),
      ),
  )
