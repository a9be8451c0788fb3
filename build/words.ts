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

/** The course's title with version and law date: what an LMS administrator tells two packages apart by. */
export function packageTitle({ title, version, lawDate }: Course): string {
  return `${title} (version ${version}, rättsläge ${monthInWords(lawDate)})`
}

/** One sentence for what shows a course with a description under its title. */
export function packageDescription({ version, lawDate }: Course): string {
  return `Utbildning för dig som möter företag. Version ${version}, rättsläge ${monthInWords(lawDate)}.`
}
