import { door } from '../door.ts'
import { label } from '../label.ts'
import { at, drawing, rect, shape, stroke } from '../svg.ts'
import { bottle, pizza } from '../trade-things.ts'

const carrots = [0, 26, 52]
  .map((x) =>
    at(
      [x, 0],
      stroke('M12 -40V-54M12 -40L5 -52M12 -40L19 -52', 'linden', { width: 4 }) + shape('M3 -40H21L12 0Z', 'ochre'),
    ),
  )
  .join('')

const columns: [who: string, what: string, thing: string][] = [
  ['Kommunen', 'Restaurang', at([12, 0], pizza([0, 0]))],
  ['Länsstyrelsen', 'Odling', at([14, 0], carrots)],
  ['Livsmedelsverket', 'Vin och sprit', bottle([22, 0], 'linden') + bottle([52, 0], 'ochre')],
]

/** Restaurangen hör till kommunen, odlingen till länsstyrelsen och vinet till Livsmedelsverket. */
export const whoseRegister = () =>
  drawing(
    [0, 0, 640, 300],
    rect([0, 0, 640, 214], 'wall') +
      rect([0, 209, 640, 5], 'trim') +
      rect([0, 214, 640, 86], 'ground') +
      columns
        .map(([who, what, thing], i) =>
          at(
            [i * 213, 0],
            label([107, 22], who, 204) +
              door([32, 76], [58, 134], 'ajar') +
              at([106, 208], thing) +
              label([107, 244], what, 160),
          ),
        )
        .join(''),
  )
