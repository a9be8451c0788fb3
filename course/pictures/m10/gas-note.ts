import { telephone } from '../desk-things.ts'
import { workbench } from '../furniture.ts'
import { gasBottle } from '../gas.ts'
import { arrowMark, notice } from '../notice.ts'
import { at, drawing, group, rect } from '../svg.ts'

/** Lappen vid telefonen: namn och nummer, vem som är vikarie, och vad företaget ska ha till hands. */
export const gasNote = () =>
  drawing(
    [0, 0, 640, 330],
    rect([0, 0, 640, 330], 'wall') +
      workbench([0, 268], 640, 330) +
      group(telephone([0, 0]), { transform: 'translate(480 274) scale(1.7)' }) +
      group(gasBottle([0, 0]), { transform: 'translate(520 190) scale(1.2)' }) +
      at(
        [24, 20],
        notice({
          title: 'Gasol',
          rows: ['Namn och nummer', 'Vem är vikarie?', 'Ha till hands'],
          height: 280,
          mark: arrowMark,
        }),
      ),
  )
