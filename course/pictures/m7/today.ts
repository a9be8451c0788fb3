import { painter } from '../cast.ts'
import { workbench } from '../furniture.ts'
import { notice } from '../notice.ts'
import { person } from '../person.ts'
import { at, drawing, rect, stroke } from '../svg.ts'
import { sprayGun } from '../trade-things.ts'

const mark = rect([2, 2, 36, 36], 'accent-tint') + stroke('M12 20h16M22 13l7 7l-7 7', 'accent', { width: 4 })

/** Tre saker i dag: stoppa lackeringen, gör anmälan, boka ett möte. */
export const today = () =>
  drawing(
    [0, 0, 640, 330],
    rect([0, 0, 640, 330], 'hill') +
      person(painter, { at: [556, 372], scale: 2, facing: 'left', pose: 'carry', holds: 'card' }) +
      workbench([0, 268], 640, 330) +
      sprayGun([456, 274], false) +
      at(
        [24, 20],
        notice({ title: 'I dag', rows: ['Stoppa lackeringen', 'Gör anmälan', 'Boka ett möte'], height: 280, mark }),
      ),
  )
