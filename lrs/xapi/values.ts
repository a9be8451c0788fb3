import { isDuration } from './duration.ts'
import type { Check } from './grammar.ts'
import { isLanguageTag } from './language.ts'
import { parseTimestamp } from './timestamp.ts'

// Checks of single values: the message says what the value must be. No pattern here can backtrack badly.

/** RFC 3987, best effort (Data 2.2): a scheme, and no character that an IRI cannot hold. */
const iriPattern = /^[a-z][a-z0-9+.-]*:[^\p{Cc}\p{Cs}\p{Z}"<>\\^`{|}]+$/iu
const webPattern = /^https?:/i
const hostPattern = /^https?:\/\/[^/?#]/i
const badPercent = /%(?![0-9a-f]{2})/i
const mailtoPattern = /^mailto:[^\p{Cc}\p{Cs}\p{Z}@?#<>]+@[^\p{Cc}\p{Cs}\p{Z}@?#<>/]+$/u
const sha1Pattern = /^[0-9a-f]{40}$/i
const sha2Pattern = /^(?:[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}|[0-9a-f]{56})$/i
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const mediaTypePattern = /^[!#$%&'*+.^_`|~0-9a-z-]+\/[!#$%&'*+.^_`|~0-9a-z-]+(?:\s*;\P{Cc}*)?$/iu

export function isIri(text: string): boolean {
  if (!iriPattern.test(text) || (text.includes('%') && badPercent.test(text))) return false
  return !webPattern.test(text) || hostPattern.test(text)
}

export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}

const checkText =
  (holds: (text: string) => boolean, message: string): Check =>
  (value) =>
    typeof value === 'string' && holds(value) ? undefined : message

export const string: Check = checkText(() => true, 'must be a string')
export const boolean: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false')
export const number: Check = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : 'must be a number'
export const length: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 0 ? undefined : 'must be a whole number of octets'

export const iri = checkText(isIri, 'must be an IRI with a scheme')
export const irl = checkText(isIri, 'must be an IRL with a scheme')
export const uuid = checkText(isUuid, 'must be a UUID, such as 6690e6c9-3ef0-4ed3-8b37-7f3964730bee')
export const mailto = checkText(
  (text) => mailtoPattern.test(text),
  'must be a mailto IRI, such as mailto:name@example.org',
)
export const sha1 = checkText((text) => sha1Pattern.test(text), 'must be a SHA-1 as 40 hexadecimal digits')
export const sha2 = checkText((text) => sha2Pattern.test(text), 'must be a SHA-2 in hexadecimal digits')
export const mediaType = checkText((text) => mediaTypePattern.test(text), 'must be an Internet media type')
export const languageTag = checkText(isLanguageTag, 'must be a language tag of RFC 5646, such as sv or en-GB')
export const duration = checkText(isDuration, 'must be a duration of ISO 8601, such as PT1M30S')

export const timestamp: Check = (value) =>
  typeof value === 'string' ? parseTimestamp(value).problem : 'must be a string with a date and time of ISO 8601'

/** Exactly this text, capitals included. */
export const literal = (text: string): Check => checkText((value) => value === text, `must be "${text}"`)

export const oneOf = (texts: readonly string[]): Check => {
  const allowed = new Set(texts)
  return checkText((value) => allowed.has(value), `must be one of ${texts.join(', ')}`)
}
