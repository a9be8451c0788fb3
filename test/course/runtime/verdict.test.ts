import { expect } from 'chai'
import type { CourseEvent } from '../../../course/runtime/events.ts'
import { verdict } from '../../../course/runtime/verdict.ts'
import {
  answered,
  courseData,
  moduleData,
  moduleTaken,
  pageData,
  pageSeen,
  testData,
} from '../../support/course-data.ts'

const withoutTest = courseData()
const withTest = courseData({ test: testData() })

const quizPage = (id: string) => moduleData(id).pages.find(({ kind }) => kind === 'quiz') ?? pageData(`${id}-quiz`)

const hours = (count: number) => new Date(Date.parse('2026-11-24T08:00:00Z') + count * 3_600_000).toISOString()
const attempt = (right: number, at: string): CourseEvent => ({ kind: 'test-submitted', at, test: 'T', right, of: 30 })

describe('verdict', () => {
  describe('in a package without a test', () => {
    it('is incomplete while a part is left', () => {
      const all = moduleTaken()
      for (const left of all.filter(({ kind }) => kind !== 'module-started')) {
        const result = verdict(
          all.filter((event) => event !== left),
          withoutTest,
        )
        if (left.kind === 'answered' && left.question === 'S1-1') continue
        expect(result, JSON.stringify(left))
          .to.include({ completed: false, tested: false })
          .and.not.have.property('passed')
      }
    })

    it('is completed when all parts are done, and says nothing of passed', () => {
      expect(verdict(moduleTaken(), withoutTest))
        .to.include({ completed: true, tested: false, scaled: 1 })
        .and.not.have.property('passed')
    })

    it('is completed with wrong answers too, and scores the first try of each', () => {
      const events = [...moduleTaken('M1', ['incorrect']), answered('Q-M1-1', { try: 2, result: 'correct' })]
      expect(verdict(events, withoutTest)).to.include({ completed: true, scaled: 0.75 })
    })
  })

  describe('in a package with a test', () => {
    it('is incomplete while a module is left', () => {
      const result = verdict(moduleTaken().slice(0, -1), withTest)
      expect(result).to.include({ completed: false, tested: true }).and.not.have.any.keys('passed', 'scaled')
    })

    it('is incomplete while the test is left', () => {
      expect(verdict(moduleTaken(), withTest))
        .to.include({ completed: false })
        .and.not.have.any.keys('passed', 'scaled')
    })

    it('is completed but neither passed nor failed with a try left', () => {
      const result = verdict([...moduleTaken(), attempt(23, hours(1))], withTest)
      expect(result).to.include({ completed: true, scaled: 0.76 }).and.not.have.property('passed')
    })

    it('is failed without a try left', () => {
      const result = verdict([...moduleTaken(), attempt(20, hours(1)), attempt(23, hours(2))], withTest)
      expect(result).to.include({ completed: true, passed: false, scaled: 0.76 })
    })

    it('is passed at the pass mark', () => {
      const result = verdict([...moduleTaken(), attempt(24, hours(1))], withTest)
      expect(result).to.include({ completed: true, passed: true, scaled: 0.8 })
    })

    it('has a try left again when 24 hours have gone by', () => {
      const result = verdict([...moduleTaken(), attempt(20, hours(1)), attempt(23, hours(25.01))], withTest)
      expect(result).not.to.have.property('passed')
    })

    it('stays failed until passed', () => {
      const failed = [...moduleTaken(), attempt(20, hours(1)), attempt(21, hours(2)), attempt(22, hours(50))]
      expect(verdict(failed, withTest)).to.include({ passed: false })
      expect(verdict([...failed, attempt(25, hours(51))], withTest)).to.include({ passed: true, scaled: 0.83 })
    })

    it('never goes back from passed and keeps the best test', () => {
      const events = [...moduleTaken(), attempt(27, hours(1)), attempt(3, hours(2)), attempt(4, hours(3))]
      expect(verdict(events, withTest)).to.include({ passed: true, scaled: 0.9 })
    })

    it('follows the mark of the LMS before its own', () => {
      const events = [...moduleTaken(), attempt(24, hours(1))]
      expect(verdict(events, withTest, { masteryScore: 0.9 })).not.to.have.property('passed')
      expect(verdict(events, withTest, { masteryScore: 0.5 })).to.include({ passed: true })
    })

    it('lets the reported score alone decide under a mark with four decimals', () => {
      const result = verdict([...moduleTaken(), attempt(25, hours(1))], withTest, { masteryScore: 0.8333 })
      expect(result).to.include({ scaled: 0.83 }).and.not.have.property('passed')
    })
  })

  it('has no score before the first scored moment', () => {
    expect(verdict([pageSeen('M1-scenario'), answered('S1-1', { response: ['a'] })], withoutTest)).not.to.have.property(
      'scaled',
    )
  })

  it('counts questions not answered yet as not right', () => {
    expect(verdict([answered('Q-M1-1')], withoutTest)).to.include({ scaled: 0.25 })
  })

  it('counts any way to the end of a scenario, whatever the points', () => {
    const events = moduleTaken().flatMap((event) =>
      event.kind === 'answered' && event.question === 'S1-1'
        ? [answered('S1-1', { response: ['c'], result: 'incorrect' })]
        : [event],
    )
    expect(verdict(events, withoutTest).completed).to.equal(true)
  })

  it('keeps a module done when a later version of the course adds a page', () => {
    const grown = courseData()
    grown.modules[0]?.pages.push({ id: 'M1-ny', kind: 'reading', title: 'Ny', questions: [] })
    const done: CourseEvent = { kind: 'module-done', at: hours(1), module: 'M1', credit: 'pages' }
    expect(verdict(moduleTaken(), grown).completed).to.equal(false)
    expect(verdict([...moduleTaken(), done], grown).completed).to.equal(true)
  })

  it('waits for the final case, and for no pre-test and no tool', () => {
    const part = (id: string) => moduleData(id, { pages: [quizPage(id)] })
    const data = courseData({ pretest: { ...part('P'), required: [] }, finalCase: part('F'), doorTool: part('D') })
    const answers = [1, 2, 3, 4].map((n) => answered(`Q-F-${n}`, { module: 'F', page: 'F-quiz', result: 'incorrect' }))
    expect(verdict(moduleTaken(), data).completed).to.equal(false)
    expect(verdict([...moduleTaken(), ...answers], data).completed).to.equal(false)
    const all = verdict([...moduleTaken(), pageSeen('F-quiz', 'F'), ...answers], data)
    expect(all).to.include({ completed: true, scaled: 1 })
    expect(all.modules.F).to.deep.equal({ started: true, completed: true, scaled: 0 })
  })

  it('counts a module that the pre-test lets the learner skip as done', () => {
    const skipped: CourseEvent = { kind: 'module-done', at: hours(1), module: 'M1', credit: 'pretest' }
    expect(verdict([skipped], withoutTest)).to.include({ completed: true })
  })

  describe('of a test without a right answer in a module that needs one', () => {
    const capped = (right: number, hour = 1): CourseEvent => ({
      kind: 'test-submitted',
      at: hours(hour),
      test: 'T',
      right,
      of: 30,
      capped: true,
    })

    it('stays just below the pass mark', () => {
      expect(verdict([...moduleTaken(), capped(29)], withTest))
        .to.include({ scaled: 0.76 })
        .and.not.have.property('passed')
    })

    it('stays just below the mark that the LMS gives', () => {
      const scaled = (masteryScore: number) =>
        verdict([...moduleTaken(), capped(30)], withTest, { masteryScore }).scaled
      expect([0.5, 0.6667, 0.9, 1].map(scaled)).to.deep.equal([0.46, 0.66, 0.86, 0.96])
    })

    it('keeps a share that is below the mark anyhow', () => {
      expect(verdict([...moduleTaken(), capped(12)], withTest)).to.include({ scaled: 0.4 })
    })

    it('is beaten by an attempt with fewer right answers that passes', () => {
      expect(verdict([...moduleTaken(), capped(29), attempt(24, hours(2))], withTest)).to.include({
        passed: true,
        scaled: 0.8,
      })
    })

    it('is failed without a try left', () => {
      expect(verdict([...moduleTaken(), capped(29), capped(30, 2)], withTest)).to.include({
        passed: false,
        scaled: 0.76,
      })
    })
  })

  it('tells each module apart', () => {
    const data = courseData({
      modules: [moduleData('M1'), moduleData('M3'), moduleData('M2', { written: false, pages: [] })],
    })
    expect(
      verdict([...moduleTaken('M1', ['incorrect', 'incorrect']), pageSeen('M3-historien', 'M3')], data).modules,
    ).to.deep.equal({
      M1: { started: true, completed: true, scaled: 0.5 },
      M3: { started: true, completed: false },
      M2: { started: false, completed: false },
    })
  })
})
