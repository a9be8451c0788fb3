import { label } from './label.ts'
import { d, type Point, rect, shade, stroke, type Token, words } from './svg.ts'

/** A line across at `y` with its meaning on a plate at the right: what bars are measured against. */
export const limitLine = (y: number, meaning: string) =>
  stroke(d`M40 ${y}H600`, 'ink', { width: 4, 'stroke-dasharray': '14 10' }) +
  label([600 - meaning.length * 6, y - 40], meaning, meaning.length * 11.5 + 20)

/** A bar that stands on `foot`, with what it is under it and how much on it. */
export const bar = (
  [x, foot]: Point,
  { height, color, name, value }: { height: number; color: Token; name: string; value: string },
) =>
  rect([x, foot - height, 110, height], color) +
  shade(d`M${x + 98} ${foot - height}h12v${height}h-12z`, 0.1) +
  label([x + 55, foot - height / 2 - 15], value, value.length * 12 + 14) +
  words([x + 55, foot + 28], name, { size: 22, color: 'ink' })
