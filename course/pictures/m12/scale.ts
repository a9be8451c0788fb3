import { d, drawing, rect, shade, stroke, type Token, words } from '../svg.ts'

/** 50 lies at 60, 100 at 580. */
const x = (index: number) => 60 + (index - 50) * 10.4

const zones: [from: number, to: number, name: string, color: Token][] = [
  [50, 62, 'Lågt', 'stone'],
  [62, 70, 'Godkänt', 'ochre'],
  [70, 80, 'Högt', 'linden'],
  [80, 100, 'Mycket högt', 'lake'],
]

/** Skalan: under 62 lågt, från 62 godkänt, från 70 högt och över 80 mycket högt. */
export const scale = () =>
  drawing(
    [0, 0, 640, 220],
    rect([0, 0, 640, 220], 'wall') +
      zones
        .map(
          ([from, to, name, color]) =>
            rect([x(from), 84, x(to) - x(from), 60], color) +
            shade(d`M${x(from)} 136h${x(to) - x(from)}v8h-${x(to) - x(from)}z`, 0.12) +
            words([(x(from) + x(to)) / 2, 64], name, { size: 20, color: 'ink' }),
        )
        .join('') +
      [62, 70, 80]
        .map(
          (index) =>
            stroke(d`M${x(index)} 76V156`, 'ink', { width: 3 }) +
            words([x(index), 188], String(index), { size: 26, color: 'ink' }),
        )
        .join(''),
  )
