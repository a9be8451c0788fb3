import { bar, limitLine } from '../plain-chart.ts'
import { drawing, rect } from '../svg.ts'

/** Kronor per enhet i bilden: 700 000 är 180 enheter högt. */
const height = (kronor: number) => (kronor / 700_000) * 180

/** Pallarna för 650 000 kronor når inte upp till gränsen vid 700 000 kronor. */
export const underTheLimit = () =>
  drawing(
    [0, 0, 640, 300],
    rect([0, 0, 640, 300], 'wall') +
      bar([150, 250], { height: height(650_000), color: 'ochre', name: 'Pallarna', value: '650 000' }) +
      rect([40, 250, 560, 3], 'ink') +
      limitLine(250 - height(700_000), '700 000 kronor'),
  )
