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

  it('counts each pair of a matching, the right ones first, then the wrong ones by how common they are', () => {
    const parts = (ids: string, word: string) => [...ids].map((id) => ({ id, description: { sv: `${word} ${id}` } }))
    const definition = {
      interactionType: 'matching',
      source: parts('abc', 'ord'),
      target: parts('123', 'mening'),
      correctResponsesPattern: ['a[.]1[,]b[.]2[,]c[.]3'],
    }
    const results = optionResults(
      [
        count('a[.]1[,]b[.]3[,]c[.]2', { count: 3 }),
        count('a[.]2[,]b[.]1[,]c[.]3', { count: 2 }),
        count('a[.]1[,]b[.]2[,]c[.]3', { success: true, firstTry: false }),
      ],
      definition,
    )
    expect(results.map(({ text, right, firstTries, answers }) => [text, right, firstTries, answers])).to.deep.equal([
      ['ord a – mening 1', true, 3, 4],
      ['ord b – mening 2', true, 0, 1],
      ['ord c – mening 3', true, 2, 3],
      ['ord b – mening 3', false, 3, 3],
      ['ord c – mening 2', false, 3, 3],
      ['ord a – mening 2', false, 2, 2],
      ['ord b – mening 1', false, 2, 2],
    ])
  })

  it('counts the numbers that were answered, the commonest first', () => {
    const definition = { interactionType: 'numeric', correctResponsesPattern: ['24[:]24'] }
    const results = optionResults([count('830000.5'), count('24', { success: true, count: 2 })], definition)
    expect(results.map(({ text, right, answers }) => [text, right, answers])).to.deep.equal([
      ['24', true, 2],
      ['830\u00a0000,5', false, 1],
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
