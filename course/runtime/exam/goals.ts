import { type CourseData, type PageData, partsOf, type QuestionData } from '../course-data.ts'
import type { Answered, CourseEvent } from '../events.ts'
import { bestPoints } from '../path.ts'
import { attemptsIn } from '../sitting.ts'

/** How far the learner is towards one of the course's goals: told, never what decides. */
export interface GoalResult {
  goal: string
  /** `13 av 14 rätt` */
  result: string
  reached: boolean
}

const dialogues = ['S2', 'S3', 'S4']
const integrity = /-fem-fall$/

/** The goals of which something is known, G1 to G4. */
export function goalsIn(data: CourseData, events: readonly CourseEvent[]): GoalResult[] {
  const firsts = new Map<string, Answered>()
  for (const event of events)
    if (event.kind === 'answered' && !firsts.has(event.question)) firsts.set(event.question, event)
  const pages = partsOf(data).flatMap((part) => part.pages)
  return [
    ...doors(data, firsts),
    ...permits(data, events),
    ...dialogue(pages, firsts),
    ...rightIn(
      pages.filter(({ id }) => integrity.test(id)),
      firsts,
      {
        goal: 'Känna igen jäv, muta och sekretess',
        share: 0.8,
      },
    ),
  ]
}

const doors = ({ doorTool }: CourseData, firsts: Map<string, Answered>) =>
  rightIn(doorTool?.pages ?? [], firsts, { goal: 'Peka ut rätt dörrar', share: 0.8 })

function rightIn(pages: PageData[], firsts: Map<string, Answered>, { goal, share }: { goal: string; share: number }) {
  const questions = pages.flatMap((page) => page.questions)
  if (questions.length === 0 || !questions.every(({ id }) => firsts.has(id))) return []
  const right = questions.filter(({ id }) => firsts.get(id)?.result === 'correct').length
  return [counted(goal, { right, of: questions.length, share })]
}

const counted = (goal: string, { right, of, share }: { right: number; of: number; share: number }): GoalResult => ({
  goal,
  result: `${right} av ${of} rätt`,
  reached: right >= share * of,
})

/** The latest attempt's tasks about law, decider or deadline. */
function permits({ test }: CourseData, events: readonly CourseEvent[]): GoalResult[] {
  const tasks = attemptsIn(events).at(-1)?.tasks ?? []
  const own = tasks.filter(({ question }) => test?.pool.some((item) => item.question === question && item.g2))
  const right = own.filter((task) => task.right).length
  return own.length === 0 ? [] : [counted('Ange lag, beslutsfattare och frist', { right, of: own.length, share: 0.8 })]
}

/** The first way through the scenarios about meeting a company. */
function dialogue(pages: PageData[], firsts: Map<string, Answered>): GoalResult[] {
  const own = pages.filter(({ scenario }) => dialogues.includes(scenario ?? ''))
  const ways = own.map((page) => firstWay(page, firsts))
  if (own.length < dialogues.length || ways.some((points) => points === undefined)) return []
  const points = ways.reduce<number>((sum, way) => sum + (way ?? 0), 0)
  const best = own.reduce((sum, page) => sum + bestPoints(page), 0)
  const percent = Math.floor((100 * points) / best)
  return [{ goal: 'Använda servicereglerna i samtal', result: `${percent} % av poängen`, reached: percent >= 80 }]
}

/** Points of the way taken first; undefined where it has not come to an end. */
function firstWay(page: PageData, firsts: Map<string, Answered>): number | undefined {
  let points = 0
  let step: QuestionData | undefined = page.questions[0]
  while (step) {
    const chosen: string | undefined = firsts.get(step.id)?.response[0]
    const option = step.options.find(({ id }) => id === chosen)
    if (!option) return undefined
    points += option.points ?? 0
    step = page.questions.find(({ id }) => id === option.next)
  }
  return points
}
