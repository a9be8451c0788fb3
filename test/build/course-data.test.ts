import { expect } from 'chai'
import { courseData } from '../../build/course-data.ts'
import { checkState } from '../../build/state-size.ts'
import { parseCourse } from '../../course/structure/parse.ts'
import { fixtureCourse } from '../support/fixture-course.ts'

const { course } = parseCourse(fixtureCourse)

describe('courseData', () => {
  const data = courseData(course, { texts: false })
  const questions = data.modules.flatMap(({ pages }) => pages.flatMap((page) => page.questions))

  it('lists every module, and the pages of the written ones', () => {
    expect(data).to.include({ id: 'provkurs', title: 'Många dörrar på prov', version: '0.1.0', lawDate: '2026-11' })
    expect(data.modules.map(({ id, written, pages }) => [id, written, pages.length])).to.deep.equal([
      ['M1', true, 6],
      ['M2', false, 0],
    ])
    expect(data.modules[0]?.pages[0]).to.include({ id: 'M1-scenario', kind: 'scenario', scenario: 'S1' })
  })

  it('says the right response of every question in the neutral form', () => {
    expect(questions.map(({ id, type, right }) => [id, type, right])).to.deep.equal([
      ['S1-1', 'step', ['a']],
      ['S1-2', 'step', ['b']],
      ['Q-M1-1', 'single', ['a']],
      ['Q-M1-2', 'multi', ['a', 'b']],
      ['Q-M1-3', 'truefalse', ['true']],
      ['Q-M1-4', 'order', ['a', 'b', 'c']],
      ['Q-M1-5', 'match', ['a.1', 'b.2', 'c.3']],
      ['Q-M1-6', 'numeric', ['2.5']],
      ['D-M1-1', 'mark', ['b', 'd']],
      ['D-M1-2', 'single', ['a']],
      ['D-M1-3', 'write', ['a', 'b']],
    ])
  })

  it('gives steps their points and ways, without texts', () => {
    expect(questions[0]).to.deep.equal({
      id: 'S1-1',
      type: 'step',
      revision: 1,
      right: ['a'],
      options: [
        { id: 'a', points: 2, next: 'S1-2' },
        { id: 'b', points: 1, next: 'S1-2' },
        { id: 'c', points: 0 },
      ],
    })
    expect(questions[4]).to.deep.equal({
      id: 'Q-M1-3',
      type: 'truefalse',
      revision: 2,
      objective: 'M1.2',
      right: ['true'],
      options: [{ id: 'true' }, { id: 'false' }],
    })
  })

  it('gives pairs both their sides, and a number its tolerance where it has one', () => {
    expect(questions[6]).to.deep.include({
      options: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      answers: [{ id: '1' }, { id: '2' }, { id: '3' }],
    })
    expect(questions[7]).to.deep.include({ options: [], tolerance: 0.5 })
    const strict = structuredClone(course)
    const quiz = strict.modules[0]?.pages.find(({ kind }) => kind === 'quiz')
    if (quiz?.kind === 'quiz') Object.assign(quiz.questions[5] ?? {}, { tolerance: 0 })
    const told = courseData(strict, { texts: false }).modules[0]?.pages.flatMap((page) => page.questions)
    expect(told?.[7]).to.not.have.property('tolerance')
  })

  it('adds the texts where statements are sent', () => {
    const [step, , , , truefalse, , match, , mark, , write] = courseData(course, { texts: true }).modules.flatMap(
      ({ pages }) => pages.flatMap((page) => page.questions),
    )
    expect(step).to.deep.include({ text: 'Är det öppet?' })
    expect(step?.options[0]).to.deep.equal({ id: 'a', text: 'Ja, kom in.', points: 2, next: 'S1-2' })
    expect(truefalse?.options).to.deep.equal([
      { id: 'true', text: 'Sant' },
      { id: 'false', text: 'Falskt' },
    ])
    expect(match?.options[0]).to.deep.equal({ id: 'a', text: 'Nyckeln' })
    expect(match?.answers?.[2]).to.deep.equal({ id: '3', text: 'Ringer' })
    expect(mark?.options[1]).to.deep.equal({ id: 'b', text: 'Två dörrar' })
    expect(write?.options[1]).to.deep.equal({ id: 'b', text: 'Ett datum står med.' })
  })
})

describe('checkState', () => {
  const module = courseData(course, { texts: false }).modules[0]
  const questions = module?.pages.flatMap((page) => page.questions) ?? []

  /** A course of one page with many questions. */
  const many = (count: number) => ({
    ...courseData(course, { texts: false }),
    modules: [
      {
        id: 'M1',
        title: '',
        minutes: 1,
        written: true,
        pages: [
          {
            id: 'M1-quiz',
            kind: 'quiz' as const,
            title: '',
            questions: Array.from(
              { length: count },
              (_, n) => ({ ...questions[5], id: `Q-${n}` }) as (typeof questions)[0],
            ),
          },
        ],
      },
    ],
  })

  it('tells the longest state in characters', () => {
    expect(checkState(courseData(course, { texts: false }))).to.be.within(50, 400)
  })

  it('stops a course whose state is too long for SCORM 1.2', () => {
    expect(() => checkState(many(300))).to.throw(/kan bli \d{4} tecken. SCORM 1.2 klarar 3500/)
  })
})
