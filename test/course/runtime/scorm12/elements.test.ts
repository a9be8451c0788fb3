import { expect } from 'chai'
import type { QuestionData, Response } from '../../../../course/runtime/course-data.ts'
import type { Answered } from '../../../../course/runtime/events.ts'
import { interactionElements, lessonStatus, nextStatus, timespan } from '../../../../course/runtime/scorm12/elements.ts'
import { answered, choiceData, matchData, numericData, orderData, trueFalseData } from '../../../support/course-data.ts'

const verdict = (changes: object) => ({ completed: true, tested: false, modules: {}, ...changes })

describe('lessonStatus', () => {
  const cells: [string, object, string][] = [
    ['parts left, without a test', { completed: false }, 'incomplete'],
    ['parts left, with a test', { completed: false, tested: true }, 'incomplete'],
    ['all done, package without a test', {}, 'completed'],
    ['all done, not passed, a try left', { tested: true }, 'incomplete'],
    ['all done, not passed, no try left', { tested: true, passed: false }, 'failed'],
    ['all done, passed', { tested: true, passed: true }, 'passed'],
  ]
  for (const [where, changes, status] of cells)
    it(`says ${status}: ${where}`, () => {
      expect(lessonStatus(verdict(changes))).to.equal(status)
    })
})

describe('nextStatus', () => {
  it('never goes back', () => {
    expect(nextStatus('passed', verdict({ completed: false, tested: true }))).to.equal('passed')
    expect(nextStatus('failed', verdict({ tested: true }))).to.equal('failed')
    expect(nextStatus('failed', verdict({ tested: true, passed: true }))).to.equal('passed')
    expect(nextStatus('completed', verdict({ completed: false }))).to.equal('completed')
    expect(nextStatus('incomplete', verdict({}))).to.equal('completed')
  })
})

describe('timespan', () => {
  it('has always two decimals and four digits of hours', () => {
    expect([0, 0.5, 61.999, 3_661.05, 1e9].map(timespan)).to.deep.equal([
      '0000:00:00.00',
      '0000:00:00.50',
      '0000:01:02.00',
      '0001:01:01.05',
      '9999:00:00.00',
    ])
  })
})

describe('interactionElements', () => {
  const spellings: [string, QuestionData, Response, string[]][] = [
    ['a single answer', choiceData('Q-1'), ['a'], ['choice', 'c', 'a']],
    ['several', choiceData('Q-1', { type: 'multi', right: ['a', 'c'] }), ['b', 'c'], ['choice', 'a,c', 'b,c']],
    ['true or false', trueFalseData('Q-2'), ['true'], ['true-false', 'f', 't']],
    ['an order', orderData('Q-3', 3), ['b', 'a', 'c'], ['sequencing', 'a,b,c', 'b,a,c']],
    ['pairs', matchData('Q-5', 2), ['a.2', 'b.1'], ['matching', 'a.1,b.2', 'a.2,b.1']],
    ['a number', numericData('Q-6', '10', 1), ['2.5'], ['numeric', '10', '2.5']],
  ]
  for (const [what, question, response, words] of spellings)
    it(`spell ${what}`, () => {
      const event = answered(question.id, { response }) as Answered & { at: string }
      const elements = Object.fromEntries(interactionElements('i', event, question))
      const told = ['type', 'correct_responses.0.pattern', 'student_response'].map((name) => elements[`i.${name}`])
      expect(told).to.deep.equal(words)
    })
})
