import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { dayBefore, dayInWords, fillDates, parseDates, weekdayInWords } from '../../../course/structure/case-dates.ts'
import { Findings } from '../../../course/structure/findings.ts'
import { parseYaml } from '../../../course/structure/yaml-fields.ts'

const file = join(import.meta.dirname, '../../../course/content/sv/slutfall/del.yaml')

function read(text: string) {
  const findings = new Findings()
  const fields = parseYaml(text, { file: 'del.yaml', findings })
  return { dates: parseDates(fields?.list('datum') ?? []), findings }
}

describe('dayBefore', () => {
  for (const [day, span, before] of [
    ['2027-06-01', '12 veckor', '2027-03-09'],
    ['2027-03-09', '10 veckor', '2026-12-29'],
    ['2027-06-01', '4 månader', '2027-02-01'],
    ['2027-06-01', '211 dagar', '2026-11-02'],
    ['2027-03-31', '1 månad', '2027-02-28'],
    ['2028-03-31', '1 månad', '2028-02-29'],
    ['2027-05-31', '4 månader', '2027-01-31'],
    ['2027-01-15', '13 månader', '2025-12-15'],
    ['2027-01-01', '1 dag', '2026-12-31'],
  ] as const)
    it(`${span} before ${day} is ${before}`, () => expect(dayBefore(day, span)).to.equal(before))

  it('knows no other spans', () => {
    for (const span of ['12', 'veckor', 'tolv veckor', '2 år', ''])
      expect(dayBefore('2027-06-01', span)).to.equal(undefined)
  })
})

describe('the final case’s days', () => {
  it('are the ones the course plan gives, all reckoned from the opening', () => {
    const { dates, findings } = read(readFileSync(file, 'utf8'))
    expect(findings.issues).to.deep.equal([])
    expect(Object.fromEntries([...dates].map(([name, day]) => [name, weekdayInWords(day)]))).to.deep.equal({
      oppning: 'tisdag 1 juni 2027',
      idag: 'måndag 2 november 2026',
      besked: 'fredag 6 november 2026',
      bygge: 'tisdag 9 mars 2027',
      bygglov: 'tisdag 29 december 2026',
      uppskjutet: 'tisdag 1 december 2026',
      servering: 'måndag 1 februari 2027',
      livsmedel: 'tisdag 18 maj 2027',
    })
  })

  it('are written into a text in words or figures, and an unknown one is an error', () => {
    const findings = new Findings()
    const dates = new Map([['bygglov', '2026-12-29']])
    const text = fillDates('{bygglov}\n{bygglov:dag} {bygglov:iso} {lovet}', dates, { file: 'a.md', findings })
    expect(text).to.equal('29 december 2026\ntisdag 29 december 2026 2026-12-29 {lovet}')
    expect(findings.issues.map(({ line, message }) => `${line} ${message}`)).to.deep.equal([
      '2 Dagen {lovet} finns inte i datum i del.yaml. Rätta namnet.',
    ])
  })

  it('are refused when they rest on nothing or on no time', () => {
    const { findings } = read(
      'datum:\n- {namn: a, dag: "2027-06-01"}\n- {namn: b, fran: c, minus: "2 dagar"}\n- {namn: d, fran: a, minus: "snart"}\n',
    )
    expect(findings.issues.map(({ line, message }) => `${line} ${message}`)).to.deep.equal([
      '3 Dagen ”c” finns inte ovanför. Skriv namnet på en dag som står före.',
      '4 ”snart” är ingen tid. Skriv till exempel 12 veckor, 4 månader eller 211 dagar.',
    ])
  })
})

describe('dayInWords', () => {
  it('says a day as it is read', () => expect(dayInWords('2027-03-09')).to.equal('9 mars 2027'))
})
