// Each digit run stands before a different letter, so no input makes these backtrack.
const weeks = /^P(\d+(?:[.,]\d+)?)W$/
const parts =
  /^P(?:(\d+(?:[.,]\d+)?)Y)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/

/**
 * Whether the text is a duration of ISO 8601:2004 4.4.3.2 (Data 4.6): weeks alone, or years to seconds in order, with a
 * fraction on the last one only.
 */
export function isDuration(text: string): boolean {
  if (weeks.test(text)) return true
  const found = parts.exec(text)?.slice(1)
  if (found === undefined || text.endsWith('T')) return false
  const given = found.filter((part) => part !== undefined)
  return given.length > 0 && given.slice(0, -1).every((part) => !/[.,]/.test(part))
}

/** Length in seconds; undefined with years or months, which have no fixed length, and for what is no duration. */
export function durationSeconds(text: string): number | undefined {
  if (!isDuration(text)) return undefined
  const inWeeks = weeks.exec(text)
  if (inWeeks !== null) return number(inWeeks[1]) * 7 * 86_400
  const [, years, months, days, hours, minutes, seconds] = parts.exec(text) ?? []
  if (number(years) > 0 || number(months) > 0) return undefined
  return number(days) * 86_400 + number(hours) * 3600 + number(minutes) * 60 + number(seconds)
}

/**
 * The text as it is compared: a string of its own (Data 2.3.1), but without what goes beyond 0.01 seconds (Data 4.6), so
 * that PT1.5S, PT1.50S and PT1.504S are the same.
 */
export function comparableDuration(text: string): string {
  if (!text.endsWith('S')) return text
  return text.replace(/[.,](\d+)S$/, (_, fraction: string) => {
    const digits = fraction.slice(0, 2).replace(/0+$/, '')
    return digits === '' ? 'S' : `.${digits}S`
  })
}

function number(text: string | undefined): number {
  return text === undefined ? 0 : Number(text.replace(',', '.'))
}
