import { pizzaBaker, pizzaSeller } from '../cast.ts'
import { door, plate } from '../door.ts'
import { panel } from '../panel.ts'
import { application, proof } from '../papers.ts'
import { person } from '../person.ts'
import { d, drawing, group } from '../svg.ts'
import { arrowHead, way } from '../way.ts'

/** Säljaren går med sitt papper, och köparen står vid samma dörr med en egen anmälan. */
export const notThePremises = () =>
  drawing(
    [0, 0, 640, 290],
    panel(
      { title: 'Samma dörr, nytt företag', width: 640, height: 290, floor: 224 },
      door([290, 92], [60, 128], 'ajar') +
        plate([320, 50], 'PIZZERIA') +
        group(proof([0, 0]), { transform: 'translate(44 224) scale(1.1)' }) +
        person(pizzaSeller, { at: [128, 272], scale: 1.4, facing: 'left', pose: 'walk', mood: 'calm' }) +
        way(d`M274 250H204`, 'business') +
        arrowHead([192, 250], 'left') +
        group(application([0, 0], 'half'), { transform: 'translate(432 194) scale(1.1)' }) +
        person(pizzaBaker, { at: [540, 272], scale: 1.4, facing: 'left', pose: 'reach', mood: 'glad' }),
    ),
  )
