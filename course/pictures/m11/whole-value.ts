import { bar, limitLine } from '../plain-chart.ts'
import { d, drawing, rect, stroke } from '../svg.ts'

const height = (kronor: number) => (kronor / 700_000) * 180
const foot = 250

/** Två år kostar 500 000 och når inte gränsen. Med förlängningen blir det 750 000, över gränsen vid 700 000. */
export const wholeValue = () =>
  drawing(
    [0, 0, 640, 300],
    rect([0, 0, 640, 300], 'wall') +
      bar([90, foot], { height: height(500_000), color: 'lake', name: 'Två år', value: '500 000' }) +
      bar([280, foot], { height: height(750_000), color: 'lake', name: 'Med förlängning', value: '750 000' }) +
      rect([280, foot - height(750_000), 110, height(250_000)], 'ochre') +
      stroke(d`M280 ${foot - height(500_000)}h110`, 'ink', { width: 3 }) +
      rect([40, foot, 560, 3], 'ink') +
      limitLine(foot - height(700_000), '700 000 kronor'),
  )
