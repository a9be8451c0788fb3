import { type Selection, selectionQuery } from './selection.ts'

/** Where a page of events begins: the store's own marks of the pages before it, so that there is a way back. */
export interface Place {
  trail: string[]
}

/** A way back longer than this begins at the first page again. */
const LONGEST_TRAIL = 50

/** Reads `efter`, given once for every page behind. */
export function parsePlace(efter: unknown): Place {
  const marks = [efter ?? []].flat().filter((mark) => typeof mark === 'string' && mark !== '')
  return { trail: marks as string[] }
}

/** The mark of the page itself; undefined for the first. */
export function pageMark({ trail }: Place): string | undefined {
  return trail.at(-1)
}

/** The addresses of the pages around; undefined where there is none. */
export function pagesAround(
  selection: Selection,
  { trail }: Place,
  next: string | undefined,
): { previous?: string; next?: string } {
  return {
    ...(trail.length > 0 && { previous: withTrail(selection, trail.slice(0, -1)) }),
    ...(next !== undefined && { next: withTrail(selection, [...trail, next].slice(-LONGEST_TRAIL)) }),
  }
}

/** The query of a page of this selection, `efter` included. */
export function placeQuery(selection: Selection, { trail }: Place): string {
  return [selectionQuery(selection), ...trail.map((mark) => `efter=${encodeURIComponent(mark)}`)]
    .filter((part) => part !== '')
    .join('&')
}

function withTrail(selection: Selection, trail: string[]): string {
  const query = placeQuery(selection, { trail })
  return query === '' ? '/analys' : `/analys?${query}`
}
