import { correlation } from '../correlation.ts'
import { disclose } from '../disclosure.ts'
import { type Figure, fixed, people, type Share } from '../figure.ts'
import { noAnswers, type Question, type Row } from '../question.ts'
import { shareRight } from '../share-right.ts'
import type { Answer } from '../trail.ts'
import { shortened, textOf } from '../words.ts'

/** From this share on a question tells nothing about who knows. */
const tooEasy = 0.9
/** Under this item-rest correlation those who know the rest do not do better on it: it may be misread. */
const unclear = 0.2
const fewestForDiscrimination = 10
const LONGEST_QUESTION = 110

/** Question 7: each question's p-value and discrimination. */
export const itemQuality: Question = {
  number: 7,
  slug: 'fragornas-kvalitet',
  reads: { questionAnswered: ['person', 'module', 'parent', 'text', 'question', 'revision', 'try', 'success'] },
  heading: 'Fråga',
  columns: ['Personer', 'Rätt direkt', 'Särskiljning', 'Bedömning'],
  words: ['Bedömning'],
  count({ answers, definitions }, { modules }) {
    const firsts = answers.filter((answer) => answer.try === 1 && answer.inQuiz)
    return modules.flatMap(({ id }) => {
      const own = firsts.filter(({ module }) => module === id)
      const questions = [...Map.groupBy(own, ({ question }) => question)]
      const ofPerson = Map.groupBy(own, ({ person }) => person)
      const inOrder = questions.sort(([a], [b]) => a.localeCompare(b, 'sv', { numeric: true }))
      return inOrder.map(([question, answersToIt]) =>
        countItem(textOf(definitions.get(question)?.description) ?? question, answersToIt, ofPerson),
      )
    })
  },
  sentence(rows) {
    if (rows.length === 0) return `${noAnswers}.`
    const count = (text: string) => rows.filter(({ cells }) => cells.Bedömning?.text === text).length
    const judged = rows.length - count(notJudged)
    if (judged === 0) return 'Ingen fråga har svar nog för att bedömas.'
    return `${judged} av ${rows.length} frågor går att bedöma. För lätta: ${count(easy)}. Oklara:\u00a0${count(vague)}.`
  },
  bars: {
    column: 'Rätt direkt',
    key: 'Andel rätt på första försöket (p-värde). Streckad stapel är minst 90 procent.',
    scale: 'share',
    telling: 'greatest',
    striped: ({ cells }) => (cells['Rätt direkt']?.value ?? 0) >= tooEasy,
  },
  method: [
    'För lätt är en fråga som minst 90 procent har rätt på direkt.',
    'Särskiljning är sambandet mellan rätt svar på frågan och rätt svar på modulens övriga frågor, mellan −1 och 1. Under 0,2 är frågan oklar: de som kan resten klarar den inte bättre.',
    `Särskiljning räknas när minst ${fewestForDiscrimination} har svarat, minst fem av dem rätt och minst fem fel.`,
  ],
}

const easy = 'För lätt'
const vague = 'Oklar'
const notJudged = '–'

function countItem(text: string, answers: Answer[], ofPerson: ReadonlyMap<string, Answer[]>): Row {
  const right = shareRight(answers)
  const discrimination = discriminationOf(answers, ofPerson, right)
  return {
    label: shortened(text, LONGEST_QUESTION),
    figures: {
      Personer: people(right.people),
      'Rätt direkt': right,
      Särskiljning: discrimination,
      Bedömning: judgement(right, discrimination),
    },
  }
}

/** The correlation of each person's result on the question with the share right of the module's other questions. */
function discriminationOf(answers: Answer[], ofPerson: ReadonlyMap<string, Answer[]>, right: Share): Figure {
  const pairs = answers.flatMap(({ person, question, success }): [number, number][] => {
    const rest = (ofPerson.get(person) ?? []).filter((answer) => answer.question !== question)
    if (rest.length === 0) return []
    return [[Number(success === true), rest.filter((one) => one.success === true).length / rest.length]]
  })
  const value = pairs.length < fewestForDiscrimination || disclose(right).hidden ? undefined : correlation(pairs)
  if (value === undefined) return fixed('–')
  const text = value.toFixed(1).replace('.', ',').replace('-', '−')
  return { kind: 'derived', value: Math.round(10 * value) / 10, text, from: [right] }
}

/** Says no more than what it is worked out from shows. */
function judgement(right: Share, discrimination: Figure): Figure {
  const share = disclose(right).value
  if (share !== undefined && share >= tooEasy) return fixed(easy)
  const value = disclose(discrimination).value
  if (value === undefined) return fixed(notJudged)
  return fixed(value < unclear ? vague : 'Fungerar')
}
