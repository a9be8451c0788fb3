import { at, d, drawing, type Point, rect, stroke, type Token, words } from '../svg.ts'

interface Field {
  name: string
  color: Token
  box: [number, number, number, number]
}

const fields: Field[] = [
  { name: 'Bostad', color: 'ochre', box: [0, 0, 400, 150] },
  { name: 'Butik', color: 'lake', box: [416, 0, 224, 150] },
  { name: 'Park', color: 'linden', box: [0, 214, 236, 126] },
  { name: 'Bostad', color: 'ochre', box: [252, 214, 388, 126] },
]

const label = ([x, y]: Point, name: string) =>
  rect([x, y, name.length * 14 + 20, 34], 'white') + words([x + name.length * 7 + 10, y + 25], name, { size: 22 })

const plots = [100, 200, 300].map((x) => d`M${x} 0V150`).concat([381, 510].map((x) => d`M${x} 214V340`))
const houses: Point[] = [
  [24, 84],
  [124, 78],
  [326, 84],
  [446, 76],
  [550, 80],
  [286, 264],
  [416, 268],
  [556, 262],
]

/** Detaljplanen uppifrån: frisörens tomt i ett fält för bostad, bredvid butik, park och gata. */
export const planMap = () =>
  drawing(
    [0, 0, 640, 340],
    rect([0, 0, 640, 340], 'stone') +
      fields.map(({ color, box }) => rect(box, color)).join('') +
      stroke(plots.join(''), 'line', { width: 2, 'stroke-opacity': 0.35 }) +
      houses.map((place) => at(place, rect([0, 0, 50, 40], 'roof'))).join('') +
      at([212, 70], rect([0, 0, 40, 44], 'roof') + rect([46, 20, 30, 24], 'falu')) +
      stroke('M202 2H298V148H202Z', 'ink', { width: 5 }) +
      label([20, 14], 'Bostad') +
      label([432, 14], 'Butik') +
      label([20, 234], 'Park') +
      label([270, 224], 'Bostad') +
      label([20, 165], 'Gata') +
      label([206, 165], 'Frisörens tomt') +
      stroke('M250 163V154', 'ink', { width: 4 }),
  )
