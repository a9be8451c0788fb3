import { expect } from 'chai'
import type { CourseEvent } from '../../../course/runtime/events.ts'
import { currentModule, moduleStatus, resumePage, standingInWords } from '../../../course/runtime/standing.ts'
import { verdict } from '../../../course/runtime/verdict.ts'
import { at, courseData, moduleData, moduleTaken, pageSeen } from '../../support/course-data.ts'

const data = courseData({
  modules: [moduleData('M1'), moduleData('M2', { minutes: 60 }), moduleData('M3', { written: false, pages: [] })],
})
const [first, second, third] = data.modules as [
  (typeof data.modules)[0],
  (typeof data.modules)[0],
  (typeof data.modules)[0],
]

const words = (events: CourseEvent[], page?: string) =>
  standingInWords(data, { verdict: verdict(events, data), events, place: page ? { page } : {} })
const status = (module: typeof first, events: CourseEvent[]) => moduleStatus(module, verdict(events, data), events)

const begun: CourseEvent[] = [
  { kind: 'module-started', at, module: 'M1' },
  pageSeen('M1-scenario'),
  pageSeen('M1-historien'),
]

describe('moduleStatus', () => {
  it('says how far a module has come', () => {
    expect(status(first, [])).to.equal('Inte påbörjad, 11 minuter')
    expect(status(first, begun)).to.equal('Påbörjad, sida 2 av 4')
    expect(status(first, moduleTaken())).to.equal('Klar')
    expect(status(third, [])).to.equal('Kommer senare')
  })
})

describe('standingInWords', () => {
  it('counts doors, says where the learner is and about how long is left', () => {
    expect(words([])).to.deep.equal({
      doors: '0 av 3 dörrar är öppna.',
      rest: 'Ungefär 1 timme och 10 minuter återstår.',
    })
    expect(words(begun, 'M1-historien')).to.deep.equal({
      doors: '0 av 3 dörrar är öppna.',
      rest: 'Du är på sida 2 av 4 i modul 1. Ungefär 1 timme och 5 minuter återstår.',
    })
    expect(words(moduleTaken()).doors).to.equal('1 av 3 dörrar är öppen.')
  })

  it('says that more is to come when all that is written is done', () => {
    expect(words([...moduleTaken('M1'), ...moduleTaken('M2')])).to.deep.equal({
      doors: '2 av 3 dörrar är öppna.',
      rest: 'Fler moduler kommer senare.',
    })
  })
})

describe('currentModule', () => {
  it('is the one the learner is in, else the first that is not done', () => {
    expect(currentModule(data, verdict(begun, data), { page: 'M2-quiz' })).to.equal(second)
    expect(currentModule(data, verdict(begun, data), {})).to.equal(first)
    expect(currentModule(data, verdict(moduleTaken(), data), { page: 'M1-quiz' })).to.equal(second)
  })
})

describe('resumePage', () => {
  it('is the page last looked at, else the first', () => {
    expect(resumePage(first, begun)).to.equal('M1-historien')
    expect(resumePage(second, begun)).to.equal('M2-scenario')
    expect(resumePage(third, begun)).to.equal(undefined)
  })
})
