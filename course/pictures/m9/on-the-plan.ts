import { plate } from '../door.ts'
import { label } from '../label.ts'
import { at, circle, drawing, type Point, rect, shade, stroke } from '../svg.ts'

const table = (place: Point) =>
  at(
    place,
    circle([0, 0], 16, 'ochre') +
      [
        [-26, 0],
        [26, 0],
      ]
        .map(([x = 0, y = 0]) => circle([x, y], 8, 'lake'))
        .join(''),
  )

const inside: Point[] = [
  [120, 120],
  [220, 120],
  [120, 200],
  [220, 200],
]
const outside: Point[] = [
  [430, 110],
  [540, 110],
  [430, 200],
  [540, 200],
]

/** The bar from above: walls, a counter, a door to the yard, and the line around what the application is for. */
const barPlan = (seats: Point[]) =>
  rect([0, 0, 640, 290], 'kerb') +
  rect([24, 24, 312, 242], 'trim') +
  rect([30, 30, 300, 230], 'wall') +
  rect([322, 120, 16, 56], 'light') +
  rect([44, 44, 26, 202], 'roof') +
  shade('M44 44H50V246H44Z', 0.18) +
  seats.map(table).join('') +
  stroke('M37 37H323V253H37Z', 'accent', { width: 6, 'stroke-dasharray': '16 12' })

/** Linjen på ritningen går runt baren, och borden ute ligger utanför. */
export const onThePlan = () =>
  drawing(
    [0, 0, 640, 290],
    barPlan([...inside, ...outside]) + label([190, 50], 'Med i tillståndet', 186) + label([486, 36], 'Inte med', 104),
  )

/** Ritningen i ansökan: baren innanför linjen, och en tom gård utanför. */
export const submittedPlan = () =>
  drawing(
    [0, 0, 640, 290],
    barPlan(inside) + plate([96, 60], '1') + plate([170, 146], '2') + plate([356, 92], '3') + plate([486, 132], '4'),
  )
