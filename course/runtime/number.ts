/** Digits before the decimal sign; a number this long is no answer to anything. */
const mostDigits = 9
const decimals = 3

/**
 * What somebody wrote as a number, in the neutral spelling of `Response` (`-2.5`), rounded to three decimals; or a sentence
 * that says what is missing. Decimal comma or point, spaces between thousands, hyphen or minus sign.
 */
export function parseNumber(text: string): { number: string } | { missing: string } {
  const written = text.replace(/\s/g, '').replace('−', '-').replace(',', '.')
  if (written === '') return { missing: 'Skriv ett tal först.' }
  const [, whole] = /^-?(\d+)(\.\d+)?$/.exec(written) ?? []
  if (whole === undefined) return { missing: 'Skriv bara talet, med siffror. Till exempel 12 eller 2,5.' }
  if (whole.replace(/^0+/, '').length > mostDigits) return { missing: `Skriv ett tal med högst ${mostDigits} siffror.` }
  return { number: String(rounded(Number(written))) }
}

/** A number as it is read in Swedish: decimal comma, no-break spaces between thousands. */
export function inSwedish(number: string): string {
  const [whole = '', fraction] = number.replace('-', '−').split('.')
  const grouped = whole.replace(/\d(?=(\d{3})+$)/g, '$&\u00a0')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

/** Without the noise of binary fractions: 0.3 − 0.1 is 0.2. Never −0. */
export const rounded = (value: number) => Number(value.toFixed(decimals)) + 0
