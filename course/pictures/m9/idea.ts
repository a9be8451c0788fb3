import { at, group, type Point, rect, shade } from '../svg.ts'
import { wineGlass } from '../trade-things.ts'

/** The publican's sketch of her wine bar: a sheet that stands tilted, with a glass drawn on it. */
export const idea = (place: Point) =>
  at(
    place,
    group(
      shade('M3 -59H57V3H3Z', 0.15) +
        rect([0, -62, 54, 62], 'white') +
        wineGlass([15, -12], true) +
        rect([8, -8, 38, 2.4], 'line', { 'fill-opacity': 0.45 }),
      { transform: 'rotate(-4)' },
    ),
  )
