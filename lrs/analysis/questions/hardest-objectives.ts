import { type Figure, fixed, people } from '../figure.ts'
import { extreme, noAnswers, type Question } from '../question.ts'
import { peopleIn, shareRight } from '../share-right.ts'
import type { Answer } from '../trail.ts'

/** Question 4: the objectives whose questions go wrong, and where people are sure of a wrong answer. */
export const hardestObjectives: Question = {
  number: 4,
  slug: 'svara-mal',
  reads: { questionAnswered: ['person', 'module', 'parent', 'question', 'revision', 'try', 'success', 'confidence'] },
  heading: 'Mål',
  columns: ['Personer', 'Rätt direkt', 'Säkra men fel'],
  count({ answers }, { objectives, objectiveOf }) {
    const firsts = answers.filter((answer) => answer.try === 1 && answer.inQuiz)
    const byObjective = Map.groupBy(firsts, ({ question }) => objectiveOf.get(question))
    return objectives.flatMap(({ id, text }) => {
      const own = byObjective.get(id)
      if (own === undefined) return []
      const right = shareRight(own)
      return [
        {
          label: `${id} ${text}`,
          figures: { Personer: people(right.people), 'Rätt direkt': right, 'Säkra men fel': sureButWrong(own) },
        },
      ]
    })
  },
  sentence(rows) {
    if (rows.length === 0) return `${noAnswers}.`
    const asked = rows.some(({ cells }) => cells['Säkra men fel']?.text !== notAsked)
    const sureness = asked ? '' : ' Hur säker den som svarar är frågar kursen inte ännu.'
    const hardest = extreme(rows, 'Rätt direkt', 'least')
    if (hardest === undefined) return `Inget mål har minst fem som svarade fel.${sureness}`
    return `Svårast är ${hardest.label}: ${hardest.cells['Rätt direkt']?.text} rätt på första försöket.${sureness}`
  },
  bars: {
    column: 'Rätt direkt',
    key: 'Andel rätt på första försöket. Streckad stapel är under 60 procent.',
    scale: 'share',
    telling: 'least',
    striped: ({ cells }) => (cells['Rätt direkt']?.value ?? 1) < 0.6,
  },
  method: [
    'Ett mål mäts av modulens frågor om det. Bara första försöket räknas, och bara frågornas senaste version.',
    'Säkra men fel är de som har svarat fel på minst en av frågorna och sagt att de var säkra.',
  ],
}

const notAsked = 'Frågas inte ännu'

function sureButWrong(answers: Answer[]): Figure {
  if (answers.every(({ sure }) => sure === undefined)) return fixed(notAsked)
  const wrong = answers.filter(({ sure, success }) => sure === true && success === false)
  return people(peopleIn(wrong), peopleIn(answers))
}
