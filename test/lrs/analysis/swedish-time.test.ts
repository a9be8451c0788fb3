import { expect } from 'chai'
import {
  clock,
  dayHeading,
  dayRange,
  endOfDay,
  isDay,
  startOfDay,
  swedishDateTime,
  swedishDay,
} from '../../../lrs/analysis/swedish-time.ts'

describe('Swedish time', () => {
  it('is one hour before UTC in winter and two in summer', () => {
    expect(swedishDateTime('2026-11-24T13:52:07.123Z')).to.equal('2026-11-24 14:52:07')
    expect(swedishDateTime('2026-07-01T13:52:07.123Z')).to.equal('2026-07-01 15:52:07')
  })

  it('skips an hour when summer time begins', () => {
    expect(swedishDateTime('2026-03-29T00:59:59.000Z')).to.equal('2026-03-29 01:59:59')
    expect(swedishDateTime('2026-03-29T01:00:00.000Z')).to.equal('2026-03-29 03:00:00')
  })

  it('has an hour twice when summer time ends', () => {
    expect(swedishDateTime('2026-10-25T00:30:00.000Z')).to.equal('2026-10-25 02:30:00')
    expect(swedishDateTime('2026-10-25T01:30:00.000Z')).to.equal('2026-10-25 02:30:00')
  })

  it('puts what happens before midnight UTC on the next day where it is past midnight in Sweden', () => {
    expect(swedishDay('2026-11-23T23:30:00.000Z')).to.equal('2026-11-24')
    expect(swedishDay('2026-11-23T22:30:00.000Z')).to.equal('2026-11-23')
  })

  it('takes any instant that a statement can have', () => {
    const instants = ['0000-01-01T00:00:00.000Z', '0999-06-01T10:00:00.000Z', '9999-12-31T23:30:00.000Z']
    expect(instants.map((instant) => `${swedishDay(instant)} ${clock(instant)}`)).to.deep.equal([
      '0000-01-01 01.00',
      '0999-06-01 11.00',
      '+010000-01-01 00.30',
    ])
    for (const instant of instants) expect(dayHeading(swedishDay(instant))).to.match(/^[A-ZÖ][a-zåäö]+dag 1 /)
  })

  it('is written as people write it', () => {
    expect(clock('2026-11-24T13:02:07.123Z')).to.equal('14.02')
    expect(dayHeading('2026-11-24')).to.equal('Tisdag 24 november 2026')
  })

  it('says a month and a year once in a range of days', () => {
    expect(dayRange('2026-11-01', '2026-11-24')).to.equal('1–24 november 2026')
    expect(dayRange('2026-10-01', '2026-11-24')).to.equal('1 oktober – 24 november 2026')
    expect(dayRange('2025-12-31', '2026-01-01')).to.equal('31 december 2025 – 1 januari 2026')
    expect(dayRange('2026-11-24', '2026-11-24')).to.equal('24 november 2026')
    expect(dayRange('2026-11-24', undefined)).to.equal('från 24 november 2026')
    expect(dayRange(undefined, '2026-11-24')).to.equal('till och med 24 november 2026')
  })

  it('knows the days of the calendar', () => {
    expect(['2026-02-28', '2028-02-29'].map(isDay)).to.deep.equal([true, true])
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '1999-12-31', 'i dag', ''].map(isDay)).to.not.include(true)
  })

  it('begins and ends a day at Swedish midnight, also when it has 23 or 25 hours', () => {
    const days = { winter: '2026-11-24', summer: '2026-07-01', short: '2026-03-29', long: '2026-10-25' }
    expect([startOfDay(days.winter), endOfDay(days.winter)]).to.deep.equal([
      '2026-11-23T23:00:00.000Z',
      '2026-11-24T23:00:00.000Z',
    ])
    expect(startOfDay(days.summer)).to.equal('2026-06-30T22:00:00.000Z')
    const hours = (day: string) => (Date.parse(endOfDay(day)) - Date.parse(startOfDay(day))) / 3_600_000
    expect([hours(days.short), hours(days.long)]).to.deep.equal([23, 25])
  })
})
