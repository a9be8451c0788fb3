import { expect } from 'chai'
import type { QuestionData, Response } from '../../../../course/runtime/course-data.ts'
import type { Answer } from '../../../../course/runtime/scorm/edition.ts'
import {
  interactionElements,
  nextCompletion,
  nextSuccess,
  objectiveElements,
  scoreElements,
  timeinterval,
  timestamp,
} from '../../../../course/runtime/scorm2004/elements.ts'
import {
  answered,
  choiceData,
  courseData,
  matchData,
  numericData,
  orderData,
  trueFalseData,
} from '../../../support/course-data.ts'

const verdict = (changes: object) => ({ completed: true, tested: false, modules: {}, ...changes })

describe('nextCompletion and nextSuccess', () => {
  const cells: [string, object, string, string][] = [
    ['parts left', { completed: false }, 'incomplete', 'unknown'],
    ['all done, package without a test', {}, 'completed', 'unknown'],
    ['all done, not passed, a try left', { tested: true }, 'completed', 'unknown'],
    ['all done, not passed, no try left', { tested: true, passed: false }, 'completed', 'failed'],
    ['all done, passed', { tested: true, passed: true }, 'completed', 'passed'],
  ]
  for (const [where, changes, completion, success] of cells)
    it(`say ${completion} and ${success}: ${where}`, () => {
      expect(nextCompletion('unknown', verdict(changes))).to.equal(completion)
      expect(nextSuccess('unknown', verdict(changes))).to.equal(success)
    })

  it('begin with incomplete and unknown', () => {
    expect([nextCompletion('unknown', undefined), nextSuccess('unknown', undefined)]).to.deep.equal([
      'incomplete',
      'unknown',
    ])
  })

  it('never go back', () => {
    const left = verdict({ completed: false, tested: true })
    expect(nextCompletion('completed', left)).to.equal('completed')
    expect(nextSuccess('passed', verdict({ tested: true, passed: false }))).to.equal('passed')
    expect(nextSuccess('failed', verdict({ tested: true }))).to.equal('failed')
    expect(nextSuccess('failed', verdict({ tested: true, passed: true }))).to.equal('passed')
    expect(nextSuccess('passed', undefined)).to.equal('passed')
  })
})

describe('scoreElements', () => {
  it('tells scaled, raw, min and max', () => {
    expect(scoreElements('cmi', 0.83)).to.deep.equal([
      ['cmi.score.scaled', '0.83'],
      ['cmi.score.raw', '83'],
      ['cmi.score.min', '0'],
      ['cmi.score.max', '100'],
    ])
  })
})

describe('objectiveElements', () => {
  it('tells a module’s standing', () => {
    expect(objectiveElements('o', 'M1', { started: true, completed: false })).to.deep.equal([
      ['o.id', 'M1'],
      ['o.completion_status', 'incomplete'],
    ])
  })
})

describe('timeinterval', () => {
  it('has hundredths at most and leaves out what is none', () => {
    expect([0, 0.5, 61.999, 310.5, 3_661.05, 360_000].map(timeinterval)).to.deep.equal([
      'PT0S',
      'PT0.5S',
      'PT1M2S',
      'PT5M10.5S',
      'PT1H1M1.05S',
      'PT100H0S',
    ])
  })
})

describe('timestamp', () => {
  it('has two decimals, never three or none', () => {
    expect(['2026-11-23T14:03:22.987Z', '2026-11-23T15:03:22+01:00'].map(timestamp)).to.deep.equal([
      '2026-11-23T14:03:22.98Z',
      '2026-11-23T14:03:22.00Z',
    ])
  })
})

describe('interactionElements', () => {
  const data = courseData()
  const told = (question: QuestionData, response: Response) => {
    const event = answered(question.id, { response, revision: 3 }) as Answer
    const elements = Object.fromEntries(interactionElements('i', event, { question, data }))
    return [elements['i.type'], elements['i.correct_responses.0.pattern'], elements['i.learner_response']]
  }

  const spellings: [string, QuestionData, Response, string[]][] = [
    ['a single answer', choiceData('Q-1'), ['a'], ['choice', 'c', 'a']],
    ['several', choiceData('Q-1', { type: 'multi', right: ['a', 'c'] }), ['b', 'c'], ['choice', 'a[,]c', 'b[,]c']],
    ['a scenario’s step', choiceData('S1-1', { type: 'step' }), ['b'], ['choice', 'c', 'b']],
    ['true or false', trueFalseData('Q-2'), ['true'], ['true-false', 'false', 'true']],
    ['an order', orderData('Q-3', 3), ['b', 'a', 'c'], ['sequencing', 'a[,]b[,]c', 'b[,]a[,]c']],
    ['pairs', matchData('Q-5', 2), ['a.2', 'b.1'], ['matching', 'a[.]1[,]b[.]2', 'a[.]2[,]b[.]1']],
    ['a number', numericData('Q-6', '10'), ['2.5'], ['numeric', '10[:]10', '2.5']],
    ['a number with a tolerance', numericData('Q-6', '10', 0.1), ['9'], ['numeric', '9.9[:]10.1', '9']],
  ]
  for (const [what, question, response, words] of spellings)
    it(`spell ${what}`, () => expect(told(question, response)).to.deep.equal(words))

  const elementsOf = (question: QuestionData) =>
    interactionElements('i', answered(question.id, { revision: 3, result: 'incorrect' }) as Answer, { question, data })

  it('set the type before the responses, and the id first', () => {
    const names = elementsOf(choiceData('Q.1')).map(([element]) => element)
    expect(names[0]).to.equal('i.id')
    expect(names.indexOf('i.type')).to.be.below(names.indexOf('i.correct_responses.0.pattern'))
  })

  it('write points in ids as underscores, and the result as the standard does', () => {
    const elements = Object.fromEntries(elementsOf(choiceData('T-M1.1-a')))
    expect(elements).to.include({ 'i.id': 'T-M1_1-a', 'i.objectives.0.id': 'M1_1', 'i.result': 'incorrect' })
  })

  const described = (text: string | undefined) =>
    Object.fromEntries(elementsOf(choiceData('Q-1', { text })))['i.description']

  it('describe with the question, revision and law date, on one line of 250 characters at most', () => {
    expect(described('Vad menas\n med  dörr?')).to.equal('Vad menas med dörr? (revision 3, rättsläge 2026-11)')
    expect(described('å'.repeat(400)))
      .to.match(/^å+… \(revision 3, rättsläge 2026-11\)$/)
      .and.to.have.length(250)
    expect(described(undefined)).to.equal('(revision 3, rättsläge 2026-11)')
  })
})
