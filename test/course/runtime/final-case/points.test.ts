import { expect } from 'chai'
import { casePoints, mailIsWhole, pointsOf } from '../../../../course/runtime/final-case/points.ts'
import { answered, choiceData, orderData, pageData } from '../../../support/course-data.ts'

const doors = choiceData('F-1', {
  type: 'multi',
  options: [...[...'abcdefghi'].map((id) => ({ id })), { id: 'j', free: true as const }],
  right: [...'abcdefgh'],
  worth: { points: 20, loss: 4 },
})
const steps = { ...orderData('F-2', 8), worth: { points: 20, loss: 4 } }
const day = choiceData('F-3', { type: 'date', options: [], right: ['2026-12-29'], worth: { points: 10 } })
const extra = choiceData('F-6', { type: 'date', options: [], right: ['2026-12-01'] })
const mail = choiceData('F-10', {
  type: 'write',
  options: [...'abcdef'].map((id) => ({ id })),
  right: [...'abcdef'],
  worth: { points: 12 },
})

describe('pointsOf', () => {
  it('takes four for each door missed and for a wrong one, and never below nothing', () => {
    expect(pointsOf(doors, [...'abcdefgh'])).to.equal(20)
    expect(pointsOf(doors, [...'abcdefg'])).to.equal(16)
    expect(pointsOf(doors, [...'abcdefghi'])).to.equal(16)
    expect(pointsOf(doors, [...'abcdefi'])).to.equal(8)
    expect(pointsOf(doors, ['i'])).to.equal(0)
  })

  it('counts a free door neither way', () => {
    expect(pointsOf(doors, [...'abcdefghj'])).to.equal(20)
    expect(pointsOf(doors, [...'abcdefgj'])).to.equal(16)
  })

  it('takes four for each step in another place', () => {
    expect(pointsOf(steps, [...'abcdefgh'])).to.equal(20)
    expect(pointsOf(steps, [...'bacdefgh'])).to.equal(12)
    expect(pointsOf(steps, [...'hgfedcba'])).to.equal(0)
  })

  it('gives all or nothing for a day, nothing where there are no points, and two for each yes in the mail', () => {
    expect(pointsOf(day, ['2026-12-29'])).to.equal(10)
    expect(pointsOf(day, ['2026-12-28'])).to.equal(0)
    expect(pointsOf(extra, ['2026-12-01'])).to.equal(0)
    expect(pointsOf(mail, ['a', 'c'])).to.equal(4)
    expect(pointsOf(mail, [])).to.equal(0)
  })
})

describe('casePoints', () => {
  it('counts the first answers, and the latest beside them', () => {
    const events = [
      answered('F-3', { response: ['2027-01-05'], result: 'incorrect' }),
      answered('F-3', { response: ['2026-12-29'], try: 2 }),
      answered('F-10', { response: ['a'], result: 'neutral' }),
    ]
    expect(casePoints([day, mail], events)).to.deep.equal({ first: 2, latest: 12, most: 22, whole: true })
    expect(casePoints([day, doors], events)).to.deep.include({ first: 0, most: 30, whole: false })
  })

  it('finds the whole mail in any try', () => {
    const page = pageData('SLUTFALL-skarmar', { kind: 'case', questions: [day, mail] })
    const some = answered('F-10', { response: ['a'], result: 'neutral' })
    expect(mailIsWhole(page, [some])).to.equal(false)
    expect(mailIsWhole(page, [some, answered('F-10', { response: [...'abcdef'], try: 2 })])).to.equal(true)
  })
})
