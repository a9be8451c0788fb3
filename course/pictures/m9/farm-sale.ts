import { desk } from '../furniture.ts'
import { label } from '../label.ts'
import { at, drawing, rect, type Token } from '../svg.ts'
import { bottle } from '../trade-things.ts'

const drinks: [name: string, litres: string, color: Token, bottles: number][] = [
  ['Sprit', '0,7 liter', 'stone', 1],
  ['Vin', '3 liter', 'linden', 4],
  ['Starköl', '3 liter', 'falu', 4],
  ['Andra jästa', '3 liter', 'ochre', 4],
]

/** Varje kund får köpa högst 0,7 liter sprit och 3 liter vardera vin, starköl och andra jästa drycker. */
export const farmSale = () =>
  drawing(
    [0, 56, 640, 214],
    rect([0, 0, 640, 290], 'sky') +
      desk([-10, 184], 660, 290) +
      drinks
        .map(([name, litres, color, bottles], i) =>
          at(
            [80 + i * 160, 0],
            label([0, 74], litres, 124) +
              Array.from({ length: bottles }, (_, n) =>
                at([n * 32 - (bottles - 1) * 16 - 13, 190], bottle([0, 0], color)),
              ).join('') +
              label([0, 226], name, 138),
          ),
        )
        .join(''),
  )
