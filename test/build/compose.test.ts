import { expect } from 'chai'
import { composeView } from '../../build/compose.ts'
import { hosted } from '../../build/targets/hosted/hosted.ts'
import { scorm12 } from '../../build/targets/scorm12/scorm12.ts'
import type { QuizView, ReadingView, ScenarioView } from '../../build/view.ts'
import { parseCourse } from '../../course/structure/parse.ts'
import { fixtureCourse } from '../support/fixture-course.ts'

describe('composeView', () => {
  const { course } = parseCourse(fixtureCourse)
  const view = composeView(course, scorm12)
  const [scenario, reading, quiz, papers, , task] = view.pages

  it('says the course’s dates in words', () => {
    expect(view).to.include({ lawDate: '2026-11', lawDateInWords: 'november 2026', target: 'scorm12' })
  })

  it('numbers the pages of a module and links their neighbours', () => {
    expect(view.pages.map(({ number, count }) => `${number} av ${count}`)).to.deep.equal([
      '1 av 6',
      '2 av 6',
      '3 av 6',
      '4 av 6',
      '5 av 6',
      '6 av 6',
    ])
    expect(scenario?.previous).to.equal(undefined)
    expect(scenario?.next).to.deep.equal({ id: 'M1-lasa', title: 'Läsa på dörren', number: 2 })
    expect(task?.previous?.id).to.equal('M1-kort')
    expect(task?.next).to.equal(undefined)
    expect(reading?.module).to.equal(view.modules[0])
  })

  it('names the laws behind a law box and when they were checked', () => {
    expect((reading as ReadingView).law).to.deep.equal({
      rows: [{ label: 'FL 6 §', text: 'Det ska vara enkelt.' }],
      laws: [{ law: 'Förvaltningslagen', sfs: '2017:900', checked: 'november 2026' }],
    })
    expect((reading as ReadingView).picture?.src).to.equal('pictures/prov.svg')
  })

  it('draws a scene for each step and names each outcome', () => {
    const { steps } = (scenario as ScenarioView).scenario
    expect(steps.map(({ id, number }) => [id, number])).to.deep.equal([
      ['S1-1', 1],
      ['S1-2', 2],
    ])
    expect(steps[0]?.scene.toString()).to.match(/^<svg/)
    expect(steps[0]?.choices.map(({ points, outcome }) => [points, outcome])).to.deep.equal([
      [2, 'open'],
      [1, 'ajar'],
      [0, 'closed'],
    ])
  })

  it('lays the papers beside what is asked about them afterwards', () => {
    const { questions } = papers as QuizView
    expect(questions.map(({ partial }) => partial)).to.deep.equal([
      'question/mark',
      'question/single',
      'question/write',
    ])
    const [mark, single, write] = questions
    expect(mark).to.not.have.property('papers')
    expect(mark?.type === 'mark' && mark.sheets).to.deep.equal(single?.papers)
    expect(write?.papers?.map(({ picture }) => picture?.src)).to.deep.equal([undefined, 'pictures/prov.svg'])
  })

  it('gives each question its partial, its number and its law', () => {
    const { questions } = quiz as QuizView
    expect(questions.map(({ partial, number, count }) => `${partial} ${number}/${count}`)).to.deep.equal([
      'question/single 1/6',
      'question/multi 2/6',
      'question/truefalse 3/6',
      'question/order 4/6',
      'question/match 5/6',
      'question/numeric 6/6',
    ])
    expect(questions[1]?.law).to.deep.equal(['Förvaltningslagen 6 §', 'Kursens egen metod'])
    expect(questions[2]).to.deep.include({
      options: [
        { id: 'true', text: 'Sant', right: true, feedback: 'Rätt.' },
        { id: 'false', text: 'Falskt', right: false, feedback: 'Jo, prova.' },
      ],
    })
    expect(questions[4]).to.deep.include({
      terms: [
        { id: 'a', text: 'Nyckeln', feedback: 'Den låser upp.' },
        { id: 'b', text: 'Handtaget', feedback: 'Det trycks ner.' },
        { id: 'c', text: 'Klockan', feedback: 'Den ringer.' },
      ],
      answers: [
        { id: '1', text: 'Låser upp' },
        { id: '2', text: 'Trycks ner när dörren ska öppnas' },
        { id: '3', text: 'Ringer' },
      ],
    })
    expect(questions[5]).to.deep.include({
      unit: { text: 'veckor', leads: false },
      verdicts: { low: 'För kort', high: 'För långt' },
    })
  })

  it('lists the sources in use and no others', () => {
    expect(view.sources.map(({ id }) => id)).to.deep.equal(['fl-6', 'kurs'])
  })

  it('carries texts in the data only where statements are sent', () => {
    const data = (target: typeof hosted) => composeView(course, target).data.toString()
    expect(data(hosted)).to.include('Är det öppet?')
    expect(data(scorm12)).not.to.include('Är det öppet?')
  })

  it('cannot be ended by a text in the data', () => {
    const data = composeView({ ...course, title: '</script><b>' }, scorm12).data.toString()
    expect(data).not.to.include('<')
    expect(JSON.parse(data).title).to.equal('</script><b>')
  })
})
