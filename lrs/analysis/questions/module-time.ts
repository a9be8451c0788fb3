import type { CoursePlan } from '../course-plan.ts'
import { type Figure, fixed, median, people } from '../figure.ts'
import { noAnswers, type Question, type Row, type ShownRow } from '../question.ts'
import type { Moment } from '../trail.ts'
import { moduleInSentence } from '../words.ts'

const minute = 60 * 1000
/** A longer silence is a break: it counts for nothing. */
const longestPause = 30

/** Question 8: the time a module takes beside the time it was planned for, those who skipped it apart. */
export const moduleTime: Question = {
  number: 8,
  slug: 'tid',
  reads: {
    moduleStarted: ['person', 'module', 'time', 'originalTime'],
    moduleDone: ['person', 'module', 'time', 'originalTime', 'credit'],
    questionAnswered: ['person', 'module', 'time', 'originalTime', 'question'],
    stepAnswered: ['person', 'module', 'time', 'originalTime', 'question'],
  },
  heading: 'Modul',
  columns: ['Plan', 'Gjorde modulen', 'Tid', 'Mot planen', 'Hoppade över'],
  count: ({ moments }, { modules }) =>
    modules.flatMap((module) => {
      const own = moments.filter(({ module: id }) => id === module.id)
      return own.some(({ kind }) => kind === 'done') ? [countModule(own, module)] : []
    }),
  sentence(rows) {
    if (rows.length === 0) return `${noAnswers}.`
    const furthest = rows.toSorted((a, b) => distance(b) - distance(a))[0]
    if (furthest === undefined || distance(furthest) < 0) return 'Ingen modul har slutförts av minst fem personer.'
    const { Tid, Plan, 'Mot planen': against } = furthest.cells
    if (against?.value === 0) return 'Modulerna tar den tid som är planerad.'
    return `Längst från planen är ${moduleInSentence(furthest.label)}: ${Tid?.text} mot ${Plan?.text}.`
  },
  bars: {
    column: 'Tid',
    key: 'Mediantid. Streckad stapel är längre än planen.',
    scale: 'greatest',
    telling: 'greatest',
    striped: ({ cells }) => (cells['Mot planen']?.value ?? 0) > 0,
  },
  method: [
    'Tiden går från att modulen öppnas till att den är klar. Ett uppehåll på mer än 30 minuter mellan två händelser räknas inte.',
    'Tiden är medianen: hälften tog kortare tid, hälften längre. De som hoppade över modulen efter förtestet räknas för sig.',
  ],
}

/** Minutes from the plan, either way; −1 where that is hidden. */
function distance({ cells }: ShownRow): number {
  const value = cells['Mot planen']?.value
  return value === undefined ? -1 : Math.abs(value)
}

function countModule(moments: Moment[], { label, minutes: plan }: CoursePlan['modules'][number]): Row {
  const done = moments.filter(({ kind }) => kind === 'done')
  const skipped = new Set(done.filter((moment) => moment.skipped).map(({ person }) => person))
  const finished = new Set(done.map(({ person }) => person))
  const through = [...finished].filter((person) => !skipped.has(person))
  const byPerson = Map.groupBy(moments, ({ person }) => person)
  const times = through.map((person) => minutesOf(byPerson.get(person) ?? []))
  const time: Figure = {
    kind: 'measure',
    value: Math.round(median(times)),
    text: minutesText(median(times)),
    people: times.length,
  }
  return {
    label,
    figures: {
      Plan: fixed(minutesText(plan), plan),
      'Gjorde modulen': people(times.length, finished.size),
      Tid: time,
      'Mot planen': against(time.value, plan, time),
      'Hoppade över': people(skipped.size, finished.size),
    },
  }
}

/** From the first moment to the first time it was done, breaks apart. */
function minutesOf(moments: Moment[]): number {
  const end = moments.findIndex(({ kind }) => kind === 'done')
  const gaps = moments.slice(1, end + 1).map(({ at }, index) => (at - (moments[index]?.at ?? at)) / minute)
  return gaps.filter((gap) => gap <= longestPause).reduce((sum, gap) => sum + gap, 0)
}

function against(time: number, plan: number, from: Figure): Figure {
  const value = time - plan
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  return { kind: 'derived', value, text: `${sign}${minutesText(Math.abs(value))}`, from: [from] }
}

const minutesText = (minutes: number) => `${Math.round(minutes)}\u00a0min`
