import { expect } from 'chai'
import fc from 'fast-check'
import { disclose } from '../../../lrs/analysis/disclosure.ts'
import { type Figure, people, shareOfPeople } from '../../../lrs/analysis/figure.ts'

const tooFew = 'Färre än fem, visas inte'
const textOf = (figure: Figure) => disclose(figure).text
const persons = (count: number) => new Set(Array.from({ length: count }, (_, index) => `person ${index}`))
const share = (having: number, all: number) => shareOfPeople(persons(having), persons(all))

describe('disclose', () => {
  it('shows people in steps of five and nobody at all, never one to four', () => {
    expect([0, 1, 4, 5, 9, 10, 14].map((count) => textOf(people(count)))).to.deep.equal([
      '0',
      tooFew,
      tooFew,
      '5–9',
      '5–9',
      '10–14',
      '10–14',
    ])
  })

  it('does not say that nobody did what only four could have done', () => {
    expect(textOf(people(0, 4))).to.equal(tooFew)
    expect(textOf(share(0, 4))).to.equal(tooFew)
  })

  it('shows a share when both of its sides are large enough, or empty', () => {
    expect([share(5, 10), share(0, 5), share(5, 5)].map(textOf)).to.deep.equal(['50\u00a0%', '0\u00a0%', '100\u00a0%'])
    expect([share(4, 10), share(8, 12), share(3, 5)].map(textOf)).to.deep.equal([tooFew, tooFew, tooFew])
  })

  it('says which side is too small where that has a name', () => {
    expect(textOf({ ...share(8, 12), otherwise: 'fel' })).to.equal('Färre än fem fel')
    expect(textOf({ ...share(4, 12), otherwise: 'fel' })).to.equal(tooFew)
  })

  it('hides what is worked out from something hidden', () => {
    const derived = (from: Figure[]): Figure => ({ kind: 'derived', value: 3, text: '3', from })
    expect(textOf(derived([share(5, 10), share(8, 12)]))).to.equal(tooFew)
    expect(textOf(derived([share(5, 10)]))).to.equal('3')
  })

  it('gives a value only with the figure itself, and as it is written', () => {
    expect(disclose(share(6, 11))).to.deep.equal({ text: '55\u00a0%', value: 0.55, hidden: false })
    expect(disclose(share(8, 12))).to.not.have.property('value')
  })

  it('never lets a group of one to four be read out of a share and its people', () => {
    const groups = fc.tuple(fc.nat(60), fc.nat(60))
    fc.assert(
      fc.property(groups, ([having, lacking]) => {
        const shown = disclose(share(having, having + lacking))
        if (shown.hidden) return
        for (const side of [having, lacking]) expect(side === 0 || side >= 5).to.equal(true)
        expect(having + lacking).to.be.at.least(5)
      }),
      { numRuns: 2000 },
    )
  })
})
