import { brotherInLaw, caseOfficer } from '../cast.ts'
import { binders, desk, room } from '../furniture.ts'
import { person } from '../person.ts'
import { drawing, group } from '../svg.ts'
import { arrowHead, way } from '../way.ts'
import { giftBasket } from './gift-basket.ts'

/** Kollegan skjuter tillbaka presentkorgen över disken till svågern. */
export const noThanks = () =>
  drawing(
    [0, 0, 640, 300],
    room(222, 300) +
      binders([40, 44]) +
      person(caseOfficer, { at: [206, 326], scale: 1.7, pose: 'reach', mood: 'calm' }) +
      person(brotherInLaw, { at: [514, 326], scale: 1.7, facing: 'left', pose: 'shrug', mood: 'calm' }) +
      desk([110, 232], 460, 310) +
      group(giftBasket([0, 0]), { transform: 'translate(292 238) scale(1.35)' }) +
      way('M286 270H396', 'colleagues') +
      arrowHead([406, 270], 'right'),
  )
