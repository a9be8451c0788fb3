import { expect } from 'chai'
import { afterInstant, createPositions, positionPattern, storedOf } from '../../../../lrs/statements/mongo/position.ts'

const instants = ['2026-11-24T09:30:00.000Z', '2026-11-24T09:30:00.001Z', '2026-11-24T09:30:01.000Z']

describe('positions', () => {
  it('are in the order of stored, and within an instant in the order in which they were given', () => {
    const next = createPositions()
    const given = instants.flatMap((stored) => Array.from({ length: 12 }, () => next(stored)))
    expect([...given].sort()).to.deep.equal(given)
    expect(new Set(given).size).to.equal(given.length)
  })

  it('are never the same in two servers', () => {
    const [stored = ''] = instants
    expect(createPositions()(stored)).not.to.equal(createPositions()(stored))
  })

  it('say when the statement was stored', () => {
    const next = createPositions()
    for (const stored of instants) {
      const position = next(stored)
      expect(storedOf(position)).to.equal(stored)
      expect(position).to.match(new RegExp(`^${positionPattern}$`))
    }
  })

  it('lie below the end of their instant, and above every earlier end', () => {
    const next = createPositions()
    const [first = '', second = ''] = instants
    expect(next(first) < afterInstant(first)).to.equal(true)
    expect(next(second) > afterInstant(first)).to.equal(true)
    expect(afterInstant('2026-11-24T10:30:00+01:00')).to.equal(afterInstant(first))
  })

  it('have room before and after them for years of more than four digits', () => {
    const position = createPositions()(instants[0] ?? '')
    expect(position < afterInstant('+012026-01-01T00:00:00Z')).to.equal(true)
    expect(position > afterInstant('-002026-01-01T00:00:00Z')).to.equal(true)
  })
})
