import type { CoursePlan } from '../course-plan.ts'
import { type Figure, people, shareOfPeople } from '../figure.ts'
import { extreme, noAnswers, type Question, type Row } from '../question.ts'
import type { Moment, Trail } from '../trail.ts'
import { moduleInSentence } from '../words.ts'

/** Days without anything happening, after which a module that was begun counts as left. */
const daysAway = 14
const day = 24 * 60 * 60 * 1000

/** Question 3: where people leave the course and do not come back. */
export const interruptions: Question = {
  number: 3,
  slug: 'avbrott',
  reads: {
    moduleStarted: ['person', 'module', 'time', 'originalTime'],
    moduleDone: ['person', 'module'],
    questionAnswered: ['person', 'module', 'time', 'originalTime', 'question', 'name'],
    stepAnswered: ['person', 'module', 'time', 'originalTime', 'question', 'name'],
  },
  heading: 'Modul',
  columns: ['Började', 'Slutförde', 'Avbröt', 'Andel avbröt', 'Vanligaste stället'],
  words: ['Vanligaste stället'],
  count: (trail, { modules }) => modules.flatMap((module) => countModule(trail, module)),
  sentence(rows) {
    if (rows.length === 0) return `${noAnswers}.`
    const worst = extreme(rows, 'Andel avbröt')
    if (!worst?.cells['Andel avbröt']?.value) return 'Ingen modul har avbrutits av minst fem personer.'
    return `Flest avbryter ${moduleInSentence(worst.label)}: ${worst.cells['Andel avbröt'].text} av dem som började.`
  },
  bars: {
    column: 'Andel avbröt',
    key: 'Andel av dem som började modulen. Streckad stapel är minst 40 procent.',
    scale: 'share',
    telling: 'greatest',
    striped: ({ cells }) => (cells['Andel avbröt']?.value ?? 0) >= 0.4,
  },
  method: [
    `Avbröt är den som har börjat modulen men inte slutfört den, och inte gjort något i den på ${daysAway} dagar.`,
    'Vanligaste stället är det senaste svaret i modulen.',
  ],
}

function countModule({ moments, now }: Trail, { id, label }: CoursePlan['modules'][number]): Row[] {
  const own = moments.filter(({ module }) => module === id)
  const begun = new Set(own.map(({ person }) => person))
  if (begun.size === 0) return []
  const done = new Set(own.filter(({ kind }) => kind === 'done').map(({ person }) => person))
  const last = new Map(own.filter(({ person }) => !done.has(person)).map((moment) => [moment.person, moment]))
  const left = [...last.values()].filter(({ at }) => now - at > daysAway * day)
  return [
    {
      label,
      figures: {
        Började: people(begun.size),
        Slutförde: people(done.size, begun.size),
        Avbröt: people(left.length, begun.size),
        'Andel avbröt': shareOfPeople(new Set(left.map(({ person }) => person)), begun),
        'Vanligaste stället': commonestPlace(left, begun.size),
      },
    },
  ]
}

function commonestPlace(left: Moment[], begun: number): Figure {
  const places = Map.groupBy(left, ({ place }) => (place === undefined ? 'Före första svaret' : `Efter ${place}`))
  const [commonest] = [...places].sort(([, a], [, b]) => b.length - a.length)
  if (commonest === undefined) return { kind: 'derived', text: '–', from: [people(0, begun)] }
  const [text, { length }] = commonest
  return { kind: 'measure', value: length, text, people: length }
}
