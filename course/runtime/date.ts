const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ')

const asFigures = 'Skriv datumet så här: 2026-11-24.'

/**
 * What somebody wrote as a day, as `2026-12-29`, or a sentence that says what is missing. Takes the year first in figures, day and month
 * before the year with slash, point, hyphen or space, and the month in words, whole or by three letters or more.
 */
export function parseDate(text: string): { date: string } | { missing: string } {
  const written = text
    .trim()
    .toLowerCase()
    .replace(/^den\s+/, '')
    .replace(/\s+/g, ' ')
  if (written === '') return { missing: 'Skriv ett datum först.' }
  if (/^\d{1,2}[/. -]+(\d{1,2}|[a-zåäö.]+)\.?$/.test(written)) return { missing: `Året saknas. ${asFigures}` }
  const [year, month, day] = partsOf(written) ?? []
  if (!year || !month || !day) return { missing: asFigures }
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return { missing: `Den dagen finns inte. ${asFigures}` }
  return { date: date.toISOString().slice(0, 10) }
}

function partsOf(written: string): number[] | undefined {
  const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(written)
  if (yearFirst) return yearFirst.slice(1).map(Number)
  const [, day, named = '', year] = /^(\d{1,2})(?::?e)?[/. -]+(\d{1,2}|[a-zåäö]+)[/., -]+(\d{4})$/.exec(written) ?? []
  if (!year) return undefined
  const month = /^\d/.test(named) ? Number(named) : monthNumber(named)
  return month === 0 ? undefined : [Number(year), month, Number(day)]
}

const monthNumber = (name: string) => (name.length < 3 ? 0 : months.findIndex((month) => month.startsWith(name)) + 1)

/** `29 december 2026` */
export function dateInSwedish(date: string): string {
  const [year, month = 1, day] = date.split('-').map(Number)
  return `${day} ${months[month - 1]} ${year}`
}
