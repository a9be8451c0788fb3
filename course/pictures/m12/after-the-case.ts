import { receptionist, workshopOwner } from '../cast.ts'
import { door, plate } from '../door.ts'
import { room } from '../furniture.ts'
import { label } from '../label.ts'
import { person } from '../person.ts'
import { drawing } from '../svg.ts'

/** Företaget kommer ut genom dörren med sitt beslut och får frågan hur det gick. */
export const afterTheCase = () =>
  drawing(
    [0, 0, 640, 300],
    room(226, 300) +
      door([84, 84], [68, 138], 'open') +
      plate([118, 40], 'BYG') +
      label([420, 60], 'Hur gick det?', 170) +
      person(workshopOwner, { at: [246, 282], scale: 1.4, pose: 'carry', mood: 'glad', holds: 'card' }) +
      person(receptionist, { at: [470, 282], scale: 1.4, facing: 'left', pose: 'hand-up', mood: 'talking' }),
  )
