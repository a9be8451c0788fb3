import { circle, type Point, rect, stroke, words } from '../svg.ts'

/** A white plate with the number of the line that says in words what is drawn here. */
export const numberedPlate = ([x, y]: Point, number: number) =>
  rect([x - 19, y - 17, 38, 34], 'white', { rx: 3 }) + words([x, y + 9], String(number), { size: 24 })

/** A line from a plate to what it names. */
export const pointer = (data: string, end: Point) => stroke(data, 'ink', { width: 2.5 }) + circle(end, 4, 'ink')
