import type { Share } from './figure.ts'
import type { Answer } from './trail.ts'

/** The share of the answers that is right. */
export function shareRight(answers: Answer[]): Share {
  const right = answers.filter(({ success }) => success === true)
  const wrong = answers.filter(({ success }) => success !== true)
  return {
    kind: 'share',
    part: right.length,
    whole: answers.length,
    people: peopleIn(answers),
    having: peopleIn(right),
    lacking: peopleIn(wrong),
    otherwise: 'fel',
  }
}

export const peopleIn = (answers: Answer[]) => new Set(answers.map(({ person }) => person)).size
