import { dateLeaf } from '../calendar.ts'
import { painter } from '../cast.ts'
import { door, plate } from '../door.ts'
import { panel } from '../panel.ts'
import { decision } from '../papers.ts'
import { person } from '../person.ts'
import { at, drawing, group } from '../svg.ts'

const weeks = Array.from({ length: 6 }, (_, i) => dateLeaf([104 + i * 64, 76], String(i + 1), 'falu')).join('')
const band = (title: string, content: string) => panel({ title, width: 640, height: 208, floor: 170 }, content)

/** Sex veckor har gått och dörren är stängd, men när beslutet finns är dörren öppen. */
export const decisionFirst = () =>
  drawing(
    [0, 0, 640, 424],
    band(
      'Sex veckor, inget beslut',
      weeks +
        door([540, 66], [52, 100], 'closed') +
        plate([566, 24], 'START') +
        person(painter, { at: [52, 198], scale: 1.15, mood: 'worried' }),
    ) +
      at(
        [0, 216],
        band(
          'Beslutet finns',
          group(decision([0, 0]), { transform: 'translate(186 170) scale(1.75)' }) +
            door([540, 66], [52, 100], 'open') +
            plate([566, 24], 'START') +
            person(painter, { at: [420, 198], scale: 1.15, pose: 'walk', mood: 'glad' }),
        ),
      ),
  )
