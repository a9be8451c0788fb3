import { analystQuestions } from '../../course/vocabulary.ts'
import { type Bar, MOST_BARS } from './chart.ts'
import type { CoursePlan } from './course-plan.ts'
import { disclose } from './disclosure.ts'
import type { Shown } from './figure.ts'
import type { Question, ShownRow } from './question.ts'
import type { Trail } from './trail.ts'
import { shortened } from './words.ts'

/** A question answered, as anybody who may read it gets it: nothing about a group that is too small. */
export interface Answer {
  number: number
  title: string
  href: string
  sentence: string
  bars: Bar[]
  /** How to read the bars; empty without bars. */
  key: string
  table: AnswerTable
  method: string[]
}

export interface AnswerTable {
  caption: string
  heading: string
  columns: { heading: string; kind: CellKind }[]
  rows: { label: string; cells: AnswerCell[] }[]
}

export interface AnswerCell {
  /** Its column's, for screens on which rows are stacked. */
  heading: string
  text: string
  hidden: boolean
  kind: CellKind
}

/** Words stand left, figures right. */
export type CellKind = 'words' | 'number'

export function answerQuestion(question: Question, trail: Trail, plan: CoursePlan): Answer {
  const title = analystQuestions[question.number]
  const rows: ShownRow[] = question.count(trail, plan).map(({ label, figures }) => ({
    label,
    cells: Object.fromEntries(question.columns.map((column) => [column, disclose(figures[column] ?? missing)])),
  }))
  return {
    number: question.number,
    title,
    href: `/analys/fragor/${question.slug}`,
    sentence: question.sentence(rows),
    ...barsOf(question, rows),
    table: {
      caption: title,
      heading: question.heading,
      columns: question.columns.map((heading) => ({ heading, kind: kindOf(question, heading) })),
      rows: rows.map(({ label, cells }) => ({
        label,
        cells: Object.entries(cells).map(([column, shown]) => cellOf(question, column, shown)),
      })),
    },
    method: question.method,
  }
}

const missing = { kind: 'fixed', text: '–' } as const
const LONGEST_LABEL = 60

function cellOf(question: Question, heading: string, { text, hidden }: Shown): AnswerCell {
  return { heading, text, hidden, kind: kindOf(question, heading) }
}

const kindOf = ({ words = [] }: Question, column: string): CellKind => (words.includes(column) ? 'words' : 'number')

interface Measured {
  row: ShownRow
  text: string
  value: number
}

/** With more than twelve figures that may be shown the twelve that answer the question best, in the table's order. */
function barsOf({ bars }: Question, rows: ShownRow[]): { bars: Bar[]; key: string } {
  const measured = rows.flatMap((row): Measured[] => {
    const { text = '', value } = row.cells[bars.column] ?? {}
    return value === undefined ? [] : [{ row, text, value }]
  })
  if (measured.length === 0) return { bars: [], key: '' }
  const sign = bars.telling === 'greatest' ? -1 : 1
  const telling = measured.toSorted((a, b) => sign * (a.value - b.value)).slice(0, MOST_BARS)
  const full = bars.scale === 'share' ? 1 : Math.max(...measured.map(({ value }) => value))
  const cut = `Staplarna visar de ${MOST_BARS} ${bars.telling === 'greatest' ? 'högsta' : 'lägsta'} av ${measured.length}. `
  return {
    bars: measured.filter((one) => telling.includes(one)).map((one) => barOf(one, full, bars.striped)),
    key: (measured.length > MOST_BARS ? cut : '') + bars.key,
  }
}

function barOf({ row, text, value }: Measured, full: number, striped: Question['bars']['striped']): Bar {
  const width = full > 0 ? Math.round((100 * Math.max(0, value)) / full) : 0
  return {
    label: shortened(row.label, LONGEST_LABEL),
    width: `${width}%`,
    value: text,
    low: striped?.(row) ?? false,
    right: false,
  }
}
