import { door } from '../door.ts'
import { gasBottle } from '../gas.ts'
import { label } from '../label.ts'
import { at, drawing, rect, shade, shape } from '../svg.ts'

const outside = rect([0, 0, 206, 214], 'sky') + shape('M0 214V150C60 120 150 130 206 160V214Z', 'hill')
const tent =
  rect([0, 0, 206, 214], 'sky') + shape('M8 214L103 64L198 214Z', 'linen') + shade('M103 64L198 214H140Z', 0.12)
const kitchen = rect([0, 0, 206, 214], 'wall') + rect([0, 209, 206, 5], 'trim') + rect([20, 100, 60, 110], 'stone')

const places: [name: string, background: string, state: 'open' | 'ajar'][] = [
  ['Ute', outside, 'open'],
  ['I tält', tent, 'ajar'],
  ['I köket', kitchen, 'ajar'],
]

/** Samma gasolflaska i det fria, i tältet och i köket: dörren till räddningstjänsten står på glänt vid tältet och köket. */
export const howMuch = () =>
  drawing(
    [0, 0, 640, 300],
    rect([0, 0, 640, 300], 'ground') +
      places
        .map(([name, background, state], i) =>
          at(
            [i * 217, 0],
            background + door([136, 112], [46, 98], state) + gasBottle([74, 232]) + label([103, 250], name, 110),
          ),
        )
        .join(''),
  )
