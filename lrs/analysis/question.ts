import type { QuestionNumber, StatementField, TemplateName } from '../../course/vocabulary.ts'
import type { CoursePlan } from './course-plan.ts'
import type { Figure, Shown } from './figure.ts'
import type { Trail } from './trail.ts'

/** One of the analyst's questions: what it reads, how it is counted, what the answer says. */
export interface Question {
  number: QuestionNumber
  /** Its place under /analys/fragor. */
  slug: string
  /** What it reads of each kind of statement: no more is kept of them than questions read. */
  reads: Partial<Record<TemplateName, StatementField[]>>
  /** The heading of the rows' labels, then of their figures. */
  heading: string
  columns: string[]
  /** The columns that hold words. */
  words?: string[]
  /** The figures as counted, nothing hidden: for `answerQuestion` and nobody else. */
  count(trail: Trail, plan: CoursePlan): Row[]
  /** What the figures say, in a sentence, of what may be shown. */
  sentence(rows: ShownRow[]): string
  bars: {
    /** The column that the bars draw. */
    column: string
    /** How to read them. */
    key: string
    /** Full width is the whole, or the greatest figure. */
    scale: 'share' | 'greatest'
    /** The figures that answer the question: the ones to draw where there are too many. */
    telling: 'greatest' | 'least'
    striped?: (row: ShownRow) => boolean
  }
  /** How it is counted, in sentences. */
  method: string[]
}

export interface Row {
  label: string
  /** By column. */
  figures: Record<string, Figure>
}

/** A row as it may be shown. */
export interface ShownRow {
  label: string
  cells: Record<string, Shown>
}

export const noAnswers = 'Inga sådana svar ännu'

/** The row with the greatest figure that may be shown, or with `least` the smallest; undefined when none may. */
export function extreme(
  rows: ShownRow[],
  column: string,
  which: 'greatest' | 'least' = 'greatest',
): ShownRow | undefined {
  const sign = which === 'greatest' ? 1 : -1
  const value = (row: ShownRow) => sign * (row.cells[column]?.value ?? Number.NaN)
  return rows.filter((row) => !Number.isNaN(value(row))).sort((a, b) => value(b) - value(a))[0]
}
