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
  return dateAndTime.format(Date.parse(instant))
}

/** The day in Sweden on which this instant falls. */
export function swedishDay(instant: string): string {
  return swedishDateTime(instant).slice(0, 10)
}

/** `14.52` */
export function clock(instant: string): string {
  return swedishDateTime(instant).slice(11, 16).replace(':', '.')
}

/** `Tisdag 24 november 2026` */
export function dayHeading(day: string): string {
  const text = heading.format(Date.parse(day))
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1)
}

/** `1–24 november 2026`, `från 1 november 2026`, `till och med 24 november 2026`; years and months said once. */
export function dayRange(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined) {
    return from === undefined ? `till och med ${longDay(to)}` : `från ${longDay(from)}`
  }
  if (from === to) return longDay(to)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${longDay(to)}`
  if (from.slice(0, 4) === to.slice(0, 4)) return `${dayAndMonth.format(Date.parse(from))} – ${longDay(to)}`
  return `${longDay(from)} – ${longDay(to)}`
}

function longDay(day: string | undefined): string {
  return day === undefined ? '' : `${dayAndMonth.format(Date.parse(day))} ${day.slice(0, 4)}`
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
  return midnight(Date.parse(day) + 24 * 60 * 60 * 1000)
}

/** Sweden never changes its clocks around midnight, so the offset one guess away is the right one. */
function midnight(wanted: number): string {
  const shown = Date.parse(`${swedishDateTime(new Date(wanted).toISOString()).replace(' ', 'T')}Z`)
  return new Date(wanted - (shown - wanted)).toISOString()
}
