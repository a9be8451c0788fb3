import { type Figure, people, type Share } from '../figure.ts'
import { extreme, noAnswers, type Question, type Row } from '../question.ts'
import { shareRight } from '../share-right.ts'
import type { Answer } from '../trail.ts'
import { moduleInSentence } from '../words.ts'

const gainColumn = 'Ökning i procentenheter'

/** Question 5: what trying again gives; before and after the course once the pre-test and the final test send answers. */
export const improvement: Question = {
  number: 5,
  slug: 'forbattring',
  reads: { questionAnswered: ['person', 'module', 'parent', 'question', 'revision', 'try', 'success'] },
  heading: 'Modul',
  columns: ['Personer', 'Första försöket', 'Senaste försöket', gainColumn],
  count: ({ answers }, { modules }) =>
    modules.flatMap(({ id, label }) => {
      const own = answers.filter(({ module, inQuiz }) => module === id && inQuiz)
      return own.length === 0 ? [] : [countModule(label, own)]
    }),
  sentence(rows) {
    const before = `Från förtest till prov: ${noAnswers.toLowerCase()}.`
    if (rows.length === 0) return `${noAnswers}.`
    const best = extreme(rows, gainColumn)
    if (best === undefined) return `${before} Mellan försök går det inte att visa: för få har svarat fel.`
    return `${before} Mellan försök ökar andelen rätt mest i ${moduleInSentence(best.label)}: ${best.cells[gainColumn]?.text} procentenheter.`
  },
  bars: {
    column: gainColumn,
    key: 'Ökning av andelen rätt från första till senaste försöket, i procentenheter.',
    scale: 'share',
    telling: 'greatest',
  },
  method: [
    'Varje persons första svar på en fråga jämförs med personens senaste svar på samma fråga.',
    'Den som svarade rätt direkt har samma svar som första och senaste.',
    'Förtestet och slutprovet finns inte i kursen ännu.',
  ],
}

function countModule(label: string, answers: Answer[]): Row {
  const ofOne = Map.groupBy(answers, ({ person, question }) => JSON.stringify([person, question]))
  const complete = [...ofOne.values()].filter((own) => own.some((answer) => answer.try === 1))
  const inOrder = complete.map((own) => own.toSorted((a, b) => a.try - b.try))
  const first = shareRight(inOrder.flatMap((own) => own.slice(0, 1)))
  const last = shareRight(inOrder.flatMap((own) => own.slice(-1)))
  const figures = { 'Första försöket': first, 'Senaste försöket': last, [gainColumn]: gain(first, last) }
  return { label, figures: { Personer: people(first.people), ...figures } }
}

function gain(first: Share, last: Share): Figure {
  const value = last.part / last.whole - first.part / first.whole
  const points = Math.round(value * 100)
  const sign = points > 0 ? '+' : points < 0 ? '−' : ''
  return { kind: 'derived', value, text: `${sign}${Math.abs(points)}`, from: [first, last] }
}
