import type { ActivityDefinition } from '../../xapi/types.ts'
import { smallestGroup } from '../disclosure.ts'
import { fixed, people, shareOfPeople } from '../figure.ts'
import { extreme, type Question, type Row } from '../question.ts'
import { responseParts, responseTexts } from '../response.ts'
import type { Answer } from '../trail.ts'
import { shortened, textOf } from '../words.ts'

/** Question 6: which choices that close the door, or leave it ajar, people take first in the scenarios. */
export const wrongChoices: Question = {
  number: 6,
  slug: 'felval',
  reads: {
    stepAnswered: [
      'person',
      'module',
      'time',
      'originalTime',
      'parent',
      'name',
      'choices',
      'key',
      'question',
      'revision',
      'try',
      'response',
      'success',
    ],
  },
  heading: 'Valet',
  columns: ['Steg', 'Dörren', 'Personer', 'Andel'],
  words: ['Steg', 'Dörren'],
  count({ answers, definitions }) {
    const firsts = firstWays(answers)
    const steps = [...Map.groupBy(firsts, ({ question }) => question)]
    const inOrder = steps.sort(([a], [b]) => a.localeCompare(b, 'sv', { numeric: true }))
    return inOrder.flatMap(([step, answersToIt]) => countStep(answersToIt, definitions.get(step)))
  },
  sentence(rows) {
    if (rows.length === 0) return 'Inget steg i ett scenario har besvarats av minst fem personer ännu.'
    const commonest = extreme(rows, 'Andel')
    if (commonest === undefined) return 'Inget felval har gjorts av minst fem personer.'
    const { Andel, Steg } = commonest.cells
    return `Vanligast är ”${commonest.label}” i ${Steg?.text}: ${Andel?.text} valde så.`
  },
  bars: {
    column: 'Andel',
    key: 'Andel av dem som kom till steget. Streckad stapel är val som stänger dörren.',
    scale: 'share',
    telling: 'greatest',
    striped: ({ cells }) => cells.Dörren?.text === closed,
  },
  method: [
    'Bara första vägen genom scenariot räknas, inte när någon tar om ett val.',
    'Steg som färre än fem har kommit till står inte med.',
  ],
}

const closed = 'Stängs'
const ajar = 'På glänt'
const LONGEST_CHOICE = 110

/** Each person's way through each scenario up to the first choice that was taken again. */
function firstWays(answers: Answer[]): Answer[] {
  const steps = answers.filter(({ scenario }) => scenario !== undefined)
  const ways = Map.groupBy(steps, ({ person, scenario }) => JSON.stringify([person, scenario]))
  return [...ways.values()].flatMap((way) => {
    const again = way.findIndex((answer) => answer.try > 1)
    return again === -1 ? way : way.slice(0, again)
  })
}

/** Nothing of a step that few came to: which choices it lists would tell how they came there. */
function countStep(answers: Answer[], definition: ActivityDefinition = {}): Row[] {
  const everybody = peopleIn(answers)
  if (everybody.size < smallestGroup) return []
  const right = new Set((definition.correctResponsesPattern ?? []).flatMap(responseParts))
  const wrong = (definition.choices ?? []).filter(({ id }) => !right.has(id))
  return wrong.map(({ id }) => {
    const own = answers.filter(({ response }) => response.includes(id))
    return {
      label: shortened(responseTexts(id, definition).join(), LONGEST_CHOICE),
      figures: {
        Steg: fixed(textOf(definition.name) ?? ''),
        Dörren: fixed(outcomeOf(own)),
        Personer: people(own.length, everybody.size),
        Andel: shareOfPeople(peopleIn(own), everybody),
      },
    }
  })
}

/** What the choice does to the door, as far as anybody has seen. */
function outcomeOf([answer]: Answer[]): string {
  if (answer === undefined) return '–'
  return answer.success === false ? closed : ajar
}

const peopleIn = (answers: Answer[]) => new Set(answers.map(({ person }) => person))
