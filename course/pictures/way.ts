import { d, type Point, stroke } from './svg.ts'

/** The business's own way is dashed, the handover between colleagues solid. */
export const way = (data: string, whose: 'business' | 'colleagues') =>
  stroke(data, 'ink', { width: 4, 'stroke-dasharray': whose === 'business' ? '3 10' : undefined })

/** An arrow head that points up, with its point at `tip`. */
export const arrowHead = ([x, y]: Point) =>
  stroke(d`M${x - 8} ${y + 10}L${x} ${y}L${x + 8} ${y + 10}`, 'ink', { width: 4 })
