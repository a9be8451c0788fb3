import { all, icon, one } from '../dom.ts'

/** What is said of an answer or a part of it; `words` as a heading with its icon. */
export interface Said {
  verdict: 'right' | 'wrong'
  words: string
}

const icons = { right: 'tick', wrong: 'again' } as const

/** Marks a row by its edge and tint; `chosen` says nothing of right or wrong. */
export function markRow(row: HTMLElement, mark: Said['verdict'] | 'chosen' | undefined) {
  if (mark) row.dataset.verdict = mark
  else delete row.dataset.verdict
}

/** The verdict and the feedback inside a row, or none; its heading, to move to. */
export function tellInRow(row: HTMLElement, said: Said | undefined): HTMLElement | undefined {
  markRow(row, said?.verdict)
  one(row, '.feedback').hidden = !said
  return said && fillHeading(one(row, '.feedback [tabindex]'), said)
}

/** The box below an answer that is judged as a whole, with one of its feedback texts; its heading, to move to. */
export function tellInBox(root: HTMLElement, said: Said, feedback: string): HTMLElement {
  const box = one(root, '.answer-box')
  box.hidden = false
  box.dataset.verdict = said.verdict
  for (const text of all(box, '[data-feedback]')) text.hidden = text.dataset.feedback !== feedback
  return fillHeading(one(box, 'h2'), said)
}

export function hideBox(root: HTMLElement) {
  one(root, '.answer-box').hidden = true
}

/** Fills it with the icon and the words. */
export function fillHeading(heading: HTMLElement, { verdict, words }: Said): HTMLElement {
  heading.replaceChildren(icon(icons[verdict]), words)
  return heading
}
