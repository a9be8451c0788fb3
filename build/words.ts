import type { Course } from '../course/structure/types.ts'

const months = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
]

/** `2026-11` or `2026-11-24` as `november 2026`. */
export function monthInWords(date: string): string {
  const [year = '', month = ''] = date.split('-')
  return `${months[Number(month) - 1]} ${year}`
}

const lengths = ['sekunder', 'minuter', 'timmar', 'dagar', 'dygn', 'veckor', 'månader', 'år']
const leading = ['vecka', 'klockan']
const points = [...leading, ...months]

/** What a number below and above the right one is called: a length of time is too short, a week or a day of March too early. */
export function numberVerdicts(unit: string | undefined): { low: string; high: string } {
  const first = firstWord(unit)
  if (lengths.includes(first)) return { low: 'För kort', high: 'För långt' }
  if (points.includes(first)) return { low: 'För tidigt', high: 'För sent' }
  return { low: 'För lågt', high: 'För högt' }
}

/** Whether a unit is said before its number: `vecka 24`, but `24 mars`. */
export const isLeading = (unit: string) => leading.includes(firstWord(unit))

const firstWord = (text = '') => text.toLowerCase().split(' ')[0] ?? ''

/** The course's title with version and law date: what an LMS administrator tells two packages apart by. */
export function packageTitle({ title, version, lawDate, municipality }: Course): string {
  const whose = municipality ? `, ${municipality.name}` : ''
  return `${title}${whose} (version ${version}, rättsläge ${monthInWords(lawDate)})`
}

/** One sentence for what shows a course with a description under its title. */
export function packageDescription({ version, lawDate }: Course): string {
  return `Utbildning för dig som möter företag. Version ${version}, rättsläge ${monthInWords(lawDate)}.`
}

/** Today as an ISO 8601 date: what dates of review are compared with. */
export const isoToday = () => new Date().toISOString().slice(0, 10)
