import { expect } from 'chai'
import fc from 'fast-check'
import { fromBase64url, toBase64url } from '../../../course/runtime/bytes.ts'
import type { CourseData, QuestionData, Response } from '../../../course/runtime/course-data.ts'
import type { CourseEvent } from '../../../course/runtime/events.ts'
import { pathOf } from '../../../course/runtime/path.ts'
import { decode, encode, type Place } from '../../../course/runtime/progress.ts'
import { clashes, shortId } from '../../../course/runtime/short-id.ts'
import { verdict } from '../../../course/runtime/verdict.ts'
import { worstCaseLength } from '../../../course/runtime/worst-case.ts'
import {
  answered,
  at,
  choiceData,
  courseData,
  matchData,
  moduleData,
  moduleTaken,
  numericData,
  orderData,
  pageData,
  pageSeen,
  testData,
} from '../../support/course-data.ts'

/** Two modules, the second with a second page of questions. */
const data = courseData({ modules: [moduleData('M1'), moduleData('M2')], test: testData() })
data.modules[1]?.pages.push(
  pageData('M2-mer', {
    kind: 'quiz',
    questions: [matchData('Q-M2-5', 9), matchData('Q-M2-6', 2), numericData('Q-M2-7'), numericData('Q-M2-8', '2.5', 1)],
  }),
)
const targets = data.modules.flatMap(({ id, pages }) =>
  pages.flatMap((page) => page.questions.map((question) => ({ module: id, page: page.id, question }))),
)

const written = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(999))
  .map(([whole, thousandths]) => String(Number(`${whole}.${String(thousandths).padStart(3, '0')}`)))

function responseTo({ type, options, answers = [] }: QuestionData): fc.Arbitrary<Response> {
  const ids = options.map(({ id }) => id)
  if (type === 'numeric') return written.map((number) => [number])
  if (type === 'order') return fc.shuffledSubarray(ids, { minLength: ids.length })
  if (type === 'multi') return fc.subarray(ids, { minLength: 1 })
  if (type !== 'match') return fc.constantFrom(...ids).map((id) => [id])
  const chosen = fc.constantFrom(...answers.map(({ id }) => id))
  return fc
    .array(chosen, { minLength: ids.length, maxLength: ids.length })
    .map((given) => ids.map((id, n) => `${id}.${given[n]}`))
}

/** A learner who clicks about: any page, any question, any answer, any number of times. */
const clicks = fc.array(
  fc.oneof(
    fc.constantFrom(...data.modules.flatMap(({ id, pages }) => pages.map((page) => pageSeen(page.id, id)))),
    fc.constantFrom(...data.modules.map(({ id }): CourseEvent => ({ kind: 'module-started', at, module: id }))),
    fc.constantFrom(
      ...data.modules.map(({ id }): CourseEvent => ({ kind: 'module-done', at, module: id, credit: 'pages' })),
    ),
    fc
      .record({ right: fc.nat(30) })
      .map(({ right }): CourseEvent => ({ kind: 'test-submitted', at, test: 'T', right, of: 30 })),
    fc.constantFrom(...targets).chain(({ module, page, question }) => {
      return fc
        .record({
          response: responseTo(question),
          result: fc.constantFrom('correct' as const, 'incorrect' as const, 'neutral' as const),
        })
        .map((answer) => answered(question.id, { module, page, ...answer }))
    }),
  ),
  { maxLength: 60 },
)

function numberTries(events: CourseEvent[]): CourseEvent[] {
  const tries = new Map<string, number>()
  return events.map((event) => {
    if (event.kind !== 'answered') return event
    tries.set(event.question, (tries.get(event.question) ?? 0) + 1)
    return { ...event, try: tries.get(event.question) ?? 1 }
  })
}

const latest = (events: readonly CourseEvent[]) =>
  Object.fromEntries(
    events.flatMap((event) =>
      event.kind === 'answered' ? [[event.question, [event.response, event.result, event.try, event.revision]]] : [],
    ),
  )

const ticked = (events: readonly CourseEvent[]) =>
  Object.entries(
    Object.fromEntries(events.flatMap((event) => (event.kind === 'task-ticked' ? [[event.page, event.done]] : []))),
  )
    .filter(([, done]) => done)
    .sort()

const saved = (events: CourseEvent[], place: Place = {}) => {
  const progress = decode(encode({ events, place }, data, at), data)
  if (!progress) throw new Error('The state did not come back.')
  return progress
}

describe('progress', () => {
  it('comes back meaning the same, whatever the learner did', () => {
    fc.assert(
      fc.property(clicks, (clicked) => {
        const events = numberTries(clicked)
        const back = saved(events).events
        expect(verdict(back, data)).to.deep.equal(verdict(events, data))
        expect(ticked(back)).to.deep.equal(ticked(events))
        expect(latest(back)).to.deep.equal(latest(events))
        for (const page of data.modules.flatMap(({ pages }) => pages))
          expect(pathOf(back, page)).to.deep.equal(pathOf(events, page))
        expect(encode({ events: back, place: {} }, data, at)).to.deep.equal(encode({ events, place: {} }, data, at))
      }),
      { numRuns: 300 },
    )
  })

  it('comes back to the page and the question', () => {
    const place = { page: 'M2-quiz', question: 'Q-M2-3' }
    expect(saved([], place).place).to.deep.equal(place)
    expect(saved([]).place).to.deep.equal({})
  })

  it('keeps what was answered when questions and pages are added, removed and moved', () => {
    const events = moduleTaken('M1', ['incorrect'])
    const [before] = [encode({ events, place: { page: 'M1-quiz', question: 'Q-M1-2' } }, data, at)]
    const changed: CourseData = structuredClone(data)
    const quiz = changed.modules[0]?.pages.find(({ id }) => id === 'M1-quiz')
    quiz?.questions.shift()
    quiz?.questions.reverse()
    quiz?.questions.unshift(choiceData('Q-M1-9'))
    changed.modules[0]?.pages.unshift({ id: 'M1-ny', kind: 'reading', title: 'Ny', questions: [] })
    changed.modules.reverse()

    const back = decode(before, changed)
    expect(back?.place).to.deep.equal({ page: 'M1-quiz', question: 'Q-M1-2' })
    expect(Object.keys(latest(back?.events ?? [])).sort()).to.deep.equal(['Q-M1-2', 'Q-M1-3', 'Q-M1-4', 'S1-1', 'S1-2'])
    expect(back?.events.filter(({ kind }) => kind === 'page-seen')).to.have.length(4)
  })

  it('drops an answer whose question has become another type', () => {
    const events = [
      ...moduleTaken(),
      answered('Q-M2-5', { module: 'M2', page: 'M2-mer', response: ['a.2'] }),
      answered('Q-M2-7', { module: 'M2', page: 'M2-mer', response: ['24'] }),
    ]
    for (const [id, types] of [
      ['Q-M1-1', ['order', 'match', 'numeric']],
      ['Q-M1-3', ['single', 'match', 'numeric']],
      ['Q-M2-5', ['single', 'order', 'numeric']],
      ['Q-M2-7', ['single', 'order', 'match']],
    ] as const)
      for (const type of types) {
        const changed: CourseData = structuredClone(data)
        const all = changed.modules.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
        Object.assign(all.find((question) => question.id === id) ?? {}, { type })
        const back = decode(encode({ events, place: {} }, data, at), changed)
        expect(latest(back?.events ?? []), `${id} as ${type}`).not.to.have.property(id)
        expect(Object.keys(latest(back?.events ?? []))).to.have.length(7)
      }
  })

  it('reads a state of version 1', () => {
    const old =
      'AWsFRADep4vUr8UB34eYAQS9k8YWy9zep4tTE8sABpZ7EToBAQGWfY06AQEC1KzhIAIBBAHUrU0aAQEC1K_FQgIBBAABAgMEAQADAtSk2RoBAQsA'
    const back = decode(fromBase64url(old) ?? new Uint8Array(), data)
    expect(back?.place).to.deep.equal({ page: 'M1-quiz', question: 'Q-M1-3' })
    expect(latest(back?.events ?? [])).to.deep.equal({
      'S1-1': [['a'], 'correct', 1, 1],
      'S1-2': [['b'], 'correct', 1, 1],
      'Q-M1-1': [['a'], 'incorrect', 2, 1],
      'Q-M1-2': [['false'], 'correct', 1, 1],
      'Q-M1-3': [['b', 'a', 'd', 'c'], 'incorrect', 2, 1],
      'Q-M1-4': [['a', 'b', 'd'], 'correct', 1, 1],
    })
    expect(back && saved(back.events, back.place)).to.deep.equal(back)
  })

  it('gives nothing or what can be saved again, whatever an LMS has made of the bytes', () => {
    fc.assert(
      fc.property(clicks, fc.nat(), fc.nat(255), (clicked, where, byte) => {
        const bytes = encode({ events: numberTries(clicked), place: {} }, data, at)
        bytes[1 + (where % (bytes.length - 1))] = byte
        const back = decode(bytes, data)
        if (back) expect(decode(encode(back, data, at), data)?.events).to.have.length(back.events.length)
      }),
      { numRuns: 300 },
    )
  })

  it('keeps the first of many test attempts, the best ones and the latest', () => {
    const attempt = (right: number, attempt: number): CourseEvent => ({
      kind: 'test-submitted',
      at,
      test: 'T',
      attempt,
      right,
      of: 30,
    })
    const given = [attempt(5, 1), attempt(29, 2), ...Array.from({ length: 40 }, (_, n) => attempt(3, n + 3))]
    const back = saved(given).events
    expect(back).to.deep.equal([given[0], given[1], ...given.slice(-3)])
    expect(verdict(back, data)).to.include({ passed: true, scaled: 0.96 })
  })

  it('keeps how sure an answer was, a skipped module and a capped attempt', () => {
    const events: CourseEvent[] = [
      answered('Q-M1-1', { confidence: 'unsure' }),
      { kind: 'module-done', at, module: 'M2', credit: 'pretest' },
      { kind: 'test-submitted', at, test: 'T', attempt: 1, right: 27, of: 30, capped: true },
    ]
    expect(saved(events).events).to.deep.include.members([events[1], events[2]])
    expect(saved(events).events.find(({ kind }) => kind === 'answered')).to.include({ confidence: 'unsure' })
  })

  it('keeps an attempt that goes on, and how each task of the latest one went', () => {
    const questions = [choiceData('T-1'), matchData('T-2'), orderData('T-3'), numericData('T-4')]
    const course = courseData({ test: testData({ pages: [pageData('T-alla', { kind: 'test', questions })] }) })
    const given = (question: string, response: Response, confidence: 'sure' | 'unsure'): CourseEvent => ({
      kind: 'test-answered',
      at,
      test: 'T',
      question,
      response,
      confidence,
      seconds: 0,
    })
    const tasks = questions.map(({ id }, n) => ({ question: id, right: n > 1, sure: n % 2 === 0 }))
    const events: CourseEvent[] = [
      { kind: 'test-submitted', at, test: 'T', attempt: 1, right: 2, of: 4, tasks },
      { kind: 'test-started', at, test: 'T', items: ['T-4', 'T-2', 'T-1'] },
      given('T-4', ['-2.5'], 'sure'),
      given('T-2', ['a.3', 'b.1', 'c.2'], 'unsure'),
    ]
    expect(decode(encode({ events, place: {} }, course, at), course)?.events).to.deep.equal(events)
  })

  it('gives nothing for another version, cut bytes or no base64url', () => {
    const bytes = encode({ events: moduleTaken(), place: {} }, data, at)
    expect(decode(bytes.slice(0, -3), data)).to.equal(undefined)
    expect(decode(Uint8Array.of(99, ...bytes.slice(1)), data)).to.equal(undefined)
    expect(decode(new Uint8Array(), data)).to.equal(undefined)
    expect(fromBase64url('å')).to.equal(undefined)
  })

  it('refuses option ids that it could not hold', () => {
    const events = [answered('Q-M1-1', { response: ['ja'] })]
    expect(() => encode({ events, place: {} }, data, at)).to.throw(RangeError, 'a letter')
  })

  for (const [question, response] of [
    ['Q-M2-5', 'a'],
    ['Q-M2-5', 'a.10'],
    ['Q-M2-5', 'q.1'],
    ['Q-M2-7', 'tre'],
    ['Q-M2-7', '1e3'],
    ['Q-M2-7', '0.1234'],
    ['Q-M2-7', '1000000000'],
  ] as const)
    it(`refuses ${response} as an answer to ${question}`, () => {
      const events = [answered(question, { module: 'M2', page: 'M2-mer', response: [response] })]
      expect(() => encode({ events, place: {} }, data, at)).to.throw(RangeError, response)
    })

  it('takes two bytes for a short number and one for each pair', () => {
    const bytes = (question: string, response: Response) => {
      const events = [answered(question, { module: 'M2', page: 'M2-mer', response })]
      return encode({ events, place: {} }, data, at).length - encode({ events: [], place: {} }, data, at).length
    }
    const part = 3 + 1 + 1
    const page = 2 + 1
    const frame = part + page + 2 + 1 + 1
    expect(bytes('Q-M2-7', ['24']) - frame).to.equal(2)
    expect(bytes('Q-M2-7', ['-999999999.999']) - frame).to.equal(7)
    expect(bytes('Q-M2-6', ['a.1', 'b.2']) - frame).to.equal(3)
  })

  it('crosses base64url unharmed', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase64url(toBase64url(bytes))).to.deep.equal(bytes)
        expect(toBase64url(bytes)).to.match(/^[\w-]*$/)
      }),
    )
  })
})

describe('worstCaseLength', () => {
  it('is not shorter than any state', () => {
    const longest = worstCaseLength(data)
    fc.assert(
      fc.property(clicks, (clicked) => {
        const state = encode({ events: numberTries(clicked), place: { page: 'M1-quiz', question: 'Q-M1-1' } }, data, at)
        expect(toBase64url(state).length).to.be.at.most(longest)
      }),
      { numRuns: 100 },
    )
  })

  it('leaves room in SCORM 1.2 for twelve modules of eight questions', () => {
    const modules = Array.from({ length: 12 }, (_, index) => {
      const module = moduleData(`M${index + 1}`)
      module.pages[2]?.questions.push(
        choiceData(`Q-M${index + 1}-5`),
        choiceData(`Q-M${index + 1}-6`),
        matchData(`Q-M${index + 1}-7`, 5),
        numericData(`Q-M${index + 1}-8`),
      )
      module.pages.push(
        ...[1, 2, 3, 4, 5].map((number) => ({
          id: `M${index + 1}-${number}`,
          kind: 'reading' as const,
          title: '',
          questions: [],
        })),
      )
      return module
    })
    expect(worstCaseLength(courseData({ modules, test: testData() }))).to.be.below(3500)
  })
})

describe('clashes', () => {
  it('finds ids that share a short id', () => {
    const seen = new Map<number, string>()
    let pair: string[] = []
    for (let number = 0; pair.length === 0; number++) {
      const id = `Q-${number}`
      const other = seen.get(shortId(id))
      if (other) pair = [other, id]
      seen.set(shortId(id), id)
    }
    const page = { id: 'M1-quiz', kind: 'quiz' as const, title: '', questions: pair.map((id) => choiceData(id)) }
    expect(clashes(courseData({ modules: [moduleData('M1', { pages: [page] })] }))).to.deep.equal([pair])
    expect(clashes(data)).to.deep.equal([])
  })
})
