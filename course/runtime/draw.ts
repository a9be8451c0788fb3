import type { QuestionData, TestData, TestItem } from './course-data.ts'
import { shuffled } from './shuffle.ts'

/** Of each module. */
const tasksOfModule = 2
const cases = 6

/**
 * The tasks of one attempt, as question ids: two of every module with different objectives, in the modules about permits at
 * least one that asks for law, decider or deadline, then six cases over several doors. What is not valid on the day
 * (`2027-03-01`) is never drawn. The same seed draws the same tasks.
 */
export function drawTest({ pool, pages, permits }: TestData, seed: string, day: string): string[] {
  const objectives = new Map(pages.flatMap(({ questions }) => questions.map(({ id, objective }) => [id, objective])))
  const valid = pool.filter((item) => isValid(item, day))
  const modules = new Set(valid.flatMap(({ module }) => module ?? []))
  const drawn = [...modules].flatMap((module) => {
    const own = shuffled(
      valid.filter((item) => item.module === module),
      `${seed}/${module}`,
    )
    const first = (permits.includes(module) ? own.find(({ g2 }) => g2) : undefined) ?? own[0]
    const others = own.filter((item) => item !== first && objective(item) !== objective(first))
    return shuffled([first, ...others].slice(0, tasksOfModule), `${seed}/${module}/order`)
  })
  const drawnCases = shuffled(
    valid.filter(({ module }) => module === undefined),
    `${seed}/cases`,
  ).slice(0, cases)
  return [...drawn, ...drawnCases].flatMap((item) => item?.question ?? [])

  function objective(item: TestItem | undefined): string | undefined {
    return objectives.get(item?.question ?? '')
  }
}

const isValid = ({ validFrom = '', validTo = '9999-12-31' }: TestItem, day: string) =>
  validFrom <= day && day <= validTo

/** The tasks of an attempt as the page holds them; a question that the course no longer has is left out. */
export const tasksIn = ({ pages }: TestData, items: readonly string[]): QuestionData[] => {
  const questions = new Map(pages.flatMap((page) => page.questions.map((question) => [question.id, question] as const)))
  return items.flatMap((id) => questions.get(id) ?? [])
}
