import type { OptionData, PageData, QuestionData } from './course-data.ts'
import type { CourseEvent } from './events.ts'

/** A step of the way the learner is on: what was chosen and how far it opened the door. */
export interface PathStep {
  step: string
  choice: string
  /** 2 open, 1 ajar, 0 closed. */
  points: 0 | 1 | 2
  /** Undefined at the end of the scenario. */
  next?: string
}

export type Ending = 'good' | 'fair' | 'redo'

/**
 * The way through a scenario, read from its answers: answering a step anew forgets what came after it, answering the first one
 * starts over. Answers off the way (a page whose steps have changed since) are left out.
 */
export function pathOf(events: readonly CourseEvent[], page: PageData): PathStep[] {
  let path: PathStep[] = []
  for (const event of events) {
    if (event.kind !== 'answered' || event.page !== page.id) continue
    const taken = stepTaken(page, event.question, event.response[0])
    if (!taken) continue
    if (taken.step === page.questions[0]?.id) path = [taken]
    else {
      const index = path.findIndex(({ step }) => step === taken.step)
      const before = index < 0 ? path : path.slice(0, index)
      if (before.at(-1)?.next === taken.step) path = [...before, taken]
    }
  }
  return path
}

function stepTaken(page: PageData, step: string, choice: string | undefined): PathStep | undefined {
  const option = page.questions.find(({ id }) => id === step)?.options.find(({ id }) => id === choice)
  if (!option) return undefined
  return { step, choice: option.id, points: option.points ?? 0, ...(option.next ? { next: option.next } : {}) }
}

/** The most points that any way from `step` to the end can give. */
export function bestPoints(page: PageData, step: QuestionData | undefined = page.questions[0]): number {
  if (!step) return 0
  const worth = (option: OptionData) =>
    (option.points ?? 0) +
    (option.next
      ? bestPoints(
          page,
          page.questions.find(({ id }) => id === option.next),
        )
      : 0)
  return Math.max(...step.options.map(worth))
}

/** Annex A: at least 80 % of the best possible path is good, at least 50 % fair. */
export function endingOf(path: readonly PathStep[], page: PageData): Ending {
  const share = path.reduce((sum, { points }) => sum + points, 0) / bestPoints(page)
  return share >= 0.8 ? 'good' : share >= 0.5 ? 'fair' : 'redo'
}
