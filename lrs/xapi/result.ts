import { all, type Check, object, optional } from './grammar.ts'
import { extensions } from './maps.ts'
import { boolean, duration, number, string } from './values.ts'

const scaled: Check = (value) =>
  typeof value === 'number' && value >= -1 && value <= 1 ? undefined : 'must be a number from -1 to 1'

const scoreProperties = object('a score', {
  scaled: optional(scaled, 'Data 2.4.5.1 (XAPI-00083)'),
  raw: optional(number, 'Data 2.4.5.1 (XAPI-00082)'),
  min: optional(number, 'Data 2.4.5.1 (XAPI-00081)'),
  max: optional(number, 'Data 2.4.5.1 (XAPI-00080)'),
})

/** Comparisons with what is absent or no number are false, so that only real contradictions are reported. */
const scoreOrder: Check = (value) => {
  const { raw, min, max } = value as Record<string, number>
  if (Number(min) >= Number(max)) return 'must have a min less than its max'
  if (Number(raw) < Number(min)) return 'must have a raw of at least its min'
  if (Number(raw) > Number(max)) return 'must have a raw of at most its max'
  return undefined
}

/** Data 2.4.5 */
export const result = object('a result', {
  score: optional(all(scoreProperties, scoreOrder), 'Data 2.4.5.1 (XAPI-00079)'),
  success: optional(boolean, 'Data 2.4.5 (XAPI-00074)'),
  completion: optional(boolean, 'Data 2.4.5 (XAPI-00075)'),
  response: optional(string, 'Data 2.4.5 (XAPI-00076)'),
  duration: optional(duration, 'Data 4.6 (XAPI-00124)'),
  extensions: optional(extensions, 'Data 4.1 (XAPI-00078)'),
})
