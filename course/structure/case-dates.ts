import type { Findings } from './findings.ts'
import type { Fields } from './yaml-fields.ts'

const units = {
  dag: 'days',
  dagar: 'days',
  vecka: 'weeks',
  veckor: 'weeks',
  månad: 'months',
  månader: 'months',
} as const

const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')
const weekdays = 'söndag måndag tisdag onsdag torsdag fredag lördag'.split(' ')

/**
 * The day (`2027-06-01`) that lies a span in words (`12 veckor`, `4 månader`) before another; undefined for what is no span. A
 * month earlier is the same day of the month, or that month's last.
 */
export function dayBefore(day: string, span: string): string | undefined {
  const [, count = '', unit = ''] = /^(\d+) (\S+)$/.exec(span) ?? []
  const kind = units[unit as keyof typeof units]
  if (!kind) return undefined
  const date = new Date(`${day}T00:00:00Z`)
  if (kind === 'months') {
    const wanted = date.getUTCDate()
    date.setUTCDate(1)
    date.setUTCMonth(date.getUTCMonth() - Number(count) + 1, 0)
    date.setUTCDate(Math.min(wanted, date.getUTCDate()))
  } else date.setUTCDate(date.getUTCDate() - Number(count) * (kind === 'weeks' ? 7 : 1))
  return date.toISOString().slice(0, 10)
}

/** `29 december 2026` */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1]} ${year}`
}

/** `tisdag 29 december 2026` */
export const weekdayInWords = (day: string) =>
  `${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${dayInWords(day)}`

/** The days of a case by name: `datum` is a list of `{namn, dag}`, or `{namn, fran, minus}` reckoned from one above. */
export function parseDates(rows: Fields[]): Map<string, string> {
  const dates = new Map<string, string>()
  for (const row of rows) {
    const name = row.text('namn')
    dates.set(name, row.has('dag') ? row.date('dag') : reckoned(row, dates))
    row.close()
  }
  return dates
}

function reckoned(row: Fields, dates: Map<string, string>): string {
  const from = row.text('fran')
  const span = row.text('minus')
  const day = dates.get(from)
  if (day === undefined) row.error('fran', `Dagen ”${from}” finns inte ovanför. Skriv namnet på en dag som står före.`)
  const before = day === undefined ? undefined : dayBefore(day, span)
  if (day !== undefined && before === undefined)
    row.error('minus', `”${span}” är ingen tid. Skriv till exempel 12 veckor, 4 månader eller 211 dagar.`)
  return before ?? '2000-01-01'
}

const spellings: Record<string, (day: string) => string> = {
  '': dayInWords,
  ':dag': weekdayInWords,
  ':iso': (day) => day,
}

/** A file's text with its days written in: `{bygglov}`, `{bygglov:dag}` with the weekday, `{bygglov:iso}` in figures. */
export function fillDates(
  text: string,
  dates: Map<string, string>,
  { file, findings }: { file: string; findings: Findings },
): string {
  return text
    .split('\n')
    .map((line, n) =>
      line.replace(/\{([a-zåäö]+)(:[a-z]+)?\}/g, (whole, name: string, how = '') => {
        const day = dates.get(name)
        const spell = spellings[how]
        if (day !== undefined && spell) return spell(day)
        findings.error({ file, line: n + 1 }, `Dagen ${whole} finns inte i datum i del.yaml. Rätta namnet.`)
        return whole
      }),
    )
    .join('\n')
}
