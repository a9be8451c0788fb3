import { expect } from 'chai'
import { bestPoints, endingOf, pathOf } from '../../../course/runtime/path.ts'
import { answered, scenarioData } from '../../support/course-data.ts'

const page = scenarioData('M1')
const taken = (...steps: [string, string][]) =>
  pathOf(
    steps.map(([step, choice]) => answered(step, { response: [choice] })),
    page,
  )
const way = (...steps: [string, string][]) => taken(...steps).map(({ step, choice }) => step + choice)

describe('pathOf', () => {
  it('follows the choices', () => {
    expect(way(['S1-1', 'b'], ['S1-3', 'a'])).to.deep.equal(['S1-1b', 'S1-3a'])
  })

  it('forgets what came after a choice that is made anew', () => {
    expect(way(['S1-1', 'b'], ['S1-3', 'a'], ['S1-1', 'a'])).to.deep.equal(['S1-1a'])
    expect(way(['S1-1', 'b'], ['S1-3', 'a'], ['S1-3', 'b'])).to.deep.equal(['S1-1b', 'S1-3b'])
  })

  it('leaves out an answer that is off the way', () => {
    expect(way(['S1-1', 'a'], ['S1-3', 'a'], ['S1-2', 'x'])).to.deep.equal(['S1-1a'])
  })
})

describe('endingOf', () => {
  it('takes its share of the best possible way', () => {
    expect(bestPoints(page)).to.equal(4)
    expect(endingOf(taken(['S1-1', 'a'], ['S1-2', 'b']), page)).to.equal('good')
    expect(endingOf(taken(['S1-1', 'b'], ['S1-3', 'b']), page)).to.equal('fair')
    expect(endingOf(taken(['S1-1', 'a'], ['S1-2', 'a']), page)).to.equal('fair')
    expect(endingOf(taken(['S1-1', 'b'], ['S1-3', 'a']), page)).to.equal('redo')
  })
})
