import { randomBytes } from 'node:crypto'

/**
 * Where a statement stands in the order of all: `<stored>_<count>_<process>`, compared as text. The count tells statements
 * of one millisecond apart, the process those of several servers.
 */
export const positionPattern = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_\d{10}_[0-9a-f]{8}`

/** @returns a function that gives each statement the next position of this process */
export function createPositions(): (stored: string) => string {
  const server = randomBytes(4).toString('hex')
  let count = 0
  return (stored) => `${stored}_${String(count++).padStart(10, '0')}_${server}`
}

export function storedOf(position: string): string {
  return position.slice(0, '2026-11-24T09:30:00.000Z'.length)
}

/** Above every position of that instant, below every later one. */
export function afterInstant(instant: string): string {
  return `${instantText(instant)}~`
}

const first = Date.parse('0000-01-01T00:00:00.000Z')
const last = Date.parse('9999-12-31T23:59:59.999Z')

/** In the form in which instants compare as text; years of more than four digits become the last or first that do. */
function instantText(instant: string): string {
  return new Date(Math.min(Math.max(Date.parse(instant), first), last)).toISOString()
}
