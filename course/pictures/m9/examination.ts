import { publican } from '../cast.ts'
import { desk } from '../furniture.ts'
import { notice } from '../notice.ts'
import { person } from '../person.ts'
import { at, drawing, rect, stroke } from '../svg.ts'

const rows = ['Lämplighet och prov', 'Polisens yttrande', 'Brandsäkerhet', 'Olägenheter']
const mark = rect([2, 2, 36, 36], 'accent-tint') + stroke('M12 20h16M22 13l7 7l-7 7', 'accent', { width: 4 })

/** Fyra saker prövas: lämplighet och prov, Polisens yttrande, brandsäkerhet och olägenheter. */
export const examination = () =>
  drawing(
    [0, 0, 640, 368],
    rect([0, 0, 640, 368], 'wall') +
      person(publican, { at: [552, 382], scale: 1.9, facing: 'left', pose: 'hand-up', mood: 'talking' }) +
      desk([-10, 300], 660, 368) +
      at([24, 20], notice({ title: 'Det här prövas', rows, height: 324, mark })),
  )
