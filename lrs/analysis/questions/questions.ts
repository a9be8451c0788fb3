import type { Question } from '../question.ts'
import { hardestObjectives } from './hardest-objectives.ts'
import { improvement } from './improvement.ts'
import { interruptions } from './interruptions.ts'
import { itemQuality } from './item-quality.ts'
import { moduleTime } from './module-time.ts'
import { wrongChoices } from './wrong-choices.ts'

/** The analyst's questions that can be answered so far, by their number. */
export const questions: Question[] = [
  interruptions,
  hardestObjectives,
  improvement,
  wrongChoices,
  itemQuality,
  moduleTime,
]
