import { expect } from 'chai'
import { optionResults, questionResults } from '../../../lrs/analysis/answers.ts'
import type { AnswerCount } from '../../../lrs/statements/store.ts'

const count = (response: string, changes: Partial<AnswerCount> = {}): AnswerCount => ({
  question: 'Q-M1-1',
  response,
  firstTry: true,
  success: false,
  count: 1,
  ...changes,
})

describe('questionResults', () => {
  it('counts the first tries, and which of them were right', () => {
    const counts = [
      count('a', { count: 3 }),
      count('c', { success: true, count: 1 }),
      count('c', { success: true, firstTry: false, count: 3 }),
    ]
    expect(questionResults(counts)).to.deep.equal([
      { question: 'Q-M1-1', answers: 7, firstTries: 4, firstRight: 1, share: 0.25 },
    ])
  })

  it('counts an answer that is neither right nor wrong as not right', () => {
    expect(questionResults([count('b', { success: undefined })])[0]?.share).to.equal(0)
  })

  it('has no share without a first try', () => {
    expect(questionResults([count('c', { firstTry: false })])[0]).to.not.have.property('share')
  })

  it('puts question 10 after question 2', () => {
    const results = questionResults([count('a', { question: 'Q-M1-10' }), count('a', { question: 'Q-M1-2' })])
    expect(results.map(({ question }) => question)).to.deep.equal(['Q-M1-2', 'Q-M1-10'])
  })
})

describe('optionResults', () => {
  it('counts each option in every answer that holds it, chosen or not', () => {
    const definition = {
      interactionType: 'choice',
      choices: ['a', 'b', 'c'].map((id) => ({ id, description: { sv: `Alternativ ${id}` } })),
      correctResponsesPattern: ['a[,]b'],
    }
    const results = optionResults(
      [count('a[,]b', { success: true }), count('a', { firstTry: false, count: 2 })],
      definition,
    )
    expect(results).to.deep.equal([
      { text: 'Alternativ a', right: true, firstTries: 1, answers: 3, share: 1 },
      { text: 'Alternativ b', right: true, firstTries: 1, answers: 1, share: 1 },
      { text: 'Alternativ c', right: false, firstTries: 0, answers: 0, share: 0 },
    ])
  })

  it('has Sant and Falskt for a statement', () => {
    const definition = { interactionType: 'true-false', correctResponsesPattern: ['false'] }
    const results = optionResults([count('true')], definition)
    expect(results.map(({ text, right, answers }) => [text, right, answers])).to.deep.equal([
      ['Sant', false, 1],
      ['Falskt', true, 0],
    ])
  })

  it('counts whole answers, the commonest first and at most twelve, where the answer is an order', () => {
    const definition = {
      interactionType: 'sequencing',
      choices: [...'abcdefghijklmnop'].map((id) => ({ id, description: { sv: id.toUpperCase() } })),
    }
    const counts = [...'abcdefghijklmnop'].map((id, index) => count(`${id}[,]a`, { count: index + 1 }))
    const results = optionResults(counts, definition)
    expect(results).to.have.length(12)
    expect(results[0]).to.include({ text: 'P, A', answers: 16 })
  })
})
