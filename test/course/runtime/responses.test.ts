import { expect } from 'chai'
import { delimited, rightPattern } from '../../../course/runtime/responses.ts'
import { choiceData, matchData, numericData, orderData, trueFalseData } from '../../support/course-data.ts'

describe('delimited', () => {
  it('spells each type as xAPI and SCORM 2004 do', () => {
    expect(delimited(['a', 'c'], choiceData('Q', { type: 'multi' }))).to.equal('a[,]c')
    expect(delimited(['true'], trueFalseData('Q'))).to.equal('true')
    expect(delimited(['b', 'a'], orderData('Q', 2))).to.equal('b[,]a')
    expect(delimited(['a.2', 'b.1'], matchData('Q', 2))).to.equal('a[.]2[,]b[.]1')
    expect(delimited(['2.5'], numericData('Q'))).to.equal('2.5')
  })
})

describe('rightPattern', () => {
  it('spells the right response, a number as a range', () => {
    expect(rightPattern(matchData('Q', 2))).to.equal('a[.]1[,]b[.]2')
    expect(rightPattern(numericData('Q', '10'))).to.equal('10[:]10')
    expect(rightPattern(numericData('Q', '0.3', 0.1))).to.equal('0.2[:]0.4')
  })
})
