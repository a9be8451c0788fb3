import { baker, courier, palletMaker, programmer } from '../cast.ts'
import { door } from '../door.ts'
import { room } from '../furniture.ts'
import { label } from '../label.ts'
import { person } from '../person.ts'
import { drawing, rect } from '../svg.ts'

/** Tre företag går in genom den öppna dörren för alla, och ett står ensamt vid en stängd dörr. */
export const oneOrAll = () =>
  drawing(
    [0, 0, 640, 300],
    room(226, 300) +
      door([40, 84], [72, 138], 'open') +
      label([170, 34], 'Öppet för alla', 170) +
      person(baker, { at: [176, 280], scale: 1.25, facing: 'left', pose: 'walk', mood: 'glad' }) +
      person(programmer, { at: [244, 282], scale: 1.25, facing: 'left', pose: 'walk' }) +
      person(courier, { at: [312, 280], scale: 1.25, facing: 'left', pose: 'walk', mood: 'glad' }) +
      rect([388, 0, 6, 300], 'paper') +
      door([530, 84], [72, 138], 'closed') +
      label([506, 34], 'Bara för ett', 150) +
      person(palletMaker, { at: [462, 282], scale: 1.3, pose: 'shrug', mood: 'calm' }),
  )
