import type { ActivityDefinition } from '../../xapi/types.ts'
import { smallestGroup } from '../disclosure.ts'
import { fixed, people, shareOfPeople } from '../figure.ts'
import { extreme, noAnswers, type Question, type Row } from '../question.ts'
import { responseParts, responseTexts } from '../response.ts'
import type { Answer } from '../trail.ts'
import { shortened, textOf } from '../words.ts'

/** Question 6: which choices that close the door, or leave it ajar, people take first in the scenarios. */
export const wrongChoices: Question = {
  number: 6,
  slug: 'felval',
  reads: {
    stepAnswered: ['person', 'parent', 'name', 'choices', 'question', 'revision', 'try', 'response', 'success'],
  },
  heading: 'Valet',
  columns: ['Steg', 'Dörren', 'Personer', 'Andel'],
  words: ['Steg', 'Dörren'],
  count(trail) {
    const firsts = trail.answers.filter((answer) => answer.isStep && answer.try === 1)
    const steps = [...Map.groupBy(firsts, ({ question }) => question)]
    const inOrder = steps.sort(([a], [b]) => a.localeCompare(b, 'sv', { numeric: true }))
    return inOrder.flatMap(([step, answers]) => countStep(answers, trail.definitions.get(step)))
  },
  sentence(rows) {
    if (rows.length === 0) return `${noAnswers}.`
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

/** Nothing of a step that few came to: which choices it lists would tell how they came there. */
function countStep(answers: Answer[], definition: ActivityDefinition = {}): Row[] {
  const everybody = peopleIn(answers)
  if (everybody.size < smallestGroup) return []
  const right = new Set((definition.correctResponsesPattern ?? []).flatMap(responseParts))
  const wrong = (definition.choices ?? []).filter(({ id }) => !right.has(id))
  return wrong.map(({ id }) => {
    const own = answers.filter(({ response }) => response.includes(id))
    const closes = own.some(({ success }) => success === false)
    return {
      label: shortened(responseTexts(id, definition).join(), LONGEST_CHOICE),
      figures: {
        Steg: fixed(textOf(definition.name) ?? ''),
        Dörren: { kind: 'derived', text: closes ? closed : ajar, from: [people(own.length)] },
        Personer: people(own.length, everybody.size),
        Andel: shareOfPeople(peopleIn(own), everybody),
      },
    }
  })
}

const peopleIn = (answers: Answer[]) => new Set(answers.map(({ person }) => person))
