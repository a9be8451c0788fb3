/** A figure as a reader gets it; `value` is there only when the figure itself is. */
export interface Shown {
  text: string
  value?: number
  /** True where people are too few. */
  hidden: boolean
}

/** A figure as counted, with what `disclose` must know to decide whether it may be shown. */
export type Figure =
  /** `of`: those it is counted among. */
  | { kind: 'people'; people: number; of: number }
  | Share
  | { kind: 'measure'; value: number; text: string; people: number }
  /** Worked out from others: shown when they all are. */
  | { kind: 'derived'; value?: number; text: string; from: Figure[] }
  /** Says nothing about people. */
  | { kind: 'fixed'; text: string; value?: number }

/** A share of answers or people; `having` and `lacking` count the people on its two sides, who may be on both. */
export interface Share {
  kind: 'share'
  part: number
  whole: number
  people: number
  having: number
  lacking: number
  /** `fel`: what those who lack it have, for when they are too few to be counted. */
  otherwise?: string
}

export const people = (count: number, of = count): Figure => ({ kind: 'people', people: count, of })
export const fixed = (text: string, value?: number): Figure => ({
  kind: 'fixed',
  text,
  ...(value !== undefined && { value }),
})

/** The share of all given people who are among `having`. */
export function shareOfPeople(having: ReadonlySet<string>, all: ReadonlySet<string>): Share {
  const part = having.size
  return { kind: 'share', part, whole: all.size, people: all.size, having: part, lacking: all.size - part }
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return (low + high) / 2
}
