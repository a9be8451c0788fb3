import type { QuestionData } from '../runtime/course-data.ts'
import type { Answer } from '../runtime/scorm/edition.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** As long as asked for, in the letters of the course's saved state, the same each time, and no two places alike. */
export function sampleState(length: number): string {
  let seed = length
  let text = `${length}.`
  while (text.length < length) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    text += letters.charAt(seed >>> 26)
  }
  return text.slice(0, length)
}

/** Letters that an LMS may lose on the way. */
export const swedishText = 'ÅÄÖ åäö é ü – ” 8 §'

const options = ['a', 'b', 'c'].map((id) => ({ id, text: `Svar ${id}` }))
const base = { revision: 1, objective: 'M1.1', text: `Prov av frågor: ${swedishText}` }

/** A question of each type that the course has, with a right answer. */
export const sampleQuestions: QuestionData[] = [
  { ...base, id: 'Q-T-1', type: 'single', options, right: ['b'] },
  { ...base, id: 'Q-T-2', type: 'multi', options, right: ['a', 'c'] },
  { ...base, id: 'Q-T-3', type: 'truefalse', options: [{ id: 'true' }, { id: 'false' }], right: ['true'] },
  { ...base, id: 'Q-T-4', type: 'order', options, right: ['a', 'b', 'c'] },
  {
    ...base,
    id: 'Q-T-5',
    type: 'match',
    options,
    answers: ['1', '2', '3'].map((id) => ({ id })),
    right: ['a.1', 'b.2', 'c.3'],
  },
  { ...base, id: 'Q-T-6', type: 'numeric', options: [], right: ['10'] },
]

export const sampleAnswer = ({ id, right }: QuestionData, at: string): Answer => ({
  kind: 'answered',
  at,
  module: 'M1',
  page: 'M1-prov',
  question: id,
  revision: 1,
  response: right,
  result: 'correct',
  try: 1,
  seconds: 12.5,
})

export const questionWords: Record<string, string> = {
  single: 'Svar på envalsfråga',
  multi: 'Svar på flervalsfråga',
  truefalse: 'Svar på sant eller falskt',
  order: 'Svar på ordningsfråga',
  match: 'Svar på parfråga',
  numeric: 'Svar på talfråga',
}
