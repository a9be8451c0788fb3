import { limitLine } from '../plain-chart.ts'
import { at, drawing, rect, shade, words } from '../svg.ts'

const years = [
  ['År 1', 66],
  ['År 2', 40],
  ['År 3', 54],
] as const

const foot = (i: number) => 268 - years.slice(0, i).reduce((sum, [, height]) => sum + height, 0)

/** Tre års stöd läggs på varandra i samma låda, under taket på 300 000 euro. */
export const ceiling = () =>
  drawing(
    [0, 0, 640, 310],
    rect([0, 0, 640, 310], 'wall') +
      rect([0, 274, 640, 36], 'ground') +
      rect([190, 60, 12, 214], 'roof') +
      rect([438, 60, 12, 214], 'roof') +
      rect([190, 268, 260, 10], 'roof') +
      years
        .map(([name, height], i) =>
          at(
            [206, foot(i) - height],
            rect([0, 0, 228, height - 4], 'ochre') +
              shade(`M0 ${height - 14}h228v10h-228z`, 0.12) +
              words([114, height / 2 + 6], name, { size: 24 }),
          ),
        )
        .join('') +
      limitLine(76, '300 000 euro'),
  )
