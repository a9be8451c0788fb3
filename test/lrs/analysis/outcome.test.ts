import { expect } from 'chai'
import { outcome } from '../../../lrs/analysis/outcome.ts'
import { analysedStatement, answer } from '../../support/analysed-statement.ts'

const definition = { interactionType: 'choice', correctResponsesPattern: ['a'] }

describe('outcome', () => {
  it('judges an answer as right, not right or, with a key and no verdict, in between', () => {
    const of = (success?: boolean) => outcome(answer({ definition, result: { response: 'b', success } }))
    expect(of(true)).to.deep.equal({ text: 'Rätt', mark: 'right' })
    expect(of(false)).to.deep.equal({ text: 'Inte rätt', mark: 'wrong' })
    expect(of()).to.deep.equal({ text: 'Delvis', mark: 'part' })
  })

  it('says nothing of an answer without a key', () => {
    expect(outcome(answer({ definition: { interactionType: 'likert' }, result: { response: 'ofta' } }))).to.equal(
      undefined,
    )
  })

  it('says passed, failed and done', () => {
    expect(outcome(analysedStatement('passed', { result: { success: true } }))?.text).to.equal('Godkänd')
    expect(outcome(analysedStatement('failed', { result: { success: false } }))?.text).to.equal('Inte godkänd')
    expect(outcome(analysedStatement('completed'))?.text).to.equal('Klar')
    expect(outcome(analysedStatement('initialized'))).to.equal(undefined)
  })
})
