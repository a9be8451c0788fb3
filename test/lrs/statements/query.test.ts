import { expect } from 'chai'
import { LrsError } from '../../../lrs/errors.ts'
import { decodeCursor, encodeCursor } from '../../../lrs/statements/more.ts'
import { parseQuery, parseWriteQuery } from '../../../lrs/statements/query.ts'
import { agent } from '../../support/statement.ts'

const uuid = '6690E6C9-3EF0-4ED3-8B37-7F3964730BEE'
const read = (query: string) => parseQuery(new URLSearchParams(query), { page: 500 })

function pathsOf(action: () => unknown): string[] {
  try {
    action()
  } catch (error) {
    expect(error).to.be.instanceOf(LrsError).and.have.property('code', 'invalid')
    return (error as LrsError).issues.map(({ path }) => path)
  }
  return []
}

describe('parseQuery', () => {
  it('asks for a page of everything when it says nothing', () => {
    expect(read(''))
      .to.deep.include({ format: 'exact', attachments: false })
      .and.have.nested.property('filter.limit', 500)
  })

  it('reads every filter', () => {
    const query = new URLSearchParams({
      agent: JSON.stringify(agent('a')),
      verb: 'https://example.org/v',
      activity: 'https://example.org/a',
      registration: uuid,
      related_agents: 'true',
      related_activities: 'false',
      since: '2026-11-24T11:00:00+01:00',
      until: '2026-11-24T12:00:00.5Z',
      limit: '7',
      ascending: 'true',
      format: 'ids',
      attachments: 'true',
    })
    expect(read(String(query))).to.deep.equal({
      format: 'ids',
      attachments: true,
      filter: {
        agent: 'mbox|mailto:a@example.org',
        verb: 'https://example.org/v',
        activity: 'https://example.org/a',
        registration: uuid.toLowerCase(),
        relatedAgents: true,
        relatedActivities: false,
        since: '2026-11-24T10:00:00.000Z',
        until: '2026-11-24T12:00:00.500Z',
        limit: 7,
        ascending: true,
      },
    })
  })

  it('gives as many as the server will when limit is 0 or more than that', () => {
    expect(read('limit=0')).to.have.nested.property('filter.limit', 500)
    expect(read('limit=501')).to.have.nested.property('filter.limit', 500)
  })

  it('reads a statement’s id, with format and attachments beside it', () => {
    expect(read(`statementId=${uuid}`)).to.deep.equal({
      id: uuid.toLowerCase(),
      voided: false,
      format: 'exact',
      attachments: false,
    })
    expect(read(`voidedStatementId=${uuid}&format=canonical&attachments=true`)).to.deep.equal({
      id: uuid.toLowerCase(),
      voided: true,
      format: 'canonical',
      attachments: true,
    })
  })

  const wrong: [query: string, path: string][] = [
    ['colour=red', 'query.colour'],
    ['StatementId=x', 'query.StatementId'],
    ['Agent=x', 'query.Agent'],
    ['relatedAgents=true', 'query.relatedAgents'],
    ['limit=1&limit=2', 'query.limit'],
    ['limit=-1', 'query.limit'],
    ['limit=1.5', 'query.limit'],
    ['limit=', 'query.limit'],
    ['limit=9999999999', 'query.limit'],
    ['ascending=yes', 'query.ascending'],
    ['related_agents=True', 'query.related_agents'],
    ['since=yesterday', 'query.since'],
    ['until=2026-11-24T10:00:00-00:00', 'query.until'],
    ['verb=answered', 'query.verb'],
    ['activity=', 'query.activity'],
    ['registration=1', 'query.registration'],
    ['format=full', 'query.format'],
    ['attachments=1', 'query.attachments'],
    ['agent=anna', 'query.agent'],
    ['agent={}', 'query.agent'],
    ['agent=[1]', 'query.agent'],
    [`agent=${'['.repeat(1000)}`, 'query.agent'],
    [`agent=${JSON.stringify({ objectType: 'Group', member: [agent('a')] })}`, 'query.agent'],
    ['statementId=1', 'query.statementId'],
    ['constructor=1', 'query.constructor'],
    ['__proto__=1', 'query.__proto__'],
    ['more=1', 'query.more'],
  ]
  for (const [query, path] of wrong) {
    it(`refuses ${query.slice(0, 60)}`, () => expect(pathsOf(() => read(query))).to.include(path))
  }

  for (const filter of [
    'agent',
    'verb',
    'activity',
    'registration',
    'related_activities',
    'related_agents',
    'since',
    'until',
    'limit',
    'ascending',
  ]) {
    it(`refuses ${filter} beside an id`, () => {
      expect(pathsOf(() => read(`statementId=${uuid}&${filter}=1`))).to.include(`query.${filter}`)
      expect(pathsOf(() => read(`voidedStatementId=${uuid}&${filter}=1`))).to.include(`query.${filter}`)
    })
  }

  it('refuses both ids at once', () => {
    expect(pathsOf(() => read(`statementId=${uuid}&voidedStatementId=${uuid}`))).to.deep.equal([
      'query.voidedStatementId',
    ])
  })

  it('names all that is wrong at once', () => {
    expect(pathsOf(() => read('colour=red&limit=x&since=y'))).to.have.members([
      'query.colour',
      'query.limit',
      'query.since',
    ])
  })
})

describe('parseWriteQuery', () => {
  const write = (query: string, method: 'PUT' | 'POST') => () => parseWriteQuery(new URLSearchParams(query), method)

  it('wants the id and nothing else with PUT', () => {
    expect(write(`statementId=${uuid}`, 'PUT')()).to.equal(uuid)
    expect(pathsOf(write('', 'PUT'))).to.deep.equal(['query.statementId'])
    expect(pathsOf(write('statementId=1', 'PUT'))).to.deep.equal(['query.statementId'])
    expect(pathsOf(write(`StatementId=${uuid}`, 'PUT'))).to.include('query.StatementId')
    expect(pathsOf(write(`statementId=${uuid}&format=ids`, 'PUT'))).to.deep.equal(['query.format'])
  })

  it('wants nothing with POST', () => {
    expect(write('', 'POST')()).to.equal(undefined)
    expect(pathsOf(write(`statementId=${uuid}`, 'POST'))).to.deep.equal(['query.statementId'])
  })
})

describe('a cursor', () => {
  it('carries the whole query and the place', () => {
    const parameters = new URLSearchParams({ verb: 'https://example.org/å?a=b&c', limit: '2' })
    const cursor = encodeCursor({ parameters, after: '1.2.3' })
    expect(cursor).to.match(/^[\w-]+$/)
    const decoded = decodeCursor(cursor)
    expect(decoded.after).to.equal('1.2.3')
    expect(String(decoded.parameters)).to.equal(String(parameters))
  })

  for (const text of [
    '',
    'x',
    'åäö',
    '../..',
    Buffer.from('no question mark').toString('base64url'),
    Buffer.from('?a=b').toString('base64url'),
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => expect(pathsOf(() => decodeCursor(text))).to.deep.equal(['query.more']))
  }
})
