import { expect } from 'chai'
import fc from 'fast-check'
import { parseTimestamp, utcTimestamp } from '../../../lrs/xapi/timestamp.ts'

const readings: [text: string, utc: string][] = [
  ['2026-11-24T10:00:00.123Z', '2026-11-24T10:00:00.123Z'],
  ['2026-11-24T10:00:00Z', '2026-11-24T10:00:00.000Z'],
  ['2026-11-24t10:00:00z', '2026-11-24T10:00:00.000Z'],
  ['2026-11-24 10:00:00+00:00', '2026-11-24T10:00:00.000Z'],
  ['2026-11-24T10:00:00+01:00', '2026-11-24T09:00:00.000Z'],
  ['2026-11-24T10:00:00+0130', '2026-11-24T08:30:00.000Z'],
  ['2026-11-24T10:00:00-05', '2026-11-24T15:00:00.000Z'],
  ['2026-11-24T10:00-05:00', '2026-11-24T15:00:00.000Z'],
  ['2026-11-24T10:00:00.5Z', '2026-11-24T10:00:00.500Z'],
  ['2026-11-24T10:00:00,25Z', '2026-11-24T10:00:00.250Z'],
  ['2026-11-24T10:00:00.123999Z', '2026-11-24T10:00:00.123Z'],
  ['2026-11-24T10:00:00', '2026-11-24T10:00:00.000Z'],
  ['20261124T100000Z', '2026-11-24T10:00:00.000Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ['0099-03-01T00:00:00Z', '0099-03-01T00:00:00.000Z'],
  ['2026-01-01T00:30:00+01:00', '2025-12-31T23:30:00.000Z'],
]

const refused: [text: string, about: RegExp][] = [
  ['', /ISO 8601/],
  ['yesterday', /ISO 8601/],
  ['2026-11-24', /ISO 8601/],
  ['01/011/2015', /ISO 8601/],
  ['2026-11-24T10', /ISO 8601/],
  ['2026-11-24T10:00:00.Z', /ISO 8601/],
  ['2026-11-24T10:00:00 Z', /ISO 8601/],
  ['+002026-11-24T10:00:00Z', /ISO 8601/],
  ['2026-11-24T10:00:00Z ', /ISO 8601/],
  ['2026-13-01T10:00:00Z', /day that does not exist/],
  ['2026-00-10T10:00:00Z', /day that does not exist/],
  ['2026-02-29T10:00:00Z', /day that does not exist/],
  ['1900-02-29T10:00:00Z', /day that does not exist/],
  ['2026-04-31T10:00:00Z', /day that does not exist/],
  ['2026-11-24T24:00:00Z', /time of day/],
  ['2026-11-24T10:60:00Z', /time of day/],
  ['2026-11-24T10:00:61Z', /time of day/],
  ['2026-11-24T10:00:00+24:00', /offset/],
  ['2026-11-24T10:00:00+01:60', /offset/],
  ['2008-09-15T15:53:00.601-00', /offset/],
  ['2008-09-15T15:53:00.601-0000', /offset/],
  ['2008-09-15T15:53:00.601-00:00', /offset/],
  ['0000-01-01T00:00:00+01:00', /years/],
  ['9999-12-31T23:59:59-01:00', /years/],
]

describe('parseTimestamp', () => {
  for (const [text, utc] of readings) {
    it(`reads ${text}`, () => {
      expect(parseTimestamp(text).value).to.equal(Date.parse(utc))
      expect(utcTimestamp(text)).to.equal(utc)
    })
  }

  for (const [text, about] of refused) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(parseTimestamp(text).problem).to.match(about)
      expect(() => utcTimestamp(text)).to.throw(RangeError)
    })
  }

  it('reads every instant that JavaScript writes', () => {
    const instant = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instant, (date) => {
        expect(parseTimestamp(date.toISOString()).value).to.equal(date.getTime())
      }),
    )
  })
})
