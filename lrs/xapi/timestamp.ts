/** An instant with milliseconds, or what is wrong with the text. */
export type Parsed<T> = { value: T; problem?: undefined } | { value?: undefined; problem: string }

const extended = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?([Zz]|[+-]\d\d(?::?\d\d)?)?$/
const basic = /^(\d{4})(\d\d)(\d\d)[Tt](\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?([Zz]|[+-]\d\d(?::?\d\d)?)?$/

const format = 'must be a date and time of ISO 8601, such as 2026-11-24T09:30:00.000Z'

/**
 * Reads an ISO 8601 date and time, extended or basic (Data 4.5). Without an offset it is taken for UTC; an offset of minus
 * zero means "local time unknown" in RFC 3339 and is refused. Digits beyond milliseconds are cut.
 * @returns milliseconds since 1970
 */
export function parseTimestamp(text: string): Parsed<number> {
  const parts = extended.exec(text) ?? basic.exec(text)
  if (parts === null) return { problem: format }
  const [, year, month, day, hour, minute, second = 0, fraction = '', zone = 'Z'] = parts
  if (!isDate(Number(year), Number(month), Number(day))) return { problem: 'names a day that does not exist' }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) {
    return { problem: 'names a time of day that does not exist' }
  }
  const offset = offsetMinutes(zone)
  if (offset === undefined) return { problem: 'has an offset that does not exist; -00, -0000 and -00:00 are refused' }
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const [hours, minutes, seconds] = [Number(hour), Number(minute) - offset, Number(second)]
  // Date.UTC takes the years 0 to 99 for 1900 to 1999; 400 years later the calendar is the same.
  const later = Date.UTC(Number(year) + 400, Number(month) - 1, Number(day), hours, minutes, seconds, milliseconds)
  const value = later - fourCenturies
  return value < earliest || value > latest ? { problem: 'is outside the years 0000 to 9999' } : { value }
}

const fourCenturies = 146_097 * 86_400_000

/** Beyond these an instant is no longer written with four digits of year. */
const earliest = Date.parse('0000-01-01T00:00:00.000Z')
const latest = Date.parse('9999-12-31T23:59:59.999Z')

const alreadyUtc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d\.\d{3}Z$/

/** The instant in UTC with milliseconds, as the LRS returns it; the text must be a timestamp. */
export function utcTimestamp(text: string): string {
  if (alreadyUtc.test(text)) return text
  const { value } = parseTimestamp(text)
  if (value === undefined) throw new RangeError(`not a timestamp: ${text}`)
  return new Date(value).toISOString()
}

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z') return 0
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', ''))
  if (hours > 23 || minutes > 59) return undefined
  const total = hours * 60 + minutes
  if (zone.startsWith('+')) return total
  return total === 0 ? undefined : -total
}
