import { haulier } from '../cast.ts'
import { workbench } from '../furniture.ts'
import { lorry, yard } from '../lorry.ts'
import { arrowMark, notice } from '../notice.ts'
import { person } from '../person.ts'
import { at, drawing, group } from '../svg.ts'

const rows = ['Regel', 'Skäl', 'Alternativ', 'Så överklagar du']

/** Ett bra nej har regel, skäl, alternativ och väg att överklaga, och åkaren läser det. */
export const goodNo = () =>
  drawing(
    [0, 0, 640, 368],
    yard(640, 250, 368) +
      group(lorry([0, 0]), { transform: 'translate(448 262) scale(1.3)' }) +
      person(haulier, { at: [540, 376], scale: 1.9, facing: 'left', pose: 'carry', holds: 'card', mood: 'calm' }) +
      workbench([0, 300], 640, 368) +
      at([24, 20], notice({ title: 'Ett bra nej', rows, height: 324, mark: arrowMark })),
  )
