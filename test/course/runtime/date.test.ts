import { expect } from 'chai'
import fc from 'fast-check'
import { dateInSwedish, parseDate } from '../../../course/runtime/date.ts'

describe('parseDate', () => {
  for (const text of [
    '2026-12-29',
    ' 20261229 ',
    '2026/12/29',
    '29/12 2026',
    '29/12/2026',
    '29.12.2026',
    '29-12-2026',
    '29 12 2026',
    '29 december 2026',
    'den 29 december 2026',
    '29 dec. 2026',
    '29:e december 2026',
    '29 December, 2026',
  ])
    it(`reads ${text}`, () => expect(parseDate(text)).to.deep.equal({ date: '2026-12-29' }))

  for (const [text, says] of [
    ['', 'Skriv ett datum först.'],
    ['29 december', 'Året saknas. Skriv datumet så här: 2026-11-24.'],
    ['29/12', 'Året saknas. Skriv datumet så här: 2026-11-24.'],
    ['30 februari 2027', 'Den dagen finns inte. Skriv datumet så här: 2026-11-24.'],
    ['2026-13-01', 'Den dagen finns inte. Skriv datumet så här: 2026-11-24.'],
    ['strax före jul', 'Skriv datumet så här: 2026-11-24.'],
    ['29 ma 2026', 'Skriv datumet så här: 2026-11-24.'],
    ['29 brumaire 2026', 'Skriv datumet så här: 2026-11-24.'],
  ] as const)
    it(`says of “${text}” what is missing`, () => expect(parseDate(text)).to.deep.equal({ missing: says }))

  it('reads back every day as it is shown', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }), (day) => {
        const date = day.toISOString().slice(0, 10)
        expect(parseDate(dateInSwedish(date))).to.deep.equal({ date })
      }),
    )
  })
})
