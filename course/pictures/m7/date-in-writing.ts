import { calendar } from '../calendar.ts'
import { environmentOfficer, painter } from '../cast.ts'
import { door, plate } from '../door.ts'
import { desk, room } from '../furniture.ts'
import { proof } from '../papers.ts'
import { person } from '../person.ts'
import { drawing, group } from '../svg.ts'

const onTheWall = group(calendar([0, 0], { columns: 5, rows: 6, ringed: 29 }), {
  transform: 'translate(254 204) scale(1.5)',
})

/** Miljö har ringat in en dag i kalendern, och lackeraren får datumet på ett papper. */
export const dateInWriting = () =>
  drawing(
    [0, 0, 640, 300],
    room(232, 300) +
      door([540, 84], [60, 144], 'ajar') +
      plate([570, 40], 'MIL') +
      onTheWall +
      person(environmentOfficer, { at: [440, 288], scale: 1.4, facing: 'left', pose: 'point', mood: 'talking' }) +
      person(painter, { at: [90, 316], scale: 1.5, pose: 'reach', mood: 'glad' }) +
      desk([20, 226], 192, 310) +
      group(proof([0, 0]), { transform: 'translate(140 230) scale(1.15)' }),
  )
