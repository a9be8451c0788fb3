import { environmentOfficer, haulier, landOfficer } from '../cast.ts'
import { chairBack, desk, noticeBoard, room, wideWindow } from '../furniture.ts'
import { invoice } from '../papers.ts'
import { person } from '../person.ts'
import { drawing, group } from '../svg.ts'

/** Åkaren och två kollegor sitter vid samma bord och går igenom räkningen. */
export const hardTalk = () =>
  drawing(
    [0, 0, 640, 300],
    room(220, 300) +
      wideWindow([60, 40]) +
      noticeBoard([320, 48]) +
      chairBack([124, 172]) +
      person(haulier, { at: [164, 326], scale: 1.5, pose: 'point', mood: 'talking' }) +
      chairBack([410, 172]) +
      chairBack([506, 172]) +
      person(environmentOfficer, { at: [450, 326], scale: 1.5, facing: 'left', mood: 'calm' }) +
      person(landOfficer, { at: [546, 326], scale: 1.5, facing: 'left', mood: 'calm' }) +
      desk([90, 236], 500, 312) +
      group(invoice([0, 0]), { transform: 'translate(272 240) scale(1.5)' }),
  )
