import { d, type Point, stroke } from './svg.ts'

/** The business's own way is dashed, the handover between colleagues solid. */
export const way = (data: string, whose: 'business' | 'colleagues') =>
  stroke(data, 'ink', { width: 4, 'stroke-dasharray': whose === 'business' ? '3 10' : undefined })

const heads = {
  up: ([x, y]: Point) => d`M${x - 8} ${y + 10}L${x} ${y}L${x + 8} ${y + 10}`,
  down: ([x, y]: Point) => d`M${x - 8} ${y - 10}L${x} ${y}L${x + 8} ${y - 10}`,
  left: ([x, y]: Point) => d`M${x + 10} ${y - 8}L${x} ${y}L${x + 10} ${y + 8}`,
  right: ([x, y]: Point) => d`M${x - 10} ${y - 8}L${x} ${y}L${x - 10} ${y + 8}`,
}

/** An arrow head with its point at `tip`. */
export const arrowHead = (tip: Point, towards: keyof typeof heads = 'up') =>
  stroke(heads[towards](tip), 'ink', { width: 4 })
