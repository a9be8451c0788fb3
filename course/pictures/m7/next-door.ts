import { buildingOfficer, environmentOfficer, painter } from '../cast.ts'
import { door, plate } from '../door.ts'
import { noticeBoard, room } from '../furniture.ts'
import { person } from '../person.ts'
import { d, drawing } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

/** Lackeraren kommer ut från bygglov, och kollegan går före med kortet till miljö. */
export const nextDoor = () =>
  drawing(
    [0, 0, 640, 300],
    room(232, 300) +
      door([84, 84], [60, 144], 'open') +
      plate([114, 40], 'BYG') +
      noticeBoard([250, 60]) +
      door([452, 84], [60, 144], 'ajar') +
      plate([482, 40], 'MIL') +
      way(d`M114 282H470`, 'colleagues') +
      arrowHead([482, 282], 'right') +
      person(painter, { at: [212, 278], scale: 1.35, pose: 'walk', mood: 'calm' }) +
      person(buildingOfficer, { at: [356, 274], scale: 1.3, pose: 'reach', mood: 'glad', holds: 'card' }) +
      person(environmentOfficer, { at: [584, 280], scale: 1.35, facing: 'left', pose: 'hand-up', mood: 'glad' }),
  )
