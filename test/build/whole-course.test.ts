import { expect } from 'chai'
import { courseData } from '../../build/course-data.ts'
import { checkState, stateLimit } from '../../build/state-size.ts'
import type { Question } from '../../course/structure/types.ts'
import { wholeCourse } from '../support/whole-course.ts'

describe('the whole course', () => {
  const course = wholeCourse()
  const objectives = course.modules.flatMap((module) => module.objectives)
  const practice = course.modules.flatMap(({ pages }) =>
    pages.flatMap((page) => (page.kind === 'quiz' ? page.questions : [])),
  )
  const pool = course.test?.pages.flatMap((page) => ('questions' in page ? page.questions : [])) ?? []

  it('has practice for every objective, and at least four items of the test', () => {
    const modules = new Set(course.test?.pool.flatMap(({ question, module }) => (module ? [question] : [])))
    const rows = objectives.map(({ id }) => {
      const of = (questions: Question[]) => questions.filter(({ objective }) => objective === id).length
      return { id, practice: of(practice), test: of(pool.filter((question) => modules.has(question.id))) }
    })
    console.info(`      ${rows.map((row) => `${row.id} ${row.practice}/${row.test}`).join(', ')}`)
    expect(rows).to.have.length(39)
    expect(rows.filter((row) => row.test < 4 || row.practice < 1)).to.deep.equal([])
  })

  it('asks nothing in the test that was practised or asked before it', () => {
    const cases = course.pretest?.pages.flatMap((page) => ('questions' in page ? page.questions : [])) ?? []
    const known = new Set([...practice, ...cases].map(({ text }) => text.toLowerCase()))
    expect(cases).to.have.length(12)
    expect(pool.filter(({ text }) => known.has(text.toLowerCase()))).to.deep.equal([])
  })

  it('can be saved in SCORM 1.2', () => {
    const length = checkState(courseData(course, { texts: false }))
    console.info(`      ${length} characters of ${stateLimit}`)
    expect(length).to.be.at.most(stateLimit)
  })
})
