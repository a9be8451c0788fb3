import { copyText } from './copy.ts'
import type { CourseData } from './course-data.ts'
import { element, one } from './dom.ts'
import type { ReceiptLine } from './tracker.ts'

/** "Om kursen" with *Kvitto*: what was sent, what was confirmed when read back, and a text to copy for the LMS's support. */
export function mountReceipt(root: HTMLElement, data: CourseData, lines: ReceiptLine[]) {
  const faults = lines.filter(({ error }) => error).length
  const told = faults === 0 ? 'Inga fel.' : `${faults} fel, se raderna nedan.`
  one(root, '#receipt-summary').textContent =
    lines.length === 0
      ? 'Inget har skickats under det här besöket.'
      : `${lines.length} rader från det här besöket. ${told}`
  one(root, '.receipt-rows').hidden = lines.length === 0
  one(root, 'tbody').replaceChildren(
    ...lines.map(({ at, what, sent, confirmed, error }) => {
      const answer = error ? `Fel ${error}` : (confirmed ?? '')
      return element('tr', cell(what), cell(sent, 'Skickat'), cell(answer, 'Svar'), cell(timeOfDay(at), 'Tid'))
    }),
  )
  const area = one<HTMLTextAreaElement>(root, '.copied textarea')
  area.value = receiptText(data, lines)
  const hint = one(root, '.receipt .hint')
  one(root, '[data-do="copy"]').addEventListener('click', () => void copyText(area, hint, 'Kvittot är kopierat.'))
}

/** `label` stands before the text where the table is stacked. */
function cell(text: string, label?: string): HTMLElement {
  const made = element('td', text)
  if (label && text) made.dataset.label = label
  return made
}

const timeOfDay = (at: string) => new Date(at).toLocaleTimeString('sv-SE')

export function receiptText(data: CourseData, lines: ReceiptLine[]): string {
  const head = [`${data.title}, version ${data.version}, rättsläge ${data.lawDate}`, navigator.userAgent]
  const rows = lines.map(({ at, what, sent, confirmed, error }) =>
    [at, what, sent, confirmed === undefined ? '' : `bekräftat: ${confirmed}`, error ? `fel: ${error}` : '']
      .filter(Boolean)
      .join(' | '),
  )
  return [...head, ...rows].join('\n')
}
