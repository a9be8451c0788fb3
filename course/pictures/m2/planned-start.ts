import { calendar } from '../calendar.ts'
import { licensingOfficer, olena } from '../cast.ts'
import { door, plate } from '../door.ts'
import { desk, room } from '../furniture.ts'
import { proof } from '../papers.ts'
import { person } from '../person.ts'
import { drawing, group } from '../svg.ts'

const onTheWall = group(calendar([0, 0], { columns: 7, rows: 5, ringed: 32 }), {
  transform: 'translate(254 170) scale(1.5)',
})

/** Olena har fått sitt mottagningsbevis och ringar in en dag i kalendern. */
export const plannedStart = () =>
  drawing(
    [0, 0, 640, 300],
    room(232, 300) +
      door([524, 84], [66, 144], 'open') +
      plate([557, 40], 'ALK') +
      onTheWall +
      person(licensingOfficer, { at: [98, 316], scale: 1.5, pose: 'hand-up', mood: 'talking' }) +
      person(olena, { at: [432, 288], scale: 1.4, facing: 'left', pose: 'point', mood: 'glad' }) +
      desk([20, 226], 192, 310) +
      group(proof([0, 0]), { transform: 'translate(140 230) scale(1.15)' }),
  )
