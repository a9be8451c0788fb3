import { expect } from 'chai'
import { readCoursePlan } from '../../../lrs/analysis/course-plan.ts'
import { realCourse } from '../../support/seeded-course.ts'

describe('readCoursePlan', () => {
  const plan = readCoursePlan()

  it('has every module with its label and minutes', () => {
    expect(plan.modules[0]).to.deep.equal({ id: 'M1', label: '1. Många dörrar in', minutes: 11 })
    expect(plan.modules.map(({ id }) => id)).to.deep.equal(realCourse.modules.map(({ id }) => id))
  })

  it('knows the objective of every quiz question that the course has', () => {
    const quizzes = realCourse.modules.flatMap(({ pages }) => pages).filter(({ kind }) => kind === 'quiz')
    const questions = quizzes.flatMap((page) => page.questions)
    expect(questions).to.not.have.length(0)
    const known = plan.objectives.map(({ id }) => id)
    for (const { id } of questions) expect(known, id).to.include(plan.objectiveOf.get(id))
  })
})
