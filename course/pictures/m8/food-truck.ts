import { foodInspector, pizzaBaker } from '../cast.ts'
import { label } from '../label.ts'
import { panel } from '../panel.ts'
import { checklist, proof } from '../papers.ts'
import { person } from '../person.ts'
import { at, drawing, group, rect } from '../svg.ts'
import { foodTruck } from '../trade-things.ts'

const half = (title: string, content: string) => panel({ title, width: 316, height: 250, floor: 206 }, content)

const home =
  foodTruck([20, 224]) +
  group(proof([0, 0]), { transform: 'translate(172 168) scale(1.05)' }) +
  person(pizzaBaker, { at: [268, 240], scale: 1.15, facing: 'left', pose: 'reach', mood: 'glad' }) +
  label([98, 62], 'Registrerad', 150)

const away =
  foodTruck([20, 224]) +
  group(checklist([0, 0]), { transform: 'translate(172 168) scale(1.05)' }) +
  person(foodInspector, { at: [268, 240], scale: 1.15, facing: 'left', pose: 'reach', mood: 'calm' }) +
  label([98, 62], 'Kontroll', 120)

/** Matvagnen är registrerad hemma och får kontrolleras där den står för dagen. */
export const foodTruckAway = () =>
  drawing(
    [0, 0, 640, 250],
    rect([316, 0, 8, 250], 'paper') + half('Hemkommunen', home) + at([324, 0], half('Hos er en dag', away)),
  )
