import { expect } from 'chai'
import { type NamedQuestion, optionsChart, questionsChart } from '../../../lrs/analysis/chart.ts'

const question = (number: number, share: number | undefined, changes: Partial<NamedQuestion> = {}): NamedQuestion => ({
  question: `Q-${number}`,
  text: `Fråga ${number}`,
  href: `/analys?fraga=Q-${number}`,
  answers: 20,
  firstTries: share === undefined ? 0 : 10,
  firstRight: Math.round(10 * (share ?? 0)),
  ...(share !== undefined && { share }),
  ...changes,
})

describe('questionsChart', () => {
  it('says in a sentence which question is the hardest', () => {
    const chart = questionsChart([question(1, 0.9), question(2, 0.4)])
    expect(chart?.finding).to.equal('Svårast är ”Fråga 2”: 40 procent av 10 svar var rätt.')
  })

  it('stripes what is under 60 percent and nothing else', () => {
    const chart = questionsChart([question(1, 0.6), question(2, 0.59), question(3, 0)])
    expect(chart?.bars.map(({ low, width }) => [low, width])).to.deep.equal([
      [false, '60%'],
      [true, '59%'],
      [true, '0%'],
    ])
  })

  it('shows the twelve hardest of many, and all of them in a table', () => {
    const chart = questionsChart(Array.from({ length: 20 }, (_, index) => question(index, 1 - index / 20)))
    expect(chart?.bars).to.have.length(12)
    expect(chart?.table.rows).to.have.length(12)
    expect(chart?.wholeTable?.rows).to.have.length(20)
    expect(chart?.key).to.contain('De 12 svåraste av 20 frågor.')
  })

  it('has nothing to show without a first try', () => {
    expect(questionsChart([question(1, undefined)])).to.equal(undefined)
  })
})

describe('optionsChart', () => {
  it('marks the right options and has the same figures in the table', () => {
    const chart = optionsChart(question(1, 0.4), [
      { text: 'Ja.', right: true, firstTries: 4, answers: 9, share: 0.4 },
      { text: 'Nej.', right: false, firstTries: 6, answers: 6, share: 0.6 },
    ])
    expect(chart.finding).to.equal('4 av 10 svar var rätt på första försöket, 40 procent.')
    expect(chart.bars.map(({ right, value }) => [right, value])).to.deep.equal([
      [true, '40\u00a0%'],
      [false, '60\u00a0%'],
    ])
    expect(chart.table.rows.map(({ cells }) => cells)).to.deep.equal([
      ['40\u00a0%', '4', '9'],
      ['60\u00a0%', '6', '6'],
    ])
  })
})
