import { dateLeaf } from '../calendar.ts'
import { pizzaBaker } from '../cast.ts'
import { door, plate } from '../door.ts'
import { panel } from '../panel.ts'
import { application } from '../papers.ts'
import { person } from '../person.ts'
import { d, drawing, group } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

/** Anmälan lämnas, två veckor går och dörren till pizzerian öppnas. */
export const beforeStart = () =>
  drawing(
    [0, 0, 640, 240],
    panel(
      { title: 'Anmälan, två veckor, start', width: 640, height: 240, floor: 186 },
      group(application([0, 0], 'whole'), { transform: 'translate(94 160) scale(1.15)' }) +
        [1, 2].map((week) => dateLeaf([190 + week * 76, 86], String(week), 'light')).join('') +
        way(d`M172 208H470`, 'business') +
        arrowHead([484, 208], 'right') +
        door([532, 72], [56, 110], 'open') +
        plate([560, 30], 'PIZZERIA') +
        person(pizzaBaker, { at: [52, 222], scale: 1.2, pose: 'reach', mood: 'glad' }),
    ),
  )
