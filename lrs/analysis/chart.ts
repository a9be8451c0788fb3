import type { OptionResult, QuestionResult } from './answers.ts'
import { counted, numberText, percentCell, percentText, shortened } from './words.ts'

/** Bars with the same figures in a table beside them. */
export interface Chart {
  heading: string
  /** What the figures say, in a sentence. */
  finding: string
  /** How to read the bars. */
  key: string
  bars: Bar[]
  table: ChartTable
  /** The whole table, when there is more than the bars show. */
  wholeTable?: ChartTable
}

export interface Bar {
  label: string
  /** For the width of an SVG element: `58%`. */
  width: string
  value: string
  /** Under the limit: striped, with a border. */
  low: boolean
  right: boolean
}

export interface ChartTable {
  caption: string
  columns: string[]
  rows: { label: string; href?: string; right: boolean; cells: string[] }[]
}

export const MOST_BARS = 12
/** A question that fewer than this share get right on the first try deserves a look. */
const LIMIT = 0.6
const LONGEST_LABEL = 42

export interface NamedQuestion extends QuestionResult {
  text: string
  /** The address of this question's own answers. */
  href: string
}

type Measured = NamedQuestion & { share: number }

/** Share right on the first try per question; with more than twelve questions the twelve hardest. */
export function questionsChart(questions: NamedQuestion[]): Chart | undefined {
  const measured = questions.filter((question): question is Measured => question.share !== undefined)
  const hardestFirst = measured.toSorted((a, b) => a.share - b.share)
  const hardest = hardestFirst[0]
  if (hardest === undefined) return undefined
  const shown = measured.length > MOST_BARS ? hardestFirst.slice(0, MOST_BARS) : measured
  return {
    heading: 'Rätt svar på första försöket',
    finding: hardestText(hardest, measured.length),
    key: `${shown.length < questions.length ? `De ${shown.length} svåraste av ${questions.length} frågor. ` : ''}Streckad stapel är under 60 procent.`,
    bars: shown.map((question) => bar(question.text, question.share, { low: question.share < LIMIT })),
    table: questionTable(shown),
    ...(shown.length < questions.length && { wholeTable: questionTable(questions) }),
  }
}

function hardestText({ text, share, firstTries }: Measured, questions: number): string {
  const answers = counted(firstTries, 'svar', 'svar')
  if (questions === 1) return `${percentText(share)} av ${answers} var rätt på frågan ${quoted(text)}.`
  return `Svårast är ${quoted(text)}: ${percentText(share)} av ${answers} var rätt.`
}

function quoted(text: string): string {
  return `”${shortened(text, 90)}”`
}

function questionTable(questions: NamedQuestion[]): ChartTable {
  return {
    caption: 'Rätt svar på första försöket, per fråga',
    columns: ['Fråga', 'Rätt', 'Svar'],
    rows: questions.map(({ text, href, share, firstTries }) => ({
      label: shortened(text, 60),
      href,
      right: false,
      cells: [percentCell(share), numberText(firstTries)],
    })),
  }
}

/** How often each option of one question was chosen. */
export function optionsChart(question: NamedQuestion, options: OptionResult[]): Chart {
  const { text, share, firstTries, firstRight } = question
  const finding =
    share === undefined
      ? 'Urvalet har inga första försök.'
      : `${numberText(firstRight)} av ${counted(firstTries, 'svar', 'svar')} var rätt på första försöket, ${percentText(share)}.`
  return {
    heading: text,
    finding,
    key: 'Andel av de första försöken som innehåller alternativet.',
    bars: options.map((option) => bar(option.text, option.share ?? 0, { right: option.right })),
    table: {
      caption: 'Svar per alternativ',
      columns: ['Alternativ', 'Andel', 'Första försök', 'Alla försök'],
      rows: options.map((option) => ({
        label: option.text,
        right: option.right,
        cells: [percentCell(option.share), numberText(option.firstTries), numberText(option.answers)],
      })),
    },
  }
}

function bar(text: string, share: number, marks: { low?: boolean; right?: boolean }): Bar {
  const percent = Math.round(share * 100)
  return {
    label: shortened(text, LONGEST_LABEL),
    width: `${percent}%`,
    value: percentCell(share),
    low: marks.low ?? false,
    right: marks.right ?? false,
  }
}
