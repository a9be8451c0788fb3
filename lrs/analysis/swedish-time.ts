/** Dates and times as people in Sweden read them. A day is `2026-11-24`; an instant is ISO 8601 in UTC. */

const zone = { timeZone: 'Europe/Stockholm' } as const
const dateAndTime = new Intl.DateTimeFormat('sv-SE', {
  ...zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})
const heading = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const dayAndMonth = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', day: 'numeric', month: 'long' })

/** `2026-11-24 14:52:07` */
export function swedishDateTime(instant: string): string {
  return local(Date.parse(instant))
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '')
}

/** The day in Sweden on which this instant falls. */
export function swedishDay(instant: string): string {
  return local(Date.parse(instant)).replace(/T.*$/, '')
}

/** `14.52` */
export function clock(instant: string): string {
  return local(Date.parse(instant)).replace(/^.*T(\d\d):(\d\d).*$/, '$1.$2')
}

const hour = 60 * 60 * 1000
/** Outside these years the clock is taken to be one hour before UTC: nobody's calendar says more. */
const known = { from: Date.parse('1900-01-02T00:00:00.000Z'), to: Date.parse('2900-01-01T00:00:00.000Z') }

/** What a clock in Sweden shows, as `toISOString` would write it, the wrong `Z` at the end. */
function local(milliseconds: number): string {
  return new Date(milliseconds + offset(milliseconds)).toISOString()
}

function offset(milliseconds: number): number {
  if (milliseconds < known.from || milliseconds > known.to) return hour
  const shown = Date.parse(`${dateAndTime.format(milliseconds).replace(' ', 'T')}Z`)
  return shown - Math.floor(milliseconds / 1000) * 1000
}

/** `Tisdag 24 november 2026` */
export function dayHeading(day: string): string {
  const text = heading.format(Date.parse(day))
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}

/** `1–24 november 2026`, `från 1 november 2026`, `till och med 24 november 2026`; years and months said once. */
export function dayRange(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? '' : `till och med ${dayText(to)}`
  if (to === undefined) return `från ${dayText(from)}`
  if (from === to) return dayText(to)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dayText(to)}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${dayAndMonth.format(Date.parse(from))} – ${dayText(to)}`
  return `${dayText(from)} – ${dayText(to)}`
}

/** `24 november 2026` */
export function dayText(day: string): string {
  return `${dayAndMonth.format(Date.parse(day))} ${day.slice(0, 4)}`
}

/** True for a day that the calendar has, from the year 2000 to 2999. */
export function isDay(text: string): boolean {
  if (!/^2\d\d\d-\d\d-\d\d$/.test(text)) return false
  const parsed = new Date(text)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text)
}

/** The instant at which this day begins in Sweden. */
export function startOfDay(day: string): string {
  return midnight(Date.parse(day))
}

/** The instant at which the day after this one begins in Sweden: 23 or 25 hours later when the clocks change. */
export function endOfDay(day: string): string {
  return midnight(Date.parse(day) + 24 * hour)
}

/** Sweden never changes its clocks around midnight, so the offset one guess away is the right one. */
function midnight(wanted: number): string {
  return new Date(wanted - offset(wanted)).toISOString()
}
