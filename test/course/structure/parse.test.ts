import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import { parseCourse } from '../../../course/structure/parse.ts'
import { CourseCopy, fixtureCourse } from '../../support/fixture-course.ts'

describe('parseCourse', () => {
  const { course, findings } = parseCourse(fixtureCourse)
  const [first, second] = course.modules
  const page = (id: string) => first?.pages.find((candidate) => candidate.id === id)

  it('reads a course without mistakes', () => {
    expect(findings.issues).to.deep.equal([])
    expect(course).to.include({
      id: 'provkurs',
      title: 'Många dörrar på prov',
      version: '0.1.0',
      lawDate: '2026-11',
      language: 'sv',
      contact: 'Fråga den som skrev provet.',
      licence: 'CC BY 4.0',
    })
  })

  it('keeps the order of modules, objectives and pages', () => {
    expect(first).to.include({ id: 'M1', number: 1, title: 'Första dörren', minutes: 3, written: true })
    expect(first?.objectives.map(({ id }) => id)).to.deep.equal(['M1.1', 'M1.2'])
    expect(first?.pages.map(({ id, kind }) => `${id} ${kind}`)).to.deep.equal([
      'M1-scenario scenario',
      'M1-lasa reading',
      'M1-quiz quiz',
      'M1-dokument document',
      'M1-kort card',
      'M1-uppgift task',
    ])
  })

  it('knows a module that is not written by name only', () => {
    expect(second).to.deep.equal({
      id: 'M2',
      number: 2,
      title: 'Andra dörren',
      minutes: 5,
      written: false,
      objectives: [],
      pages: [],
    })
  })

  it('reads a page with its picture, law and note', () => {
    expect(page('M1-lasa')).to.deep.include({
      kind: 'reading',
      title: 'Läsa på dörren',
      revision: 1,
      sources: ['fl-6', 'kurs'],
      picture: { file: 'prov.svg', alt: 'En vägg.', caption: 'Väggen sedd framifrån.' },
      law: [{ source: 'fl-6', label: 'FL 6 §', text: 'Det ska vara enkelt.' }],
      note: { title: 'Säg så här', lines: ['Välkommen in.'] },
    })
  })

  it('renders the Markdown with its lead and its links', () => {
    const html = (page('M1-lasa') as { html: string }).html
    expect(html).to.match(/^<p class="lead">En kvinna läser på en dörr\./)
    expect(html).to.include('<h2>Skylten</h2>')
    expect(html).to.include('<strong>stora</strong>')
    expect(html).to.include('<a href="#kallor">förvaltningslagen</a>')
    expect(html).to.include('<a href="#M1-kort">kortet</a>')
  })

  it('reads a scenario, its end as no next step', () => {
    const scenario = page('M1-scenario')
    expect(scenario?.kind).to.equal('scenario')
    if (scenario?.kind !== 'scenario') return
    expect(scenario.scenario).to.deep.include({
      id: 'S1',
      role: 'Du står innanför.',
      objectives: ['M1.1'],
      endings: { good: 'Dörren är öppen.', fair: 'Dörren står på glänt.', redo: 'Dörren är stängd.' },
    })
    expect(scenario.scenario.steps.map(({ id, label }) => [id, label])).to.deep.equal([
      ['S1-1', 'Knackningen'],
      ['S1-2', 'Frågan'],
    ])
    expect(scenario.scenario.steps.map(({ language }) => language)).to.deep.equal([undefined, 'en'])
    expect(scenario.scenario.steps[0]?.choices.map(({ id, points, next }) => [id, points, next])).to.deep.equal([
      ['a', 2, 'S1-2'],
      ['b', 1, 'S1-2'],
      ['c', 0, undefined],
    ])
  })

  it('reads every type of question', () => {
    const quiz = page('M1-quiz')
    expect(quiz?.kind).to.equal('quiz')
    if (quiz?.kind !== 'quiz') return
    const [single, multi, truefalse, order, match, numeric] = quiz.questions
    expect(single).to.deep.include({
      id: 'Q-M1-1',
      type: 'single',
      revision: 1,
      objective: 'M1.1',
      text: 'Vem öppnar?',
    })
    expect(multi).to.deep.include({ type: 'multi', sources: ['kurs', 'fl-6'] })
    expect(truefalse).to.deep.include({
      type: 'truefalse',
      revision: 2,
      right: true,
      feedback: { true: 'Rätt.', false: 'Jo, prova.' },
    })
    expect(order).to.deep.include({
      type: 'order',
      items: [
        { id: 'a', text: 'Knacka' },
        { id: 'b', text: 'Vänta' },
        { id: 'c', text: 'Gå in' },
      ],
      feedback: { right: 'Rätt.', wrong: 'Börja med att knacka.' },
    })
    expect(match).to.deep.include({
      type: 'match',
      pairs: [
        { left: { id: 'a', text: 'Nyckeln' }, right: { id: '1', text: 'Låser upp' }, feedback: 'Den låser upp.' },
        {
          left: { id: 'b', text: 'Handtaget' },
          right: { id: '2', text: 'Trycks ner när dörren ska öppnas' },
          feedback: 'Det trycks ner.',
        },
        { left: { id: 'c', text: 'Klockan' }, right: { id: '3', text: 'Ringer' }, feedback: 'Den ringer.' },
      ],
    })
    expect(numeric).to.deep.include({
      type: 'numeric',
      answer: 2.5,
      tolerance: 0.5,
      unit: 'veckor',
      feedback: { right: 'Rätt, två till tre.', low: 'Vänta lite till.', high: 'Ring tidigare.' },
    })
  })

  it('reads a number without a unit', () => {
    const copy = new CourseCopy().replace('m1/quiz.yaml', '  enhet: "veckor"\n', '')
    const quiz = parseCourse(copy.folder).course.modules[0]?.pages.find(({ id }) => id === 'M1-quiz')
    copy.remove()
    expect(quiz?.kind === 'quiz' && quiz.questions[5]).to.not.have.property('unit')
  })

  it('reads every source', () => {
    expect(course.sources.map(({ id, certainty }) => [id, certainty])).to.deep.equal([
      ['fl-6', 'hog'],
      ['kurs', 'medel'],
      ['osaker', 'lag'],
    ])
  })

  it('reads a part beside the modules from a folder of its own', () => {
    const copy = new CourseCopy()
    copy.write(
      'course.yaml',
      `${readFileSync(copy.path('course.yaml'), 'utf8')}slutfall: {id: Fall, titel: "Kaféet", minuter: 22}\n`,
    )
    const [issue] = parseCourse(copy.folder).findings.issues
    expect(issue?.message).to.match(/fall.del\.yaml finns inte/)
    mkdirSync(copy.path('fall'))
    copy.write('fall/del.yaml', 'sidor: [datum]\n').write('fall/datum.yaml', quizFile)
    const { course, findings } = parseCourse(copy.folder)
    expect(findings.issues).to.deep.equal([])
    expect(course.finalCase).to.deep.include({ id: 'Fall', title: 'Kaféet', minutes: 22 })
    expect(course.finalCase?.pages.map(({ id }) => id)).to.deep.equal(['Fall-datum'])
    copy.remove()
  })

  it('reads what a Windows editor saved the same way', () => {
    const copy = new CourseCopy()
    for (const file of filesOf(copy))
      copy.write(file, `\ufeff${readFileSync(copy.path(file), 'utf8').replaceAll('\n', '\r\n')}`)
    expect(parseCourse(copy.folder).course).to.deep.equal(course)
    copy.remove()
  })

  it('goes on whatever line is missing', () => {
    const copy = new CourseCopy()
    for (const file of filesOf(copy)) {
      const text = readFileSync(copy.path(file), 'utf8')
      const lines = text.split('\n')
      for (const n of lines.keys()) {
        copy.write(file, lines.toSpliced(n, 1).join('\n'))
        expect(parseCourse(copy.folder).course.language, `${file} without line ${n + 1}`).to.equal('sv')
      }
      copy.write(file, text)
    }
    copy.remove()
  })
})

const quizFile = `titel: "Datum"
quiz:
- id: F-1
  typ: truefalse
  mal: M1.1
  kalla: [kurs]
  fraga: "Det är sent."
  ratt: true
  feedback: {sant: "Ja.", falskt: "Jo."}
`

const filesOf = (copy: CourseCopy) =>
  readdirSync(copy.folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(yaml|md)$/.test(file))
