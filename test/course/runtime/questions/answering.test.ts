import { expect } from 'chai'
import { isRight } from '../../../../course/runtime/questions/answering.ts'
import { choiceData, orderData, trueFalseData } from '../../../support/course-data.ts'

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
})
