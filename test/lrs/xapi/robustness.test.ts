import { expect } from 'chai'
import fc from 'fast-check'
import { comparableText } from '../../../lrs/xapi/compare.ts'
import { validateStatement } from '../../../lrs/xapi/statement.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'
import { type Json, statement } from '../../support/statement.ts'

const nested = (levels: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

describe('validateStatement, whatever it is given', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(validateStatement(value, '2.0.0')).to.be.an('array')
      }),
    )
  })

  it('never throws for a statement with anything in one place', () => {
    const places = [
      'id',
      'actor',
      'verb',
      'object',
      'result',
      'context',
      'timestamp',
      'authority',
      'version',
      'attachments',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 4 }), (place, value) => {
        expect(validateStatement(statement({ [place]: value }), '1.0.3')).to.be.an('array')
      }),
    )
  })

  it('says that an extension is nested too deep, and does not exhaust the stack', () => {
    const deep = statement({ context: { extensions: { 'a:b': nested(100_000) } } })
    expect(validateStatement(deep, '2.0.0')).to.deep.equal([
      {
        path: 'statement.context.extensions["a:b"]',
        message: 'is nested deeper than 500 levels',
        requirement: 'Data 4.1',
      },
    ])
    const allowed = statement({ context: { extensions: { 'a:b': nested(450) } } })
    expect(validateStatement(allowed, '2.0.0')).to.deep.equal([])
    expect(comparableText(allowed as unknown as Statement)).to.be.a('string')
  })

  it('does not follow unknown properties inwards', () => {
    for (const place of ['actor', 'verb', 'object', 'result', 'context']) {
      expect(validateStatement(statement({ [place]: nested(100_001) }), '2.0.0')).not.to.deep.equal([])
    }
  })

  it('refuses a number that JSON would return as null', () => {
    const huge = JSON.parse('{"a:b": [1e400]}') as Json
    expect(validateStatement(statement({ result: { extensions: huge } }), '2.0.0')).to.have.nested.property(
      '[0].path',
      'statement.result.extensions["a:b"]',
    )
    const [score] = Object.values(huge).flat()
    expect(validateStatement(statement({ result: { score: { raw: score } } }), '2.0.0')).to.have.nested.property(
      '[0].path',
      'statement.result.score.raw',
    )
  })

  it('takes lone surrogates where any text may stand, and refuses them in identifiers', () => {
    const lone = '\ud800'
    expect(validateStatement(statement({ result: { response: lone } }), '2.0.0')).to.deep.equal([])
    const account = { homePage: 'https://example.org', name: lone }
    expect(validateStatement(statement({ actor: { account } }), '2.0.0')).to.deep.equal([])
    expect(validateStatement(statement({ object: { id: `a:${lone}` } }), '2.0.0')).not.to.deep.equal([])
    expect(validateStatement(statement({ actor: { mbox: `mailto:${lone}@example.org` } }), '2.0.0')).not.to.deep.equal(
      [],
    )
  })
})
