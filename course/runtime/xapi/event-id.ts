import type { CourseEvent } from '../events.ts'

/**
 * The statement id of an event: the same event of the same registration always gets the same one, so that sending it again
 * in a later session cannot store it twice.
 */
export const eventId = (event: CourseEvent, registration: string): string =>
  stableId(`${registration} ${JSON.stringify(event, Object.keys(event).toSorted())}`)

/** A UUID (version 8, RFC 9562) that a text always gets. Not for secrets: FNV-1a, mixed. */
export function stableId(text: string): string {
  const hex = [1, 2, 3, 4].map((seed) => hash(text, seed).toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3]
  const digits = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17)}`
  return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join(
    '-',
  )
}

/** 32 bits of one seed. */
function hash(text: string, seed: number): number {
  let value = Math.imul(0x811c9dc5, seed)
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
