import { hairdresser, landOfficer } from '../cast.ts'
import { room } from '../furniture.ts'
import { person } from '../person.ts'
import { drawing, group } from '../svg.ts'
import { brokenWall, rubble } from './rubble.ts'

/** Frisören står vid en halvriven vägg, och du ringer bygglov. */
export const stop = () =>
  drawing(
    [0, 0, 640, 300],
    room(232, 300) +
      brokenWall([0, 14], 290) +
      group(rubble([0, 0]), { transform: 'translate(228 262) scale(1.3)' }) +
      person(hairdresser, { at: [402, 286], scale: 1.6, pose: 'shrug', mood: 'worried' }) +
      person(landOfficer, { at: [550, 286], scale: 1.6, facing: 'left', pose: 'phone', holds: 'phone', mood: 'calm' }),
  )
