import { at, rect, shade, stroke, words } from './svg.ts'

interface Notice {
  title: string
  rows: string[]
  height: number
  /** What stands before each row, in a box of 40×40. */
  mark: string
}

/** A letter from the municipality, 420 wide and large enough to read: its title, and a line for each thing it says. */
export function notice({ title, rows, height, mark }: Notice): string {
  const pitch = (height - 54) / rows.length
  const row = (name: string, i: number) =>
    at(
      [26, 54 + pitch * i + (pitch - 44) / 2],
      mark + words([60, 29], name, { size: 26, anchor: 'start', color: 'ink' }) + rect([60, 46, 310, 2], 'edge'),
    )
  return (
    shade(`M7 7H427V${height + 7}H7Z`, 0.15) +
    rect([0, 0, 420, height], 'raised') +
    rect([0, 0, 420, 54], 'leaf') +
    words([24, 37], title, { size: 28, anchor: 'start', color: 'white' }) +
    rows.map(row).join('')
  )
}

/** Before a row that leads on: an arrow on a square. */
export const arrowMark =
  rect([2, 2, 36, 36], 'accent-tint') + stroke('M12 20h16M22 13l7 7l-7 7', 'accent', { width: 4 })
