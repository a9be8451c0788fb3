import { expect } from 'chai'
import fc from 'fast-check'
import { answerQuestion } from '../../../lrs/analysis/answer.ts'
import type { Question, Row } from '../../../lrs/analysis/question.ts'
import { hardestObjectives } from '../../../lrs/analysis/questions/hardest-objectives.ts'
import { improvement } from '../../../lrs/analysis/questions/improvement.ts'
import { interruptions } from '../../../lrs/analysis/questions/interruptions.ts'
import { questions } from '../../../lrs/analysis/questions/questions.ts'
import { wrongChoices } from '../../../lrs/analysis/questions/wrong-choices.ts'
import { goldenPlan } from '../../fixtures/golden-log.ts'
import { goldenId, goldenStatements } from '../../support/golden-statements.ts'
import type { Json } from '../../support/statement.ts'
import { changedAt, foundAt } from '../../support/statement-parts.ts'
import { trailOf } from '../../support/trail.ts'

const golden = goldenStatements()
const of = (who: number) => golden.filter(({ actor }) => JSON.stringify(actor).includes(goldenId(who)))
const shown = (question: Question, statements: Json[]) => answerQuestion(question, trailOf(statements), goldenPlan)
const tableOf = (question: Question, statements: Json[]) =>
  shown(question, statements).table.rows.map(({ label, cells }) => [label, ...cells.map(({ text }) => text)])

const tooFew = 'Färre än fem, visas inte'

describe('answerQuestion', () => {
  it('hides what is about fewer than five, and keeps the rest', () => {
    expect(tableOf(interruptions, golden)).to.deep.equal([
      ['1. Många dörrar in', '10–14', '10–14', tooFew, tooFew, tooFew],
      ['2. God förvaltning', '10–14', '5–9', '5–9', '50\u00a0%', 'Efter Ansökan på engelska, steg 1'],
    ])
    expect(tableOf(improvement, golden)[1]).to.deep.equal([
      '2. God förvaltning',
      '5–9',
      '63\u00a0%',
      'Färre än fem fel',
      tooFew,
    ])
    expect(tableOf(wrongChoices, golden)[0]).to.deep.equal([
      'Det är nära',
      'Snickaren i fel reception, steg 1',
      'På glänt',
      tooFew,
      tooFew,
    ])
  })

  it('says in a sentence what may be shown', () => {
    expect(questions.map((question) => shown(question, golden).sentence)).to.deep.equal([
      'Flest avbryter modul 2, God förvaltning: 50\u00a0% av dem som började.',
      'Svårast är M2.1 redogöra för servicereglerna: 50\u00a0% rätt på första försöket. Hur säker den som svarar är frågar kursen inte ännu.',
      'Från förtest till prov: inga sådana svar ännu. Mellan försök ökar andelen rätt mest i modul 1, Många dörrar in: +24 procentenheter.',
      'Vanligast är ”Ring växeln” i Ansökan på engelska, steg 1: 55\u00a0% valde så.',
      '5 av 8 frågor går att bedöma. För lätta: 2. Oklara:\u00a01.',
      'Längst från planen är modul 2, God förvaltning: 12\u00a0min mot 15\u00a0min.',
    ])
  })

  it('draws a bar for every figure of the table that is shown, and no other', () => {
    for (const question of questions) {
      const { bars, table } = shown(question, golden)
      const drawn = table.rows.map(({ cells }) => cells.find(({ heading }) => heading === question.bars.column))
      const values = drawn.flatMap((cell) => (cell && !cell.hidden && cell.text !== '–' ? [cell.text] : []))
      expect(bars.map(({ value }) => value)).to.deep.equal(values)
    }
  })

  it('draws the twelve that answer the question best where there are more, in the table’s order', () => {
    const row = (number: number): Row => ({
      label: `Rad ${number}`,
      figures: { Andel: { kind: 'share', part: number, whole: 100, people: 100, having: 50, lacking: 50 } },
    })
    const many: Question = {
      ...hardestObjectives,
      columns: ['Andel'],
      count: () => Array.from({ length: 20 }, (_, index) => row((index * 7) % 20)),
      sentence: () => '',
      bars: { column: 'Andel', key: 'Andel.', scale: 'share', telling: 'greatest' },
    }
    const { bars, key, table } = answerQuestion(many, trailOf([]), goldenPlan)
    expect(table.rows).to.have.length(20)
    expect(bars.map(({ label }) => label)).to.deep.equal(
      table.rows.map(({ label }) => label).filter((label) => Number(label.slice(4)) >= 8),
    )
    expect(key).to.equal('Staplarna visar de 12 högsta av 20. Andel.')
  })

  it('says so when nobody has answered', () => {
    for (const question of questions) {
      const { sentence, table, bars, key } = shown(question, [])
      expect(sentence).to.match(/ ännu\.$/)
      expect([table.rows, bars, key]).to.deep.equal([[], [], ''])
    }
  })

  it('says the same whatever fewer than five people answered', () => {
    const few = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'true', 'false'), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(few, letters, (people, responses) => {
        const real = people.flatMap(of)
        const other = real.map((statement, index) =>
          answeredAnew(statement, responses[index % responses.length] ?? 'a'),
        )
        for (const question of questions) expect(shown(question, other)).to.deep.equal(shown(question, real))
      }),
      { numRuns: 40 },
    )
  })

  it('says the same whatever fewer than five people answered in a module, the others’ modules being many', () => {
    const isM2 = (statement: Json) => JSON.stringify(statement.context).includes('/module/M2')
    const m1 = golden.filter((statement) => !isM2(statement))
    const few = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(few, fc.constantFrom('a', 'b', 'c'), (people, response) => {
        const real = people.flatMap(of).filter(isM2)
        const other = real.map((statement) => answeredAnew(statement, response))
        for (const question of questions) {
          expect(shown(question, [...m1, ...other])).to.deep.equal(shown(question, [...m1, ...real]))
        }
      }),
      { numRuns: 25 },
    )
  })

  it('holds nobody’s id, whoever has answered', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(some, (people) => {
        const text = JSON.stringify(questions.map((question) => shown(question, people.flatMap(of))))
        expect(text).to.not.match(/b7e1c0de|7e57ab1e|5e5510|account|lrs\.example/)
      }),
      { numRuns: 40 },
    )
  })
})

/** The same try with another response and result. */
function answeredAnew(statement: Json, response: string): Json {
  if (foundAt(statement, '$.result.response').length === 0) return statement
  return changedAt(changedAt(statement, '$.result.response', response), '$.result.success', response > 'b')
}
