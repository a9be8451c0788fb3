import { baseline } from './house.ts'
import { circle, d, ellipse, rect, shade, shape, stroke } from './svg.ts'

/** A birch `height` high on the ground at x. */
export function birch(x: number, height: number, ground = baseline + 4): string {
  const marks = [14, 27, 40, 53, 66]
    .filter((y) => y < height * 0.75)
    .map((y, i) => d`M${x - 2 + (i % 2) * 2} ${ground - y}h2.5`)
  const crown = Math.round(height * 0.4)
  return (
    stroke(d`M${x} ${ground}V${ground - height + 8}`, 'white', { width: 5 }) +
    stroke(marks.join(''), 'line', { width: 1.6 }) +
    ellipse([x, ground - height + crown * 0.6], [crown * 0.62, crown], 'linden') +
    shade(leafShade(x, ground - height, crown), 0.1)
  )
}

const leafShade = (x: number, top: number, crown: number) =>
  d`M${x + 2} ${top + crown * 1.6}a${crown * 0.62} ${crown} 0 0 0 ${crown * 0.6} -${crown * 1.2}a${crown * 0.6} ${crown} 0 0 1 -${crown * 0.6} ${crown * 1.2}z`

export const spruce = (x: number, top: number) => {
  const half = Math.round((baseline + 4 - top) * 0.24)
  return d`M${x} ${top}L${x + half} ${baseline + 4}H${x - half}Z`
}

export const streetLamp = (x: number) =>
  rect([x - 2, baseline - 90, 4, 96], 'roof') +
  stroke(d`M${x} ${baseline - 89}h9`, 'roof', { width: 3 }) +
  shape(d`M${x + 4} ${baseline - 86}h12l4 9h-20z`, 'roof') +
  circle([x + 10, baseline - 76], 3.5, 'light')

export const bench = (x: number) =>
  rect([x, baseline - 12, 46, 4], 'falu') +
  rect([x, baseline - 24, 46, 4], 'falu') +
  rect([x, baseline - 18, 46, 3], 'falu') +
  rect([x + 5, baseline - 24, 3, 28], 'roof') +
  rect([x + 38, baseline - 24, 3, 28], 'roof')
