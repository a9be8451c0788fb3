import { expect } from 'chai'
import fc from 'fast-check'
import { disordered, shuffled } from '../../../course/runtime/shuffle.ts'

describe('shuffled', () => {
  it('keeps all, in the same order for the same seed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.string(), (items, seed) => {
        expect(shuffled(items, seed)).to.have.members(items)
        expect(shuffled(items, seed)).to.deep.equal(shuffled(items, seed))
      }),
    )
  })

  it('gives every order about as often', () => {
    const counts = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const order = shuffled(['a', 'b', 'c'], `learner ${i}`).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect(counts.size).to.equal(6)
    for (const count of counts.values()) expect(count).to.be.within(850, 1150)
  })
})

describe('disordered', () => {
  it('never leaves the order given', () => {
    for (let i = 0; i < 500; i++) expect(disordered(['a', 'b', 'c'], String(i))).not.to.deep.equal(['a', 'b', 'c'])
    expect(disordered(['a'], 'x')).to.deep.equal(['a'])
  })
})
