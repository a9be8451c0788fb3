import { dateLeaf } from '../calendar.ts'
import { tattooist } from '../cast.ts'
import { door, plate } from '../door.ts'
import { panel } from '../panel.ts'
import { application } from '../papers.ts'
import { person } from '../person.ts'
import { d, drawing, group } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

const weeks = Array.from({ length: 6 }, (_, i) => dateLeaf([146 + i * 62, 72], String(i + 1), 'light')).join('')

/** Tatueraren anmäler, väntar sex veckor och öppnar sin dörr. */
export const sixWeeks = () =>
  drawing(
    [0, 0, 640, 240],
    panel(
      { title: 'Anmälan, sex veckor, start', width: 640, height: 240, floor: 186 },
      group(application([0, 0], 'whole'), { transform: 'translate(74 164) scale(1.05)' }) +
        weeks +
        way(d`M150 208H506`, 'business') +
        arrowHead([520, 208], 'right') +
        door([556, 72], [56, 110], 'open') +
        plate([584, 30], 'START') +
        person(tattooist, { at: [42, 222], scale: 1.2, pose: 'reach', mood: 'glad' }),
    ),
  )
