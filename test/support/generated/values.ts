import { createHash } from 'node:crypto'
import fc from 'fast-check'
import type { Json } from '../statement.ts'

// Single values as the specification allows them, and others that it does not. Nothing here knows the validator.

/** Any text, lone surrogates and what JSON must escape included. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', 'åäö', '"\\\u0000', '\ud800', 'a\udc00b', '__proto__', '\u2028'),
)

const letters = (alphabet: string, least: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: least, maxLength: 8 })

export const iri = fc.oneof(
  fc
    .tuple(fc.constantFrom('http', 'HTTPS', 'https'), letters('abcåö019-', 1), letters("abÅ09-._~!$&'()*+,;=:@/?#", 0))
    .map(([scheme, host, rest]) => `${scheme}://${host}.example/${rest}`),
  fc.constantFrom(
    'urn:isbn:1',
    'tag:example.org,2026:lots',
    'https://exämple.org/å%20?ö#ä',
    'mailto:a@b.c',
    'a:b',
    'X-Y.Z+1:x',
  ),
)

export const mbox = fc
  .tuple(letters('abAB09.+_-', 1), letters('abAB09-', 1))
  .map(([name, domain]) => `mailto:${name}@${domain}.example`)

const hash = (...algorithms: string[]) =>
  fc.tuple(fc.constantFrom(...algorithms), fc.nat(), fc.boolean()).map(([algorithm, seed, upper]) => {
    const made = createHash(algorithm).update(String(seed)).digest('hex')
    return upper ? made.toUpperCase() : made
  })
export const sha1 = hash('sha1')
export const sha2 = hash('sha224', 'sha256', 'sha384', 'sha512')
/** Without the small ones that would come again and again. */
export const uuid = fc
  .tuple(fc.noBias(fc.uuid()), fc.boolean())
  .map(([made, upper]) => (upper ? made.toUpperCase() : made))
export const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
export const tag = fc.constantFrom(
  'sv',
  'en-GB',
  'und',
  'zh-Hant-TW',
  'sr-Latn-RS',
  'x-privat',
  'sl-rozaj-biske',
  'i-klingon',
  'EN',
)
export const languageMap = fc.dictionary(tag, text, { maxKeys: 3 })
const json = fc.jsonValue({ maxDepth: 2, stringUnit: 'binary' })
export const extensions = fc.dictionary(iri, json, { maxKeys: 3 })

/** A date and time of ISO 8601 in one of its forms, with the instant it stands for, to the millisecond. */
export const timestamp = fc
  .record({
    instant: fc.integer({ min: Date.UTC(1, 0, 2), max: Date.UTC(9998, 11, 30) }),
    minutes: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    beyond: fc.stringMatching(/^\d{0,6}$/),
    form: fc.constantFrom('Z', 'offset', 'none', 'basic', 'comma'),
  })
  .map(({ instant, minutes, beyond, form }) => {
    const local = new Date(form === 'offset' ? instant + minutes * 60_000 : instant).toISOString().slice(0, -1)
    const written = {
      Z: `${local}${beyond}Z`,
      offset: local + offset(minutes),
      none: local,
      comma: `${local.replace('.', ',')}Z`,
      basic: `${local.replace(/[-:]/g, '')}Z`,
    }
    return { text: written[form], instant: new Date(instant).toISOString() }
  })

/** Zero has no sign but plus. */
function offset(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`
}

export const duration = fc.oneof(
  fc.nat(99).map((weeks) => `P${weeks}W`),
  fc.tuple(fc.nat(99), fc.nat(23), fc.nat(59), fc.nat(9999)).map(([d, h, m, s]) => `P${d}DT${h}H${m}M${s / 100}S`),
  fc.constantFrom('PT0S', 'P1Y2M3DT4H5M6S', 'P1,5D', 'PT0.5H', 'PT16559.14S', 'P1M', 'PT1M'),
)

/** Values that are anything but what the type says. */
export const not = {
  string: fc.oneof(fc.integer(), fc.boolean(), fc.constant([]), fc.constant({}), fc.constant(['a'])),
  number: fc.oneof(fc.boolean(), fc.constant([]), fc.constant({}), fc.constantFrom('', '1')),
  boolean: fc.oneof(fc.integer(), fc.constant([]), fc.constant({}), fc.constantFrom('true', '')),
  object: fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.constant([]),
    fc.constant([{}]),
    fc.constantFrom('', 'https://example.org'),
  ),
  array: fc.oneof(fc.integer(), fc.boolean(), fc.constant({}), fc.constantFrom('', 'a')),
} as const

/** Texts that are of another form, and other types. */
const texts = (...wrong: string[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...wrong), weight: 3 }, { arbitrary: not.string, weight: 1 })
export const noIri = texts(
  '',
  'lots',
  'example.org/a',
  '/a',
  'https://',
  'http:',
  'https://exa mple.org',
  'https://a/<b>',
  'a:"',
  'a:%zz',
  ':a',
  '1a:b',
)
export const noMbox = texts(
  'lots@example.org',
  'mailto:',
  'mailto:lots',
  'mailto:@example.org',
  'mailto:lots@',
  'mailto:a b@c.d',
  'mailto:a@b@c',
)
export const noSha1 = texts('', 'a'.repeat(39), 'a'.repeat(41), 'g'.repeat(40))
export const noSha2 = texts('', 'a'.repeat(63), 'a'.repeat(65), 'x'.repeat(64))
export const noUuid = texts(
  '',
  'a',
  '6690e6c9-3ef0-4ed3-8b37-7f3964730be',
  '6690e6c93ef04ed38b377f3964730bee',
  '6690e6c9-3ef0-4ed3-8b37-7f3964730beg',
)
export const noTag = texts('', 'svenska_', 'e', 'sv--SE', '-sv', 'sv-', 'sv_SE', 'abcdefghi')
export const noTimestamp = texts(
  '',
  '2026',
  '2026-11-24',
  '2026-13-01T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-11-24T24:01:00Z',
  '2026-11-24T10:00:00-00:00',
  '2026-11-24T10:00:00-00',
  '2026-11-24T10:00:00-0000',
  '2026-11-24T10:60:00Z',
  'i går',
)
export const noDuration = texts('', 'P', 'PT', 'P4W1D', '1H', 'PT1H1H', 'PT1.5H2M', 'P-1D', 'P1S', '00:30:00')
export const noMedia = texts('', 'text', 'text/', '/plain', 'text plain/a', 'a/b/c')
export const noLength = fc.oneof(fc.constantFrom<unknown>(-1, 0.5, '1', 1e300), not.number)
export const noMap: fc.Arbitrary<unknown> = not.object

/** An object without one of its properties. */
export const without = (name: string) => (whole: Json) =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => key !== name))
