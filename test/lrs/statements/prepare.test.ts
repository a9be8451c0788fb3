import { expect } from 'chai'
import type { Issue } from '../../../lrs/errors.ts'
import { LrsError } from '../../../lrs/errors.ts'
import { prepareStatements, type Receipt, sentIdOf, storeAgainAt, storedOf } from '../../../lrs/statements/prepare.ts'
import { subStatement } from '../../support/grammar-rules.ts'
import { agent, type Json, statement } from '../../support/statement.ts'

const stored = '2026-11-24T10:00:00.250Z'
const authority: Receipt['authority'] = {
  objectType: 'Agent',
  account: { homePage: 'https://lrs.example.org', name: 'k' },
}
const receipt: Receipt = { stored, authority, version: '2.0.0' }
const uuid = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee'
const attachment = { usageType: 'a:b', display: {}, contentType: 'text/plain', length: 1, sha2: 'a'.repeat(64) }

function prepared(changes: Json, version: Receipt['version'] = '2.0.0') {
  const [only] = prepareStatements(statement(changes), { ...receipt, version })
  if (!only) throw new Error('nothing was prepared')
  return { ...only, parsed: JSON.parse(only.json) as Json }
}

function issuesOf(body: unknown): Issue[] {
  try {
    prepareStatements(body, receipt)
  } catch (error) {
    expect(error).to.be.instanceOf(LrsError).and.have.property('code', 'invalid')
    return (error as LrsError).issues
  }
  return []
}

describe('prepareStatements', () => {
  it('returns what was sent with what the LRS says, and nothing else', () => {
    const sent = statement({ result: { response: 'ö\ud800"', extensions: { 'a:b': { z: null, a: [1.5, ''] } } } })
    const [one] = prepareStatements(sent, receipt)
    expect(JSON.parse(one?.json ?? '')).to.deep.equal({ ...sent, stored, authority, version: '2.0.0' })
    expect(one).to.include({ id: sent.id, stored, timestamp: sent.timestamp })
  })

  it('keeps whatever an extension holds', () => {
    const extensions = '{"a:b":{"__proto__":{"x":1},"constructor":null,"":[]}}'
    const sent = JSON.stringify(statement({ result: { extensions: 'HERE' } })).replace('"HERE"', extensions)
    const [one] = prepareStatements(JSON.parse(sent), receipt)
    expect(one?.json).to.include(`"extensions":${extensions}`)
  })

  it('replaces stored and authority', () => {
    const { parsed } = prepared({ stored: '1999-01-01T00:00:00Z', authority: agent('impostor') })
    expect(parsed).to.deep.include({ stored, authority })
  })

  it('gives a version where there is none, and keeps one that is there', () => {
    expect(prepared({}).parsed.version).to.equal('2.0.0')
    expect(prepared({}, '1.0.3').parsed.version).to.equal('1.0.0')
    expect(prepared({ version: '1.0' }).parsed.version).to.equal('1.0')
  })

  it('makes an id where there is none', () => {
    const { id, parsed } = prepared({ id: undefined })
    expect(id).to.match(/^[0-9a-f-]{36}$/)
    expect(parsed.id).to.equal(id)
  })

  it('keeps an id as it was sent, and finds it in lower case', () => {
    const one = prepared({ id: uuid.toUpperCase() })
    expect(one.id).to.equal(uuid)
    expect(sentIdOf(one)).to.equal(uuid.toUpperCase())
  })

  it('writes timestamps in UTC with milliseconds', () => {
    expect(prepared({ timestamp: '2026-11-24T11:00+01:00' })).to.have.nested.property(
      'parsed.timestamp',
      '2026-11-24T10:00:00.000Z',
    )
    expect(prepared({ timestamp: undefined }))
      .to.include({ timestamp: stored })
      .and.have.nested.property('parsed.timestamp', stored)
  })

  it('leaves durations as they were sent', () => {
    expect(prepared({ result: { duration: 'PT1.23456S' } }).parsed.result).to.deep.equal({ duration: 'PT1.23456S' })
  })

  it('makes arrays of single context activities, in sub-statements too', () => {
    const context = { contextActivities: { parent: { id: 'a:b' }, other: [{ id: 'a:c' }] } }
    const arrays = { contextActivities: { parent: [{ id: 'a:b' }], other: [{ id: 'a:c' }] } }
    expect(prepared({ context }).parsed.context).to.deep.equal(arrays)
    expect(prepared({ object: subStatement({ context }) }).parsed.object)
      .to.have.property('context')
      .that.deep.equals(arrays)
  })

  it('leaves what it was given as it is', () => {
    const sent = statement({ context: { contextActivities: { parent: { id: 'a:b' } } } })
    const before = structuredClone(sent)
    prepareStatements(sent, receipt)
    expect(sent).to.deep.equal(before)
  })

  it('says what a statement refers to and what it voids', () => {
    const object = { objectType: 'StatementRef', id: uuid.toUpperCase() }
    expect(prepared({ object })).to.include({ references: uuid }).and.not.have.property('voids')
    expect(prepared({ object, verb: { id: 'http://adlnet.gov/expapi/verbs/voided' } })).to.include({
      references: uuid,
      voids: uuid,
    })
    expect(prepared({})).not.to.have.any.keys('references', 'voids')
  })

  it('prepares a batch in its order', () => {
    const batch = [statement(), statement(), statement()]
    expect(prepareStatements(batch, receipt).map(({ id }) => id)).to.deep.equal(batch.map(({ id }) => id))
    expect(prepareStatements([], receipt)).to.deep.equal([])
  })

  it('refuses a whole batch for one statement, and says which', () => {
    expect(issuesOf([statement(), statement({ verb: {} }), statement()])).to.deep.equal([
      { path: '[1].verb.id', message: 'is missing in a verb', requirement: 'Data 2.4.3 (XAPI-00044)' },
    ])
  })

  it('calls a single statement by that name', () => {
    expect(issuesOf({ verb: 1 }).map(({ path }) => path)).to.include('statement.verb')
    expect(issuesOf([{ verb: 1 }]).map(({ path }) => path)).to.include('[0].verb')
  })

  it('refuses an id that comes twice in a batch, whatever its case', () => {
    expect(
      issuesOf([statement({ id: uuid }), statement(), statement({ id: uuid.toUpperCase() })]),
    ).to.have.nested.property('[0].path', '[2].id')
  })

  it('answers with twenty issues at most', () => {
    expect(issuesOf(Array.from({ length: 30 }, () => ({})))).to.have.length(20)
  })

  it('refuses an attachment without fileUrl, in a sub-statement too', () => {
    expect(
      issuesOf(statement({ attachments: [{ ...attachment, fileUrl: 'a:b' }, attachment] })),
    ).to.have.nested.property('[0].path', 'statement.attachments[1].fileUrl')
    expect(issuesOf(statement({ object: subStatement({ attachments: [attachment] }) }))).to.have.nested.property(
      '[0].path',
      'statement.object.attachments[0].fileUrl',
    )
  })
})

describe('storeAgainAt', () => {
  const later = '2026-11-24T10:00:01.000Z'

  it('changes stored and nothing else', () => {
    const one = prepared({})
    const again = storeAgainAt(later, one)
    expect(storedOf(one.json)).to.equal(stored)
    expect(storedOf(again.json)).to.equal(later)
    expect(JSON.parse(again.json)).to.deep.equal({ ...one.parsed, stored: later })
    expect(again).to.include({ stored: later, timestamp: one.timestamp })
  })

  it('moves a timestamp that the LRS set with it', () => {
    const again = storeAgainAt(later, prepared({ timestamp: undefined }))
    expect(again).to.include({ timestamp: later })
    expect(JSON.parse(again.json)).to.include({ timestamp: later, stored: later })
  })
})
