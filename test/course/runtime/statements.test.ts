import { expect } from 'chai'
import { duration, statementFor } from '../../../course/runtime/statements.ts'
import { verdict } from '../../../course/runtime/verdict.ts'
import { base, extensions } from '../../../course/vocabulary.ts'
import {
  answered,
  at,
  courseData,
  matchData,
  moduleData,
  moduleTaken,
  numericData,
  pageData,
  pageSeen,
} from '../../support/course-data.ts'

const data = courseData()
const grouping = (statement: ReturnType<typeof statementFor>) =>
  statement?.context.contextActivities.grouping?.map(({ id }) => id.replace(base, ''))

describe('statementFor', () => {
  it('writes an answer with its question, place and facts', () => {
    const statement = statementFor(answered('Q-M1-4', { response: ['a', 'c'], result: 'incorrect', try: 2 }), { data })
    expect(statement).to.deep.include({
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { sv: 'svarade' } },
      timestamp: at,
      result: { response: 'a[,]c', success: false, duration: 'PT12.5S' },
    })
    expect(statement?.object.definition).to.deep.equal({
      type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
      name: { sv: 'Fyra frågor, fråga 4' },
      description: { sv: 'Vad menas med Q-M1-4?' },
      interactionType: 'choice',
      choices: ['a', 'b', 'c', 'd'].map((id) => ({ id, description: { sv: `Svar ${id}` } })),
      correctResponsesPattern: ['a[,]b[,]d'],
    })
    expect(statement?.context.contextActivities.parent?.[0]?.id).to.equal(`${base}activities/quiz/M1`)
    expect(grouping(statement)).to.deep.equal(['activities/module/M1', 'activities/course'])
    expect(statement?.context.extensions).to.deep.equal({
      [extensions.question]: 'Q-M1-4',
      [extensions.revision]: 1,
      [extensions.try]: 2,
      [extensions.lawDate]: '2026-11',
      [extensions.courseVersion]: '0.1.0',
    })
  })

  it('spells true-false and sequencing in xAPI', () => {
    const trueFalse = statementFor(answered('Q-M1-2', { response: ['false'] }), { data })
    expect(trueFalse?.result).to.include({ response: 'false', success: true })
    expect(trueFalse?.object.definition).to.deep.include({
      interactionType: 'true-false',
      correctResponsesPattern: ['false'],
    })
    expect(trueFalse?.object.definition).not.to.have.property('choices')
    const order = statementFor(answered('Q-M1-3', { response: ['b', 'a', 'd', 'c'] }), { data })
    expect(order?.result?.response).to.equal('b[,]a[,]d[,]c')
    expect(order?.object.definition).to.deep.include({
      interactionType: 'sequencing',
      correctResponsesPattern: ['a[,]b[,]c[,]d'],
    })
  })

  it('spells matching with both sides, and a number with the range that is right', () => {
    const questions = [matchData('Q-M1-5', 2), numericData('Q-M1-6', '10'), numericData('Q-M1-7', '2.5', 0.2)]
    const page = pageData('M1-quiz', { kind: 'quiz', questions })
    const asked = courseData({ modules: [moduleData('M1', { pages: [page] })] })
    const told = (question: string, response: string[]) =>
      statementFor(answered(question, { response, result: 'incorrect' }), { data: asked })
    const match = told('Q-M1-5', ['a.2', 'b.1'])
    expect(match?.result?.response).to.equal('a[.]2[,]b[.]1')
    expect(match?.object.definition).to.deep.include({
      interactionType: 'matching',
      source: ['a', 'b'].map((id) => ({ id, description: { sv: `Ord ${id}` } })),
      target: ['1', '2'].map((id) => ({ id, description: { sv: `Mening ${id}` } })),
      correctResponsesPattern: ['a[.]1[,]b[.]2'],
    })
    expect(match?.object.definition).not.to.have.property('choices')
    const number = told('Q-M1-6', ['9'])
    expect(number?.result?.response).to.equal('9')
    expect(number?.object.definition).to.deep.include({
      interactionType: 'numeric',
      correctResponsesPattern: ['10[:]10'],
    })
    expect(number?.object.definition).not.to.have.any.keys('choices', 'source', 'target')
    expect(told('Q-M1-7', ['2.3'])?.object.definition?.correctResponsesPattern).to.deep.equal(['2.3[:]2.7'])
  })

  it('writes a scenario step under its scenario, and a door ajar without success', () => {
    const statement = statementFor(answered('S1-1', { response: ['b'], result: 'neutral' }), { data })
    expect(statement?.result).to.include({ response: 'b' }).and.not.have.property('success')
    expect(statement?.object.definition?.name).to.deep.equal({ sv: 'Snickaren i fel reception, steg 1' })
    expect(statement?.context.contextActivities.parent?.[0]).to.deep.include({ id: `${base}activities/scenario/S1` })
  })

  it('writes the start and the end of a module, the end with its score', () => {
    const started = statementFor({ kind: 'module-started', at, module: 'M1' }, { data })
    expect(started?.verb.id).to.equal('http://adlnet.gov/expapi/verbs/initialized')
    expect(started).to.not.have.property('result')
    expect(grouping(started)).to.deep.equal(['activities/course'])
    const done = statementFor(
      { kind: 'module-done', at, module: 'M1', credit: 'pages' },
      { data, verdict: verdict(moduleTaken('M1', ['incorrect']), data) },
    )
    expect(done?.verb.id).to.equal('http://adlnet.gov/expapi/verbs/completed')
    expect(done?.object.id).to.equal(`${base}activities/module/M1`)
    expect(done?.result).to.deep.equal({ completion: true, score: { scaled: 0.75, raw: 75, min: 0, max: 100 } })
    expect(done?.context.extensions).to.include({ [extensions.credit]: 'pages' })
  })

  it('makes none of what no analyst asks for, nor of what the course does not have', () => {
    expect(statementFor(pageSeen('M1-historien'), { data })).to.equal(undefined)
    expect(statementFor({ kind: 'suspended', at }, { data })).to.equal(undefined)
    expect(statementFor(answered('Q-M9-1', { module: 'M9', page: 'M9-quiz' }), { data })).to.equal(undefined)
    expect(statementFor({ kind: 'module-started', at, module: 'M9' }, { data })).to.equal(undefined)
  })
})

describe('duration', () => {
  it('is ISO 8601 with hundredths at most', () => {
    expect([0, 3, 61.5, 0.1 + 0.2].map(duration)).to.deep.equal(['PT0S', 'PT3S', 'PT61.5S', 'PT0.3S'])
  })
})
