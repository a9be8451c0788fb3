import { expect } from 'chai'
import { readCourse } from '../../../build/build-all.ts'
import { placesIn, sourcesOfLaw, sourcesToReview } from '../../../build/review/places.ts'
import { lawReport, renderReview } from '../../../build/review/review.ts'
import { workshopFor } from '../../support/fixture-course.ts'

const { course } = readCourse(workshopFor(), '2026-11-24')

describe('the review edition', () => {
  it('holds every page, question, answer and piece of feedback of the course', () => {
    const html = renderReview(course, '2026-11-24').replaceAll(/[\u00ad]/g, '')
    for (const { id } of placesIn(course)) expect(html).to.contain(id)
    for (const text of [
      'Hon kommer in.',
      'Nej, det hör till en båt.',
      'Jo, prova.',
      'Välkommen in.',
      'Det ska vara enkelt.',
    ])
      expect(html).to.contain(text)
    expect(html).to.contain('[Rätt]').and.to.contain('[2 poäng, till S1-2]')
  })

  it('keeps the headings in order: a page below its module, and what a page says below the page', () => {
    const levels = [...renderReview(course, '2026-11-24').matchAll(/<h([1-6])/g)].map(([, level]) => Number(level))
    for (const [n, level] of levels.entries()) expect(level - (levels[n - 1] ?? 0)).to.be.at.most(1)
    expect(levels).to.include(4)
  })

  it('puts first what rests on a source that is not certain, with its places', () => {
    const html = renderReview(course, '2026-11-24')
    const open = html.slice(html.indexOf('id="oppet"'), html.indexOf('<h2>1.'))
    expect(open).to.contain('Kursens egen metod').and.to.contain('Q-M1-1')
    expect(open).not.to.contain('Förvaltningslagen')
  })
})

describe('what a lawyer reviews', () => {
  it('is what is used and not certain, and what has passed its date of review', () => {
    const ids = (today: string) => sourcesToReview(course, today).map(({ id }) => id)
    expect(ids('2026-11-24')).to.deep.equal(['kurs'])
    expect(ids('2027-11-24')).to.deep.equal(['fl-6', 'kurs'])
  })

  it('is warned of at the source’s line once its date has passed', () => {
    const lines = (today: string) =>
      readCourse(workshopFor(), today).warnings.filter(({ message }) => message.includes('skulle läsas igen'))
    expect(lines('2027-11-23')).to.deep.equal([])
    const late = lines('2027-11-24')
    expect(late.map(({ line }) => line)).to.deep.equal([4, 13])
    expect(late[0]?.file).to.match(/sources\.yaml$/)
  })
})

describe('a law that changed', () => {
  for (const named of ['fl-6', '2017:900', 'förvaltningslagen'])
    it(`is found as ${named}`, () => {
      expect(sourcesOfLaw(course, named).map(({ id }) => id)).to.deep.equal(['fl-6'])
    })

  it('names every page, step and question that rests on it, and no other', () => {
    const lines = lawReport(course, '2017:900')?.join('\n')
    for (const { id, sources } of placesIn(course)) {
      if (sources.includes('fl-6')) expect(lines).to.contain(` ${id}: `)
      else expect(lines).not.to.contain(` ${id}: `)
    }
  })

  it('is not mistaken for another', () => {
    expect(lawReport(course, '1993:1617')).to.equal(undefined)
  })
})
