import { expect } from 'chai'
import { isRight } from '../../../../course/runtime/questions/answering.ts'
import { choiceData, matchData, numericData, orderData, trueFalseData } from '../../../support/course-data.ts'

describe('isRight', () => {
  it('wants exactly the right options, in any order', () => {
    const multi = choiceData('Q', { type: 'multi', right: ['a', 'b'] })
    expect(isRight(multi, ['b', 'a'])).to.equal(true)
    expect(isRight(multi, ['a'])).to.equal(false)
    expect(isRight(multi, ['a', 'b', 'c'])).to.equal(false)
    expect(isRight(choiceData('Q'), ['c'])).to.equal(true)
    expect(isRight(trueFalseData('Q', 'true'), ['false'])).to.equal(false)
  })

  it('wants the order of an order question', () => {
    expect(isRight(orderData('Q', 3), ['a', 'b', 'c'])).to.equal(true)
    expect(isRight(orderData('Q', 3), ['b', 'a', 'c'])).to.equal(false)
  })

  it('wants every pair of a match question', () => {
    expect(isRight(matchData('Q'), ['c.3', 'a.1', 'b.2'])).to.equal(true)
    expect(isRight(matchData('Q'), ['a.2', 'b.1', 'c.3'])).to.equal(false)
    expect(isRight(matchData('Q'), ['a.1', 'b.2'])).to.equal(false)
    expect(isRight(matchData('Q'), ['a.1', 'b.1', 'c.1'])).to.equal(false)
  })

  it('wants a number as near as its tolerance, its ends included', () => {
    expect(isRight(numericData('Q', '24'), ['24'])).to.equal(true)
    expect(isRight(numericData('Q', '24'), ['24.001'])).to.equal(false)
    expect(['0.1', '0.2', '0.3', '0.4'].map((given) => isRight(numericData('Q', '0.3', 0.1), [given]))).to.deep.equal([
      false,
      true,
      true,
      true,
    ])
    expect(isRight(numericData('Q', '24'), [])).to.equal(false)
  })
})
