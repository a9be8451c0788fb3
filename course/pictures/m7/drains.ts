import { door, plate } from '../door.ts'
import { label } from '../label.ts'
import { at, circle, d, drawing, rect, shade, shape, stroke } from '../svg.ts'
import { bin, pot } from '../trade-things.ts'
import { arrowHead, way } from '../way.ts'

const floor = 214

/** A sink with a pot, and the separator under it. */
const grease =
  pot([38, 130]) +
  rect([20, 130, 96, 10], 'roof') +
  stroke('M68 140V168', 'stone', { width: 10 }) +
  rect([40, 166, 58, 46], 'stone', { rx: 4 }) +
  rect([40, 166, 58, 14], 'ochre', { rx: 4 })

/** A cottage with a tank of its own. */
const ownDrain =
  shape('M6 130L50 92L94 130Z', 'roof') +
  rect([14, 130, 72, 82], 'falu') +
  shade([24, 34, 44, 54, 64, 74].map((x) => d`M${x} 130h2v82h-2z`).join(''), 0.13) +
  rect([32, 148, 22, 28], 'white') +
  rect([35, 151, 16, 22], 'glass') +
  circle([106, 198], 14, 'stone') +
  rect([92, 196, 28, 18], 'stone')

const thing = [grease, ownDrain, at([24, 212], bin([0, 0])) + at([70, 212], bin([0, 0]))]
const names = ['Fett', 'Eget avlopp', 'Avfall']
const codes = ['VAA', 'MIL', 'VAA']

/** Fett och avfall leder till vatten och avfall, eget avlopp till miljö. */
export const drains = () =>
  drawing(
    [0, 0, 640, 290],
    rect([0, 0, 640, floor], 'wall') +
      rect([0, floor - 5, 640, 5], 'trim') +
      rect([0, floor, 640, 290 - floor], 'ground') +
      [0, 1, 2]
        .map((i) =>
          at(
            [i * 216, 0],
            (thing[i] ?? '') +
              door([142, 104], [44, 106], 'ajar') +
              plate([164, 62], codes[i] ?? '') +
              label([76, 28], names[i] ?? '', 148) +
              way(d`M62 240H164V236`, 'business') +
              arrowHead([164, 228]),
          ),
        )
        .join(''),
  )
