import { expect } from 'chai'
import fc from 'fast-check'
import { inSwedish, parseNumber, rounded } from '../../../course/runtime/number.ts'

describe('parseNumber', () => {
  const read: [string, string][] = [
    ['24', '24'],
    [' 24 ', '24'],
    ['2,5', '2.5'],
    ['2.5', '2.5'],
    ['830 000', '830000'],
    ['830\u00a0000,50', '830000.5'],
    ['-3', '-3'],
    ['−3', '-3'],
    ['-0', '0'],
    ['007', '7'],
    ['0,12345', '0.123'],
    ['999999999,999', '999999999.999'],
  ]
  for (const [written, number] of read)
    it(`reads “${written}” as ${number}`, () => {
      expect(parseNumber(written)).to.deep.equal({ number })
    })

  const refused: [string, RegExp][] = [
    ['', /^Skriv ett tal först\.$/],
    ['  ', /^Skriv ett tal först\.$/],
    ['tjugo', /med siffror/],
    ['24 veckor', /med siffror/],
    ['2,5,1', /med siffror/],
    ['2,', /med siffror/],
    [',5', /med siffror/],
    ['1e3', /med siffror/],
    ['Infinity', /med siffror/],
    ['1234567890', /högst 9 siffror/],
  ]
  for (const [written, sentence] of refused)
    it(`says what is missing in “${written}”`, () => {
      const told = parseNumber(written)
      expect('missing' in told && told.missing).to.match(sentence)
    })

  it('reads back whatever it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (thousandths) => {
        const number = String(thousandths / 1000)
        expect(parseNumber(inSwedish(number))).to.deep.equal({ number })
      }),
    )
  })

  it('reads a number or says a sentence, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const told = parseNumber(written)
        expect('number' in told ? told.number : told.missing).to.match(/^-?\d{1,9}(\.\d{1,3})?$|^Skriv .*\.$/)
      }),
    )
  })
})

describe('inSwedish', () => {
  it('has a decimal comma, and no-break spaces between thousands', () => {
    expect(['24', '2.5', '4000', '830000.25', '-1000'].map(inSwedish)).to.deep.equal([
      '24',
      '2,5',
      '4\u00a0000',
      '830\u00a0000,25',
      '−1\u00a0000',
    ])
  })
})

describe('rounded', () => {
  it('drops the noise of binary fractions', () => {
    expect([0.3 - 0.1, 1.0005, -0.0001].map(rounded)).to.deep.equal([0.2, 1, 0])
  })
})
