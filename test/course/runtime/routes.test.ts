import { expect } from 'chai'
import { hashOf, parseRoute } from '../../../course/runtime/routes.ts'
import { courseData } from '../../support/course-data.ts'

const data = courseData()

describe('parseRoute', () => {
  it('reads every address of the course', () => {
    expect(parseRoute('', data)).to.deep.equal({ kind: 'cover' })
    expect(parseRoute('#innehall', data)).to.deep.equal({ kind: 'contents' })
    expect(parseRoute('#om', data)).to.deep.equal({ kind: 'extra', id: 'om' })
    expect(parseRoute('#M1-historien', data)).to.deep.equal({ kind: 'page', page: 'M1-historien' })
    expect(parseRoute('#M1-quiz/Q-M1-3', data)).to.deep.equal({ kind: 'page', page: 'M1-quiz', question: 'Q-M1-3' })
  })

  it('knows no page that the course does not have, and no question that the page does not have', () => {
    expect(parseRoute('#main', data)).to.equal(undefined)
    expect(parseRoute('#%', data)).to.equal(undefined)
    expect(parseRoute('#M1-quiz/Q-M9-1', data)).to.deep.equal({ kind: 'page', page: 'M1-quiz' })
  })
})

describe('hashOf', () => {
  it('names page and question, not a step', () => {
    expect(hashOf({ page: 'M1-quiz', question: 'Q-M1-3' }, data)).to.equal('#M1-quiz/Q-M1-3')
    expect(hashOf({ page: 'M1-scenario', question: 'S1-2' }, data)).to.equal('#M1-scenario')
    expect(hashOf({}, data)).to.equal('#')
  })
})
