import { expect } from 'chai'
import { extensions } from '../../../../course/vocabulary.ts'
import { disclose } from '../../../../lrs/analysis/disclosure.ts'
import type { Question } from '../../../../lrs/analysis/question.ts'
import { hardestObjectives } from '../../../../lrs/analysis/questions/hardest-objectives.ts'
import { moduleTime } from '../../../../lrs/analysis/questions/module-time.ts'
import { goldenPlan } from '../../../fixtures/golden-log.ts'
import { goldenId, goldenStatements } from '../../../support/golden-statements.ts'
import type { Json } from '../../../support/statement.ts'
import { trailOf } from '../../../support/trail.ts'

type Changes = (statement: Json, who: number) => Record<string, unknown>

/** The golden log with more extensions, by learner. */
const golden = (changes: Changes) =>
  goldenStatements().map((statement) => {
    const who = Array.from({ length: 12 }, (_, index) => index + 1).find((number) =>
      JSON.stringify(statement.actor).includes(goldenId(number)),
    )
    const context = statement.context as { extensions: Json }
    return {
      ...statement,
      context: { ...context, extensions: { ...context.extensions, ...changes(statement, who ?? 0) } },
    }
  })

const column = ({ count }: Question, name: string, statements: Json[]) =>
  count(trailOf(statements), goldenPlan).map(({ figures }) => figures[name])

describe('what the course sends later', () => {
  it('counts those who are sure of a wrong answer, by objective', () => {
    // sure are 7–12, and of M1.1's questions all six have the first wrong; M1.2's 7–11 wrong; M1.3's 7–11 right; M2: nobody of them
    const statements = golden((_, who) => ({ [extensions.confidence]: who >= 7 ? 'sure' : 'unsure' }))
    const figures = column(hardestObjectives, 'Säkra men fel', statements)
    expect(figures.map((figure) => figure?.kind === 'people' && figure.people)).to.deep.equal([6, 5, 0, 0, 0])
    expect(figures.map((figure) => figure && disclose(figure).text)).to.deep.equal(['5–9', '5–9', '0', '0', '0'])
    expect(hardestObjectives.sentence([])).to.equal('Inga sådana svar ännu.')
  })

  it('keeps those who skip a module by the pre-test apart from those who do it', () => {
    // 1–5 skip M1: left are 13, 14, 15, 16, 20 and 14 minutes, in the middle 14 and 15
    const statements = golden((statement, who) =>
      who <= 5 && JSON.stringify(statement.verb).includes('completed') ? { [extensions.credit]: 'pretest' } : {},
    )
    const [done, skipped, time] = ['Gjorde modulen', 'Hoppade över', 'Tid'].map(
      (name) => column(moduleTime, name, statements)[0],
    )
    expect([done, skipped]).to.deep.equal([
      { kind: 'people', people: 6, of: 11 },
      { kind: 'people', people: 5, of: 11 },
    ])
    expect(time).to.include({ kind: 'measure', people: 6 })
    expect(time?.kind === 'measure' && time.value).to.equal(15)
  })
})
