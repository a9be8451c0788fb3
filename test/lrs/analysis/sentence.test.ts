import { expect } from 'chai'
import { activities, activityTypes, cmi5, extensions, verbs } from '../../../course/vocabulary.ts'
import { plainText, sentence, verbText } from '../../../lrs/analysis/sentence.ts'
import type { ActivityDefinition, Statement } from '../../../lrs/xapi/types.ts'
import { analysedStatement, answer } from '../../support/analysed-statement.ts'

const told = (statement: Statement) => plainText(sentence(statement))

const module1 = {
  id: activities.module('M1'),
  definition: { type: activityTypes.module, name: { sv: 'Många dörrar in' } },
}

const choice: ActivityDefinition = {
  interactionType: 'choice',
  name: { sv: 'Sex frågor, fråga 4' },
  description: { sv: 'Vilket ingår i lotsens uppdrag?' },
  choices: [
    { id: 'a', description: { en: 'Explain', sv: 'Förklara tillstånd.' } },
    { id: 'b', description: { sv: 'Boka ett möte.' } },
    { id: 'c', description: { sv: 'Följa upp.' } },
  ],
}

describe('sentence', () => {
  it('makes person and answer strong, nothing else', () => {
    const parts = sentence(answer({ definition: choice, result: { response: 'a[,]c' } }))
    expect(parts.filter(({ strong }) => strong).map(({ text }) => text)).to.deep.equal([
      'Lots 7K4',
      'Förklara tillstånd',
      'Följa upp',
    ])
  })

  it('tells an answer in the texts of its options, in the order given', () => {
    expect(told(answer({ definition: choice, result: { response: 'c[,]b[,]a' } }))).to.equal(
      'Lots 7K4 svarade Följa upp, Boka ett möte och Förklara tillstånd på frågan Vilket ingår i lotsens uppdrag?',
    )
  })

  it('tells which try it was from the second on', () => {
    const again = (attempt: number) =>
      told(
        answer({
          definition: choice,
          result: { response: 'b' },
          context: { extensions: { [extensions.try]: attempt } },
        }),
      )
    expect(again(1)).to.not.contain('Försök')
    expect(again(2)).to.match(/uppdrag\? Försök 2\.$/)
  })

  it('tells true and false, order, numbers and pairs in Swedish', () => {
    const with_ = (definition: ActivityDefinition, response: string) =>
      told(answer({ definition: { name: { sv: 'Frågan' }, ...definition }, result: { response } }))
    expect(with_({ interactionType: 'true-false' }, 'true')).to.equal('Lots 7K4 svarade Sant på frågan Frågan.')
    expect(with_({ interactionType: 'true-false' }, 'false')).to.contain('Falskt')
    expect(with_({ ...choice, interactionType: 'sequencing' }, 'b[,]a')).to.contain(
      'Boka ett möte och Förklara tillstånd',
    )
    expect(with_({ interactionType: 'numeric' }, '2.5')).to.contain('svarade 2,5 på')
    expect(with_({ interactionType: 'numeric' }, '830000')).to.contain('svarade 830\u00a0000 på')
    expect(with_({ interactionType: 'numeric' }, '1e400')).to.contain('svarade 1e400 på')
    const pairs = {
      source: [{ id: 's', description: { sv: 'Bygglov' } }],
      target: [{ id: '1', description: { sv: '10 veckor' } }],
    }
    expect(with_({ interactionType: 'matching', ...pairs }, 's[.]1')).to.contain('Bygglov – 10 veckor')
    expect(with_({ interactionType: 'likert', scale: [{ id: 'l3', description: { sv: 'Ofta' } }] }, 'l3')).to.contain(
      'Ofta',
    )
    expect(with_({ interactionType: 'fill-in' }, '{lang=sv}Målilla')).to.contain('svarade Målilla på')
  })

  it('shows a response that its definition does not know as it was sent', () => {
    expect(told(answer({ definition: choice, result: { response: 'z' } }))).to.contain('svarade z på')
    expect(told(answer({ definition: undefined, result: { response: 'fri text' } }))).to.equal(
      'Lots 7K4 svarade fri text på frågan 1.',
    )
  })

  it('tells an answer without response', () => {
    expect(told(answer({ definition: choice }))).to.equal('Lots 7K4 svarade på frågan Vilket ingår i lotsens uppdrag?')
  })

  it('cuts a very long answer between words', () => {
    const text = told(
      answer({ definition: { interactionType: 'long-fill-in' }, result: { response: 'ord '.repeat(500) } }),
    )
    expect(text.length).to.be.below(300)
    expect(text).to.contain('ord…')
  })

  it('tells a scenario step as a choice in the scenario', () => {
    const parent = [
      { id: activities.scenario('S1'), definition: { type: activityTypes.simulation, name: { sv: 'Fel reception' } } },
    ]
    const step = {
      ...choice,
      name: { sv: 'Fel reception, steg 2' },
      description: { sv: 'Hej, jag driver ett snickeri.' },
    }
    expect(
      told(answer({ definition: step, result: { response: 'b' }, context: { contextActivities: { parent } } })),
    ).to.equal('Lots 7K4 valde Boka ett möte i scenariot Fel reception, steg 2.')
  })

  it('tells what the course’s own verbs say of modules and the course', () => {
    const course = {
      id: activities.course,
      definition: { type: activityTypes.course, name: { sv: 'Många dörrar in' } },
    }
    const result = { duration: 'PT12M4S', score: { scaled: 0.83 } }
    const sentences = [
      analysedStatement('initialized', { object: module1 }),
      analysedStatement('completed', { object: module1, result: { completion: true, ...result } }),
      analysedStatement('launched', { object: course }),
      analysedStatement('terminated', { object: course, result: { duration: 'PT2H5M' } }),
      analysedStatement('passed', {
        object: {
          id: 'https://example.org/t',
          definition: { type: activityTypes.assessment, name: { sv: 'Slutprovet' } },
        },
      }),
      analysedStatement('failed', { object: { id: 'https://example.org/t' } }),
      analysedStatement('voided', {
        object: { objectType: 'StatementRef', id: '0e3b7a52-6d0f-4c53-9a3e-5c1d2f7b8a90' },
      }),
    ].map(told)
    expect(sentences).to.deep.equal([
      'Lots 7K4 började modul 1, Många dörrar in.',
      'Lots 7K4 slutförde modul 1, Många dörrar in. Resultatet blev 83 procent. Det tog 12 minuter.',
      'Lots 7K4 öppnade kursen Många dörrar in.',
      'Lots 7K4 avslutade kursen Många dörrar in. Det tog 2 timmar 5 minuter.',
      'Lots 7K4 klarade provet Slutprovet.',
      'Lots 7K4 klarade inte t.',
      'Lots 7K4 ogiltigförklarade en tidigare händelse.',
    ])
  })

  it('tells when it happened of what was sent later', () => {
    const late = (time: unknown) =>
      told(analysedStatement('completed', { context: { extensions: { [extensions.originalTime]: time } } }))
    expect(late('2026-11-23T23:20:41.000Z')).to.equal(
      'Lots 7K4 slutförde Något. Det hände 24 november 2026 kl. 00.20 men skickades först nu.',
    )
    expect(['i går', 7, undefined].map(late)).to.deep.equal(Array(3).fill('Lots 7K4 slutförde Något.'))
  })

  it('has words for every verb of the vocabulary', () => {
    for (const id of Object.values(verbs)) expect(verbText({ id })).to.match(/^[a-zåäö ]+$/)
  })

  it('calls what was launched the course, though its statements name it by an id only', () => {
    const context = { contextActivities: { category: [{ id: cmi5.category }] } }
    const object = { id: 'https://lms.example/activities/demo/course' }
    expect(told(analysedStatement('initialized', { object, context }))).to.equal('Lots 7K4 började kursen.')
  })

  it('falls back to the display in Swedish, then any language, then the end of the IRI', () => {
    const verb = (display?: Record<string, string>) =>
      told(analysedStatement('x', { verb: { id: 'http://activitystrea.ms/schema/1.0/attend', display } }))
    expect(verb({ 'en-US': 'attended', 'sv-SE': 'deltog i' })).to.equal('Lots 7K4 deltog i Något.')
    expect(verb({ 'en-US': 'attended' })).to.equal('Lots 7K4 attended Något.')
    expect(verb()).to.equal('Lots 7K4 attend Något.')
  })

  it('names an activity by the end of its id when nothing else is said', () => {
    const object = { id: 'https://example.org/kurser/%C3%A5r-1' }
    expect(told(analysedStatement('https://example.org/saw', { object }))).to.equal('Lots 7K4 saw år-1.')
    expect(told(analysedStatement('https://example.org/saw', { object: { id: 'urn:x:%E0%A4%A' } }))).to.contain(
      '%E0%A4%A',
    )
  })

  it('tells of agents, references and sub-statements as objects', () => {
    const person = { objectType: 'Agent' as const, name: 'Extern 7K4Q XMPT' }
    const inner = { objectType: 'SubStatement' as const, actor: person, verb: { id: verbs.completed }, object: module1 }
    expect(told(analysedStatement('https://example.org/met', { object: person }))).to.equal(
      'Lots 7K4 met Extern 7K4Q XMPT.',
    )
    expect(told(analysedStatement('https://example.org/planned', { object: inner }))).to.equal(
      'Lots 7K4 planned att Extern 7K4Q XMPT slutförde modul 1, Många dörrar in.',
    )
    const ref = { objectType: 'StatementRef' as const, id: '0e3b7a52-6d0f-4c53-9a3e-5c1d2f7b8a90' }
    expect(told(analysedStatement('https://example.org/approved', { object: ref }))).to.equal(
      'Lots 7K4 approved en tidigare händelse.',
    )
  })
})
