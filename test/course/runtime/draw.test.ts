import { expect } from 'chai'
import { courseData as dataOf } from '../../../build/course-data.ts'
import type { CourseData, QuestionData, Response } from '../../../course/runtime/course-data.ts'
import { drawTest, tasksIn } from '../../../course/runtime/draw.ts'
import { shuffled } from '../../../course/runtime/shuffle.ts'
import { judged } from '../../../course/runtime/sitting.ts'
import { attemptShare } from '../../../course/runtime/verdict.ts'
import { choiceData, pageData, testData } from '../../support/course-data.ts'
import { wholeCourse } from '../../support/whole-course.ts'

const data: CourseData = dataOf(wholeCourse(), { texts: false })
const { test = testData() } = data
const facts = new Map(test.pool.map((item) => [item.question, item]))
const objectiveOf = new Map(
  test.pages.flatMap(({ questions }) => questions.map(({ id, objective }) => [id, objective])),
)
const draws = 10_000

describe('drawTest', () => {
  it(`draws as the course says, ${draws} times`, () => {
    const drawnEver = new Set<string>()
    for (let n = 0; n < draws; n++) {
      const drawn = drawTest(test, `learner ${n}`, '2026-11-24')
      for (const id of drawn) drawnEver.add(id)
      const faults = faultsIn(drawn)
      if (faults.length > 0) expect.fail(`${n}: ${faults.join(', ')}`)
    }
    expect([...drawnEver], 'every item of the pool').to.have.members(test.pool.map(({ question }) => question))
  })

  it('draws the same for the same seed, and not the same for another', () => {
    expect(drawTest(test, 'a', '2026-11-24')).to.deep.equal(drawTest(test, 'a', '2026-11-24'))
    expect(drawTest(test, 'a', '2026-11-24')).not.to.deep.equal(drawTest(test, 'b', '2026-11-24'))
  })

  it('draws nothing outside its days', () => {
    const questions = ['a', 'b', 'c', 'd'].map((id) => choiceData(id, { objective: `M1.${id}` }))
    const item = (question: string, days = {}) => ({ question, module: 'M1', g2: false, ...days })
    const small = testData({
      pages: [pageData('alla', { kind: 'test', questions })],
      pool: [
        item('a', { validFrom: '2027-01-01' }),
        item('b', { validTo: '2026-12-31' }),
        item('c'),
        item('d', { validFrom: '2030-01-01' }),
      ],
    })
    expect(drawTest(small, 's', '2026-12-31')).to.have.members(['b', 'c'])
    expect(drawTest(small, 's', '2027-01-01')).to.have.members(['a', 'c'])
  })

  it('lets a guesser pass next to never', () => {
    let passes = 0
    for (let n = 0; n < draws; n++) {
      const items = drawTest(test, `guesser ${n}`, '2026-11-24')
      const answers = new Map(tasksIn(test, items).map((task) => [task.id, guess(task, `${n}/${task.id}`)]))
      if (attemptShare(judged(test, { startedAt: '', items, answers }), test.passMark) >= test.passMark) passes++
    }
    console.info(`      ${passes} of ${draws} guessers pass (${((100 * passes) / draws).toFixed(2)} %)`)
    expect(passes).to.be.below(draws / 1000)
  })
})

/** What is not as the blueprint's section 4 says. */
function faultsIn(drawn: string[]): string[] {
  const items = drawn.map((id) => facts.get(id))
  const faults: string[] = []
  if (new Set(drawn).size !== 30) faults.push(`${new Set(drawn).size} tasks`)
  if (items.filter((item) => item?.module === undefined).length !== 6) faults.push('not six cases')
  if (items.filter((item) => item?.g2).length < 10) faults.push('fewer than ten about permits')
  for (const { id } of data.modules) {
    const own = drawn.filter((question) => facts.get(question)?.module === id)
    if (own.length !== 2) faults.push(`${own.length} of ${id}`)
    if (new Set(own.map((question) => objectiveOf.get(question))).size !== 2) faults.push(`one objective of ${id}`)
    if (test.permits.includes(id) && !own.some((question) => facts.get(question)?.g2)) faults.push(`no permit of ${id}`)
  }
  return faults
}

/** Somebody who knows nothing: any option, any subset, any order; a number out of twenty. */
function guess(task: QuestionData, seed: string) {
  const ids = task.options.map(({ id }) => id)
  const any = (count: number) =>
    shuffled(
      Array.from({ length: count }, (_, n) => n),
      seed,
    )[0] ?? 0
  const responses: Partial<Record<QuestionData['type'], () => Response>> = {
    single: () => shuffled(ids, seed).slice(0, 1),
    step: () => shuffled(ids, seed).slice(0, 1),
    truefalse: () => shuffled(ids, seed).slice(0, 1),
    multi: () => ids.filter((id) => shuffled([true, false], `${seed}/${id}`)[0]),
    order: () => shuffled(ids, seed),
    match: () =>
      shuffled(
        (task.answers ?? []).map(({ id }) => id),
        seed,
      ).map((answer, n) => `${ids[n]}.${answer}`),
    numeric: () => [String(any(20))],
  }
  const response = responses[task.type]?.() ?? []
  return {
    kind: 'test-answered' as const,
    test: test.id,
    question: task.id,
    response,
    confidence: 'unsure' as const,
    seconds: 1,
  }
}
