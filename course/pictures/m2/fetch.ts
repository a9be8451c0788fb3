import { buildingOfficer, licensingOfficer, olena } from '../cast.ts'
import { cup } from '../desk-things.ts'
import { door, plate } from '../door.ts'
import { chairBack, desk, noticeBoard, room } from '../furniture.ts'
import { person } from '../person.ts'
import { d, drawing } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

/** Olena sitter kvar, och handläggaren hämtar uppgiften hos kollegan. */
export const fetchIt = () =>
  drawing(
    [0, 0, 640, 300],
    room(232, 300) +
      noticeBoard([98, 60]) +
      door([268, 84], [60, 144], 'open') +
      plate([298, 40], 'ALK') +
      door([480, 84], [60, 144], 'open') +
      plate([510, 40], 'BYG') +
      chairBack([80, 186]) +
      person(olena, { at: [120, 316], scale: 1.35, mood: 'glad' }) +
      desk([44, 228], 152, 310) +
      cup([154, 232]) +
      way(d`M496 280H352`, 'colleagues') +
      arrowHead([340, 280], 'left') +
      person(licensingOfficer, {
        at: [410, 272],
        scale: 1.3,
        facing: 'left',
        pose: 'reach',
        mood: 'glad',
        holds: 'card',
      }) +
      person(buildingOfficer, { at: [588, 276], scale: 1.3, facing: 'left', pose: 'hand-up', mood: 'glad' }),
  )
