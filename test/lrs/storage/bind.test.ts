import { expect } from 'chai'
import { bind, countParameters } from '../../../lrs/storage/bind.ts'

describe('countParameters', () => {
  it('counts question marks', () => {
    expect(countParameters('INSERT INTO t VALUES (?, ?, ?)')).to.equal(3)
    expect(countParameters('SELECT 1')).to.equal(0)
  })

  it('takes the highest of numbered ones', () => {
    expect(countParameters('SELECT ?2 WHERE a = ?1 OR b = ?2')).to.equal(2)
  })

  it('sees none in texts, names and comments', () => {
    expect(countParameters(`SELECT 'why? it''s :so', "a?b" -- ?\n /* ? @x */ WHERE a = ?`)).to.equal(1)
  })

  it('refuses named and mixed ones', () => {
    expect(() => countParameters('SELECT :name')).to.throw(TypeError, 'named parameters')
    expect(() => countParameters('SELECT $name')).to.throw(TypeError, 'named parameters')
    expect(() => countParameters('SELECT ?, ?1')).to.throw(TypeError, 'mixed')
  })
})

describe('bind', () => {
  const accepted = [null, 0, -1.5, 2n ** 62n, '', 'åäö 😀', new Uint8Array([1]), Buffer.from('x')]
  const refused: [string, unknown][] = [
    ['undefined', undefined],
    ['boolean', true],
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['Date', new Date(0)],
    ['Object', { a: 1 }],
    ['Array', [1]],
    ['lone surrogate', 'a\ud800'],
  ]

  for (const value of accepted) {
    it(`takes ${Object.prototype.toString.call(value)} ${String(value)}`, () => {
      expect(() => bind('SELECT ?', 1, [value])).not.to.throw()
    })
  }

  for (const [name, value] of refused) {
    it(`refuses ${name} and says where`, () => {
      expect(() => bind('SELECT ?, ?', 2, [1, value])).to.throw(TypeError, new RegExp(`value 2 is .*${name}.*SELECT`))
    })
  }

  it('refuses too few and too many', () => {
    expect(() => bind('SELECT ?, ?', 2, [1])).to.throw(TypeError, '2 values expected, got 1')
    expect(() => bind('SELECT ?', 1, [1, 2])).to.throw(TypeError, '1 values expected, got 2')
  })
})
