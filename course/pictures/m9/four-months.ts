import { dateLeaf } from '../calendar.ts'
import { publican } from '../cast.ts'
import { door, plate } from '../door.ts'
import { label } from '../label.ts'
import { panel } from '../panel.ts'
import { application, proof } from '../papers.ts'
import { person } from '../person.ts'
import { d, drawing, group } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const months = [1, 2, 3, 4].map((month) => dateLeaf([232 + month * 58, 92], String(month), 'leaf')).join('')

/** Fyra månader räknas från den dag då ansökan är komplett, inte från den dag då den kom in. */
export const fourMonths = () =>
  drawing(
    [0, 0, 640, 270],
    panel(
      { title: 'Fyra månader från komplett', width: 640, height: 270, floor: 186 },
      group(application([0, 0], 'half'), { transform: 'translate(92 164) scale(1.05)' }) +
        group(proof([0, 0]), { transform: 'translate(204 164) scale(1.05)' }) +
        months +
        label([120, 226], 'Kom in', 90) +
        label([234, 226], 'Komplett', 118) +
        way(d`M296 206H508`, 'colleagues') +
        arrowHead([522, 206], 'right') +
        door([560, 74], [52, 108], 'ajar') +
        plate([586, 32], 'ALK') +
        person(publican, { at: [42, 222], scale: 1.15, pose: 'reach', mood: 'calm' }),
    ),
  )
