import { expect } from 'chai'
import { isLeading, numberVerdicts } from '../../build/words.ts'

describe('numberVerdicts', () => {
  const told = (unit: string | undefined) => Object.values(numberVerdicts(unit)).join(', ')

  it('calls a time short or long, a week or a day early or late, all else low or high', () => {
    expect(['veckor', 'Timmar', 'månader från beslutet'].map(told)).to.deep.equal(Array(3).fill('För kort, För långt'))
    expect(['vecka', 'mars'].map(told)).to.deep.equal(Array(2).fill('För tidigt, För sent'))
    expect(['kronor', 'procent', undefined].map(told)).to.deep.equal(Array(3).fill('För lågt, För högt'))
  })
})

describe('isLeading', () => {
  it('puts a week before its number, and all else after', () => {
    expect(['vecka', 'veckor', 'mars', 'kronor'].filter(isLeading)).to.deep.equal(['vecka'])
  })
})
