import { stringify } from 'csv-stringify/sync'
import { columns } from './columns.ts'
import type { AnalysedEvent } from './event.ts'

/** Excel takes no more characters in one cell. */
const LONGEST_CELL = 32_000

/**
 * The file in pieces, one for the header and one for each page of events: what a Swedish Excel opens as it is (UTF-8 with
 * a byte order mark, semicolons, decimal commas, CRLF). A cell that a spreadsheet would take for a formula begins with an
 * apostrophe.
 */
export async function* csvOf(pages: AsyncIterable<AnalysedEvent[]>): AsyncGenerator<string> {
  yield csvText([columns.map(({ name }) => name)], { bom: true })
  for await (const page of pages) yield csvText(page.map(cells), { bom: false })
}

function cells(event: AnalysedEvent): (string | number | undefined)[] {
  return columns.map(({ value }) => value(event))
}

function csvText(records: (string | number | undefined)[][], { bom }: { bom: boolean }): string {
  return stringify(records, {
    bom,
    delimiter: ';',
    record_delimiter: 'windows',
    quote_record_delimiter: true,
    cast: { number: (value) => String(value).replace('.', ','), string: safeText },
  })
}

/** Signs that start a formula in some spreadsheet, full-width ones too, also behind blanks that it may skip. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u
const control = /(?![\t\r\n])\p{Cc}/gu

function safeText(text: string): string {
  const clean = text.slice(0, LONGEST_CELL).replace(control, ' ').toWellFormed()
  return formula.test(clean) ? `'${clean}` : clean
}
