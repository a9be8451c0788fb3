import { expect } from 'chai'
import { courseData } from '../../../../build/course-data.ts'
import { fieldLocation } from '../../../../build/profile.ts'
import { definedStatement } from '../../../../course/runtime/cmi5/statements.ts'
import { type CourseStatement, statementFor } from '../../../../course/runtime/statements.ts'
import { parseCourse } from '../../../../course/structure/parse.ts'
import {
  activityTypes,
  cmi5,
  extensions,
  type StatementField,
  type StatementTemplate,
  statementTemplates,
  type TemplateName,
  type VerbName,
  verbNames,
  verbs,
} from '../../../../course/vocabulary.ts'
import { optionResults } from '../../../../lrs/analysis/answers.ts'
import { columns } from '../../../../lrs/analysis/columns.ts'
import { analysedEvent } from '../../../../lrs/analysis/event.ts'
import { questions } from '../../../../lrs/analysis/questions/questions.ts'
import { plainText, sentence, verbText } from '../../../../lrs/analysis/sentence.ts'
import { type Actor, isActivity } from '../../../../lrs/xapi/types.ts'
import { goldenPlan } from '../../../fixtures/golden-log.ts'
import { fixtureCourse } from '../../../support/fixture-course.ts'
import { goldenStatements, prepareGolden } from '../../../support/golden-statements.ts'
import { eventsOf, realCourse } from '../../../support/seeded-course.ts'
import type { Json } from '../../../support/statement.ts'
import { changedAt, foundAt, leavesOf } from '../../../support/statement-parts.ts'
import { trailOf } from '../../../support/trail.ts'

const templates = Object.entries(statementTemplates) as [TemplateName, StatementTemplate][]
const golden = goldenStatements()

/** What the course as it is written sends, in the golden course's dress. */
const written = eventsOf({ begins: '2026-11-24T08:00:00.000Z', choices: [0, 1, 2] }).flatMap((event) =>
  dressedAlike(statementFor(event, { data: realCourse })),
)

/** An answer to each kind of question there is: the fixture course has them all. */
const everyKind = courseData(parseCourse(fixtureCourse).course, { texts: true })
const kinds = everyKind.modules.flatMap((module) =>
  module.pages.flatMap((page) =>
    page.questions.flatMap(({ id: question, right: response, revision }) => {
      const answer = { kind: 'answered', question, response, revision, try: 1, seconds: 9, result: 'correct' } as const
      const at = '2026-11-24T09:00:00.000Z'
      return dressedAlike(statementFor({ ...answer, at, module: module.id, page: page.id }, { data: everyKind }))
    }),
  ),
)
const sent = [...golden, ...written, ...kinds]

const isOf = (statement: Json, { verb, object, parent }: StatementTemplate) =>
  foundAt(statement, '$.verb.id')[0] === verbs[verb] &&
  foundAt(statement, '$.object.definition.type')[0] === activityTypes[object] &&
  foundAt(statement, '$.context.contextActivities.parent[*].definition.type')[0] ===
    (parent === undefined ? undefined : activityTypes[parent])

const fieldsOf = ({ always, sometimes }: StatementTemplate) => [...always, ...sometimes]

/** What takes a field's place where a statement cannot do without it. */
const nobody: Partial<Record<StatementField, unknown>> = {
  person: { homePage: 'https://lrs.example.org', name: 'nobody' },
  time: '2026-11-24T11:00:00.000Z',
  module: 'https://example.org/elsewhere',
  parent: 'https://example.org/elsewhere',
  credit: 'pretest',
}

const without = (statement: Json, field: StatementField, template: StatementTemplate) =>
  isOf(statement, template) ? changedAt(statement, fieldLocation(field, template), nobody[field]) : statement

describe('no statement without a question, no question without a statement', () => {
  it('has a template for everything that the course sends', () => {
    for (const statement of sent)
      expect(templates.filter(([, template]) => isOf(statement, template))).to.have.length(1)
  })

  for (const [name, template] of templates) {
    const own = sent.filter((statement) => isOf(statement, template))

    it(`sends in ${name} what its template says and nothing else`, () => {
      // the frame of every statement, and what completed says once more for LMSs
      const frame = [
        '$.id',
        '$.verb',
        '$.result.completion',
        '$.object.objectType',
        '$.object.id',
        '$.object.definition.type',
      ]
      // xAPI's own: what kind of question it is, the language, the run, the activities around; cmi5's own: the session
      const around = ['$.object.definition.interactionType', '$.context.language', '$.context.registration']
      const activities = ['$.context.contextActivities', `$.context.extensions['${cmi5.sessionId}']`, '$.result.score']
      const known = [
        ...frame,
        ...around,
        ...activities,
        ...fieldsOf(template).map((field) => fieldLocation(field, template)),
      ]
      for (const leaf of own.flatMap((statement) => leavesOf(statement))) {
        expect(
          known.some((path) => leaf.startsWith(path)),
          leaf,
        ).to.equal(true)
      }
      for (const field of template.always) {
        const has = own.filter((statement) => foundAt(statement, fieldLocation(field, template)).length > 0)
        expect(has.length, field).to.equal(own.length)
      }
      for (const field of template.sometimes) {
        const has = own.filter((statement) => foundAt(statement, fieldLocation(field, template)).length > 0)
        expect(has.length, field).to.be.within(1, own.length - 1)
      }
      for (const field of template.awaited ?? []) {
        expect(
          own.flatMap((statement) => foundAt(statement, fieldLocation(field, template))),
          field,
        ).to.deep.equal([])
      }
    })

    it(`has every field of ${name} read by a question or by the analyst’s list`, () => {
      const unread = fieldsOf(template).filter(
        (field) =>
          !questions.some(({ reads }) => reads[name]?.includes(field)) &&
          own.every((statement) => listed(statement) === listed(without(statement, field, template))),
      )
      expect(unread).to.deep.equal([])
    })

    it(`names in the template of ${name} the questions that read it`, () => {
      const reading = questions.filter(({ reads }) => reads[name] !== undefined).map(({ number }) => number)
      expect(template.questions).to.deep.equal(reading)
    })
  }

  for (const question of questions) {
    const { number, reads } = question
    const asked = (statements: Json[]) => JSON.stringify(question.count(trailOf(statements), goldenPlan))
    const answer = asked(golden)
    const blanked = (field: StatementField, names: TemplateName[]) =>
      asked(
        golden.map((statement) =>
          names.reduce((one, name) => without(one, field, statementTemplates[name]), statement),
        ),
      )

    it(`has question ${number} read what it says`, () => {
      for (const field of new Set(Object.values(reads).flat())) {
        const names = templates.filter(([name]) => reads[name]?.includes(field)).map(([name]) => name)
        const isAwaited = names.every((name) =>
          (statementTemplates[name] as StatementTemplate).awaited?.includes(field),
        )
        if (!isAwaited) expect(blanked(field, names), field).to.not.equal(answer)
      }
    })

    it(`has question ${number} read nothing else`, () => {
      for (const [name, template] of templates) {
        for (const field of fieldsOf(template)) {
          if (!reads[name]?.includes(field)) expect(blanked(field, [name]), `${name} ${field}`).to.equal(answer)
        }
      }
    })

    it(`has question ${number} read no field that its statements do not have`, () => {
      for (const [name, fields] of Object.entries(reads) as [TemplateName, StatementField[]][]) {
        const template: StatementTemplate = statementTemplates[name]
        expect([...fieldsOf(template), ...(template.awaited ?? [])]).to.include.members(fields)
      }
    })
  }

  it('uses every extension in a template', () => {
    const used = templates.flatMap(([, { always, sometimes, awaited = [] }]) => [...always, ...sometimes, ...awaited])
    expect(used).to.include.members(Object.keys(extensions))
  })

  it('has a template, or a word in the list, for every verb', () => {
    // about the course as a whole, as cmi5 and ADL's SCORM profile want them; an operator voids, the course does not
    const others = Object.keys(verbs).filter((verb) => verb !== 'voided') as VerbName[]
    const defined = others.filter((verb) => !templates.some(([, template]) => template.verb === verb))
    expect(defined).to.include.members(['launched', 'passed', 'failed', 'terminated', 'abandoned'])
    for (const verb of defined) expect(verbText({ id: verbs[verb] }), verb).to.equal(verbNames[verb])
  })

  it('has what cmi5 itself defines read by the list', () => {
    const launch = {
      activityId: 'https://lrs.example.org/course',
      actor: golden[0]?.actor,
      registration: crypto.randomUUID(),
    }
    const at = '2026-11-24T08:00:00.000Z'
    for (const verb of ['initialized', 'completed', 'passed', 'failed', 'terminated'] as const) {
      const made = definedStatement({ verb, at, seconds: 90, scaled: 0.5 }, { launch, data: {} } as never)
      // success and completion say what the verb says
      for (const part of ['duration', 'score'].filter((name) => Object.hasOwn(made.result ?? {}, name))) {
        const statement = made as unknown as Json
        expect(listed(changedAt(statement, `$.result.${part}`)), `${verb} ${part}`).to.not.equal(listed(statement))
      }
    }
  })
})

function dressedAlike(made: CourseStatement | undefined): Json[] {
  const { id, actor } = golden[0] ?? {}
  return made ? [{ id, actor, ...made } as unknown as Json] : []
}

/** Everything that the analyst's list, its file and its chart of options say of a statement. */
function listed(statement: Json): string {
  const [prepared] = prepareGolden([statement], '2026-11-24T12:00:00.000Z')
  if (prepared === undefined) return ''
  const { facts, ...row } = prepared
  const nameOf = (agent: Actor) => agent.account?.name ?? 'Någon'
  const event = analysedEvent({ ...facts, ...row }, { nameOf })
  const { response = '', success } = facts
  const count = { question: 'Q', firstTry: true, count: 1, response, success }
  const { object } = event.statement
  const options = optionResults([count], isActivity(object) ? object.definition : {})
  return [
    ...columns.map(({ value }) => value(event)),
    plainText(sentence(event.statement)),
    JSON.stringify(options),
  ].join('\n')
}
