/** Elements of the data model with their values, in the order they are written. */
export type Elements = [element: string, value: string][]

/** Letters, digits, `_` and `-` are taken everywhere: a point is written `_`. */
export const identifier = (id: string) => id.replaceAll('.', '_')

/** A share 0–1 as points of a hundred. */
export const pointElements = (prefix: string, scaled: number): Elements => [
  [`${prefix}.score.raw`, String(Math.round(scaled * 100))],
  [`${prefix}.score.min`, '0'],
  [`${prefix}.score.max`, '100'],
]

/** A response, or nothing: a text in which the learner ticked no point has none, and 1.2 takes no empty choice. */
export const given = (element: string, response: string): Elements => (response === '' ? [] : [[element, response]])
