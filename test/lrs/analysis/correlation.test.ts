import { expect } from 'chai'
import { correlation } from '../../../lrs/analysis/correlation.ts'

describe('correlation', () => {
  it('is 1 and −1 for what goes together and against each other', () => {
    expect(
      correlation([
        [0, 0.1],
        [1, 0.5],
      ]),
    ).to.be.closeTo(1, 1e-9)
    expect(
      correlation([
        [0, 3],
        [1, 2],
        [2, 1],
      ]),
    ).to.be.closeTo(-1, 1e-9)
  })

  it('is what one works out by hand: the sum of products over the root of the sums of squares', () => {
    // means 2 and 3; products −1·−2 + 0·1 + 1·1 = 3; squares 2 and 6; 3 / √12
    expect(
      correlation([
        [1, 1],
        [2, 4],
        [3, 4],
      ]),
    ).to.be.closeTo(3 / Math.sqrt(12), 1e-9)
  })

  it('is undefined where one side does not vary', () => {
    expect(
      correlation([
        [1, 1],
        [1, 2],
      ]),
    ).to.equal(undefined)
    expect(correlation([])).to.equal(undefined)
  })
})
