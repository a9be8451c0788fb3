import { at, circle, drawing, rect, words } from '../svg.ts'

const week = 39

interface Case {
  title: string
  /** The week from which the ten weeks run. */
  from: number
  marks: { week: number; label: string }[]
}

const cases: Case[] = [
  { title: 'Inget saknas', from: 0, marks: [{ week: 0, label: 'sökt' }] },
  {
    title: 'Begäran i vecka 2',
    from: 5,
    marks: [
      { week: 0, label: 'sökt' },
      { week: 2, label: 'begäran' },
      { week: 5, label: 'svar' },
    ],
  },
  {
    title: 'Begäran i vecka 5',
    from: 0,
    marks: [
      { week: 0, label: 'sökt' },
      { week: 5, label: 'begäran' },
    ],
  },
]

const row = ({ title, from, marks }: Case, i: number) =>
  at(
    [16, i * 144],
    rect([0, 0, 608, 3], 'ink') +
      words([0, 34], title, { size: 24, anchor: 'start', color: 'ink' }) +
      (from > 0 ? rect([0, 58, from * week, 10], 'edge') : '') +
      rect([from * week, 46, 10 * week, 34], 'accent') +
      words([(from + 7) * week, 71], '10 veckor', { size: 22, color: 'paper' }) +
      marks
        .map(
          ({ week: at, label }) =>
            circle([Math.max(at * week, 9), 63], 9, 'plate-ink') +
            circle([Math.max(at * week, 9), 63], 6, 'light') +
            words([at * week, 108], label, { size: 20, anchor: 'start', color: 'ink', weight: 400 }),
        )
        .join('') +
      words([(from + 10) * week - 30, 108], 'beslut', { size: 20, color: 'ink' }),
  )

/** Tre tidslinjer i samma skala: tio veckor från ansökan, eller från svaret på en begäran som kom inom tre veckor. */
export const tenWeeks = () => drawing([0, 0, 640, 412], rect([0, 0, 640, 412], 'paper') + cases.map(row).join(''))
