import { label } from '../label.ts'
import { at, drawing, group, rect, shape, stroke } from '../svg.ts'
import { foodTruck } from '../trade-things.ts'

const truck = group(foodTruck([0, 0]), { transform: 'translate(14 214) scale(0.92)' })
const square = rect([30, 60, 62, 90], 'falu') + rect([104, 84, 80, 66], 'ochre')
const road = stroke('M0 176H206', 'white', { width: 5, 'stroke-dasharray': '26 20' })
const yard = shape('M10 150V86L60 56L110 86V150Z', 'falu') + stroke('M124 150V118H200', 'roof', { width: 5 })

const columns: [place: string, scenery: string, ground: string, who: string][] = [
  ['Torget', square, rect([0, 150, 206, 90], 'kerb'), 'Polisen'],
  ['Statlig väg', road, rect([0, 150, 206, 90], 'roof'), 'Trafikverket'],
  ['Privat mark', yard, rect([0, 150, 206, 90], 'linden'), 'Ägaren'],
]

/** Samma vagn på tre platser: på torget svarar Polisen, vid statlig väg Trafikverket och på privat mark ägaren. */
export const whoseLand = () =>
  drawing(
    [0, 0, 640, 300],
    rect([0, 0, 640, 300], 'paper') +
      columns
        .map(([place, scenery, ground, who], i) =>
          at(
            [i * 217, 0],
            rect([0, 0, 206, 150], 'sky') +
              ground +
              scenery +
              truck +
              label([103, 10], place, 150) +
              label([103, 258], who, 170),
          ),
        )
        .join(''),
  )
