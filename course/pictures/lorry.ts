import type { Point } from './svg.ts'
import { at, circle, rect, shade, shape } from './svg.ts'

const wheel = (x: number) => circle([x, -10], 12, 'line') + circle([x, -10], 5, 'stone')

/** A lorry that looks to the right, 146×86, its wheels on the ground at `place`. */
export const lorry = (place: Point) =>
  at(
    place,
    rect([0, -84, 98, 66], 'linen') +
      rect([0, -60, 98, 14], 'falu') +
      shade('M0 -24H98V-18H0Z', 0.14) +
      shape('M102 -18V-66H124L142 -42V-18Z', 'lake') +
      shape('M108 -60H122L133 -42H108Z', 'glass') +
      rect([0, -20, 146, 8], 'roof') +
      [20, 76, 122].map(wheel).join(''),
  )

/** The haulier's yard: sky, a hill, gravel and the lorry. */
export const yard = (width: number, floor: number, height: number) =>
  rect([0, 0, width, floor], 'sky') +
  shape(`M0 ${floor}V${floor - 60}Q${width / 2} ${floor - 110} ${width} ${floor - 40}V${floor}Z`, 'hill') +
  rect([0, floor, width, height - floor], 'kerb')
