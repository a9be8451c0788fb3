import { expect } from 'chai'
import { comparableDuration, durationSeconds, isDuration } from '../../../lrs/xapi/duration.ts'

describe('isDuration', () => {
  for (const text of [
    'PT4H35M59.14S',
    'PT16559.14S',
    'P3Y1M29DT4H35M59.14S',
    'P3Y',
    'P4W',
    'PT0S',
    'PT1.5H',
    'P1.5W',
    'P1DT12H',
    'PT1,5S',
    'P0.5Y',
    'PT1M',
  ]) {
    it(`takes ${text}`, () => expect(isDuration(text)).to.equal(true))
  }

  for (const text of [
    '',
    'P',
    'PT',
    'P1DT',
    'P4W1D',
    'PA1H0M0S',
    'P1S',
    'PT1D',
    'PT1S1M',
    'PT1.5H3M',
    '-PT1S',
    'PT-1S',
    'pt1s',
    'PT1.S',
    'P0003-06-04T12:30:05',
    '90',
    'PT1S ',
    'P1Y1Y',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => expect(isDuration(text)).to.equal(false))
  }

  it('is quick with texts made to be slow', () => {
    const start = performance.now()
    expect(isDuration(`P${'1'.repeat(200_000)}`)).to.equal(false)
    expect(isDuration(`PT${'1.1'.repeat(50_000)}S`)).to.equal(false)
    expect(performance.now() - start).to.be.below(500)
  })
})

describe('durationSeconds', () => {
  const lengths: [text: string, seconds: number | undefined][] = [
    ['PT1M30S', 90],
    ['PT12.5S', 12.5],
    ['PT1,25S', 1.25],
    ['P1DT1H', 90_000],
    ['P2W', 1_209_600],
    ['PT0S', 0],
    ['P0Y0M1D', 86_400],
    ['P1Y', undefined],
    ['P1M', undefined],
    ['soon', undefined],
  ]
  for (const [text, seconds] of lengths) {
    it(`makes ${seconds} of ${text}`, () => expect(durationSeconds(text)).to.equal(seconds))
  }
})

describe('comparableDuration', () => {
  it('cuts what goes beyond a hundredth of a second', () => {
    expect(comparableDuration('P1DT12H36M0.12567S')).to.equal(comparableDuration('P1DT12H36M0.12S'))
    expect(comparableDuration('PT1.504S')).to.equal(comparableDuration('PT1.5S'))
    expect(comparableDuration('PT1.004S')).to.equal(comparableDuration('PT1S'))
    expect(comparableDuration('PT1,5S')).to.equal(comparableDuration('PT1.5S'))
  })

  it('keeps apart what differs by a hundredth, or only in how it is written', () => {
    expect(comparableDuration('PT1.51S')).not.to.equal(comparableDuration('PT1.52S'))
    expect(comparableDuration('PT60S')).not.to.equal(comparableDuration('PT1M'))
  })
})
