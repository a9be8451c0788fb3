import { karim } from '../cast.ts'
import { workbench } from '../furniture.ts'
import { arrowMark, notice } from '../notice.ts'
import { person } from '../person.ts'
import { at, drawing, rect } from '../svg.ts'

const rows = ['Vad', 'När och av vem', 'Varför', 'Så överklagar du']

/** Karims beslut säger vad, när, av vem och varför, och hur han överklagar. */
export const decisionLetter = () =>
  drawing(
    [0, 0, 640, 368],
    rect([0, 0, 640, 368], 'hill') +
      person(karim, { at: [550, 376], scale: 1.9, facing: 'left', pose: 'carry', holds: 'card', mood: 'calm' }) +
      workbench([0, 300], 640, 368) +
      at([24, 20], notice({ title: 'Beslut', rows, height: 324, mark: arrowMark })),
  )
