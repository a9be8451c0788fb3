import { expect } from 'chai'
import { identifier, pointElements } from '../../../../course/runtime/scorm/elements.ts'

describe('identifier', () => {
  it('writes points as underscores', () => {
    expect(identifier('T-M1.1-a')).to.equal('T-M1_1-a')
  })
})

describe('pointElements', () => {
  it('tells the points with their bounds', () => {
    expect(pointElements('cmi', 0.57)).to.deep.equal([
      ['cmi.score.raw', '57'],
      ['cmi.score.min', '0'],
      ['cmi.score.max', '100'],
    ])
  })
})
