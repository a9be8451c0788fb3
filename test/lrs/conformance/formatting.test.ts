import { expect } from 'chai'
import { sendDocument } from '../../support/documents.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { agent, type Json, statement, uuid } from '../../support/statement.ts'
import { statementClient } from '../../support/statement-client.ts'
import {
  fullStatement,
  fullSubStatement,
  headersIn,
  pathsIn,
  type RefusalBody,
  sendXapi,
  versions,
  withValue,
} from '../../support/xapi-requests.ts'

/** `a.b[0].c` as the LRS writes a path. */
const written = (path: (string | number)[]) =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${key}`), 'statement')

describe('conformance: formatting (Data 2.2)', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  const post = (body: unknown, version = '2.0.0') =>
    statementClient(server).post(body, { 'X-Experience-API-Version': version })
  const refusalOf = async (answer: Response) => {
    expect(answer.status).to.equal(400)
    return (await answer.json()) as RefusalBody
  }

  for (const version of versions) {
    const whole = { 'a statement': fullStatement(), 'a sub-statement': statement({ object: fullSubStatement() }) }
    for (const [what, sent] of Object.entries(whole)) {
      it(`XAPI-00001: null is refused at every place of ${what} outside extensions (${version})`, async () => {
        expect((await post({ ...sent, id: uuid() }, version)).status).to.equal(200)
        const paths = pathsIn(sent)
        expect(paths.length).to.be.above(70)
        for (const path of paths) {
          const { issues } = await refusalOf(await post(withValue(sent, path, null), version))
          expect(
            issues.map((issue) => issue.path),
            written(path),
          ).to.include(written(path))
        }
      })
    }

    it(`XAPI-00001: a timestamp, stored or id of null is refused and nothing is stored (${version})`, async () => {
      const sent = statement()
      for (const property of ['timestamp', 'stored', 'authority', 'version']) {
        await refusalOf(await post({ ...sent, [property]: null }, version))
        expect(await statementClient(server).read(sent.id)).to.equal(undefined)
      }
      await refusalOf(await post({ ...sent, id: null }, version))
    })

    it(`XAPI-00119: extensions hold null, empty strings and empty objects, and give them back (${version})`, async () => {
      const extensions = {
        'https://example.org/e': { null: null, empty: '', object: {}, list: [null, {}, []] },
        'a:b': null,
      }
      const sent = statement({ result: { extensions }, context: { extensions } })
      expect((await post(sent, version)).status).to.equal(200)
      expect(await statementClient(server).read(sent.id)).to.deep.include({
        result: { extensions },
        context: { extensions },
      })
    })
  }

  it('XAPI-00011: an IRI or IRL without a scheme is refused wherever one stands', async () => {
    const sent = fullStatement()
    const places: (string | number)[][] = [
      ['verb', 'id'],
      ['actor', 'openid'],
      ['actor', 'member', 0, 'account', 'homePage'],
      ['object', 'id'],
      ['object', 'definition', 'type'],
      ['object', 'definition', 'moreInfo'],
      ['context', 'contextActivities', 'parent', 0, 'id'],
      ['attachments', 0, 'usageType'],
      ['attachments', 0, 'fileUrl'],
    ]
    for (const path of places) {
      for (const iri of ['example.org/without', '/path', 'without', '', '//example.org/']) {
        const { issues } = await refusalOf(await post(withValue(sent, path, iri)))
        expect(
          issues.map((issue) => issue.path),
          iri,
        ).to.include(written(path))
      }
    }
    for (const path of [['object', 'definition'], ['context'], ['result']]) {
      const { issues } = await refusalOf(await post(withValue(sent, [...path, 'extensions'], { 'example.org': 1 })))
      expect(issues[0]?.path).to.equal(`${written([...path, 'extensions'])}["example.org"]`)
    }
  })

  const wrong: Record<string, [path: string, method: string, query: Record<string, string>]> = {
    statementId: ['statements', 'GET', { statementId: 'wrong' }],
    voidedStatementId: ['statements', 'GET', { voidedStatementId: 'wrong' }],
    'agent (no JSON)': ['statements', 'GET', { agent: 'wrong' }],
    'agent (no identifier)': ['statements', 'GET', { agent: '{"name":"A"}' }],
    'agent (two identifiers)': ['statements', 'GET', { agent: '{"mbox":"mailto:a@example.org","openid":"a:b"}' }],
    'agent (null inside)': ['statements', 'GET', { agent: '{"mbox":"mailto:a@example.org","name":null}' }],
    'agent (a property twice)': [
      'statements',
      'GET',
      { agent: '{"mbox":"mailto:a@example.org","mbox":"mailto:a@example.org"}' },
    ],
    'agent (an anonymous group)': [
      'statements',
      'GET',
      { agent: JSON.stringify({ objectType: 'Group', member: [agent('a')] }) },
    ],
    verb: ['statements', 'GET', { verb: 'not.a.valid.iri.com/verb' }],
    activity: ['statements', 'GET', { activity: 'not.a.valid.iri.com/activity' }],
    registration: ['statements', 'GET', { registration: 'wrong' }],
    since: ['statements', 'GET', { since: 'yesterday' }],
    'since (minus zero)': ['statements', 'GET', { since: '2026-11-24T10:00:00-00:00' }],
    until: ['statements', 'GET', { until: '2026-13-01T00:00:00Z' }],
    limit: ['statements', 'GET', { limit: '-1' }],
    related_agents: ['statements', 'GET', { related_agents: '1' }],
    related_activities: ['statements', 'GET', { related_activities: 'True' }],
    ascending: ['statements', 'GET', { ascending: 'yes' }],
    attachments: ['statements', 'GET', { attachments: '' }],
    format: ['statements', 'GET', { format: 'Exact' }],
    'statementId of a PUT': ['statements', 'PUT', { statementId: 'wrong' }],
    activityId: ['activities', 'GET', { activityId: 'wrong' }],
    'agent of a person': ['agents', 'GET', { agent: '{"mbox":"a@example.org"}' }],
  }
  for (const [what, [path, method, query]] of Object.entries(wrong)) {
    it(`XAPI-00012: a parameter is held to the rules of statements: ${what}`, async () => {
      for (const version of versions) {
        const body = method === 'PUT' ? { body: JSON.stringify(statement()) } : {}
        const answer = await sendXapi(server, { path, method, query, ...body }, headersIn(server, version))
        const { issues } = await refusalOf(answer)
        expect(issues[0]?.path.startsWith(`query.${Object.keys(query)[0]}`), issues[0]?.path).to.equal(true)
      }
    })
  }

  it('XAPI-00012: parameters of documents are held to the rules of statements', async () => {
    const activityId = 'https://example.org/a'
    const who = JSON.stringify(agent('a'))
    const queries: [path: string, name: string, query: Json][] = [
      ['activities/state', 'activityId', { activityId: 'wrong', agent: who }],
      ['activities/state', 'agent', { activityId, agent: '{"mbox":"a@example.org"}' }],
      ['activities/state', 'registration', { activityId, agent: who, registration: 'wrong' }],
      ['activities/state', 'since', { activityId, agent: who, since: 'yesterday' }],
      ['activities/profile', 'activityId', { activityId: 'wrong' }],
      ['activities/profile', 'since', { activityId, since: '2026-11-24T10:00:00-00' }],
      ['agents/profile', 'agent', { agent: 'wrong' }],
      ['agents/profile', 'since', { agent: who, since: '1' }],
    ]
    for (const [path, name, query] of queries) {
      for (const version of versions) {
        const answer = await sendDocument(server, 'GET', { path, query }, { version })
        expect((await refusalOf(answer)).issues[0]?.path, `${path} ${name}`).to.equal(`query.${name}`)
      }
    }
  })

  it('XAPI-00021: a property that stands twice is refused, at any depth', async () => {
    const text = JSON.stringify(statement({ context: { extensions: { 'a:b': { c: 1 } } } }))
    const twice = [
      text.replace('"actor"', '"verb":{"id":"a:b"},"actor"'),
      text.replace('"mbox"', '"mbox":"mailto:b@example.org","mbox"'),
      text.replace('"c":1', '"c":1,"c":2'),
      text.replace('"c":1', '"c":1,"\\u0063":1'),
    ]
    for (const body of [...twice, `[${twice[0]}]`]) {
      const { issues } = await refusalOf(await post(body))
      expect(issues[0]?.requirement).to.include('XAPI-00021')
    }
  })

  it('XAPI-00015: what is not UTF-8 is refused, and what is comes back', async () => {
    const sent = statement({ result: { response: 'Öppna dörren 🚪 \u0000\ud800' } })
    expect((await post(sent)).status).to.equal(200)
    expect(await statementClient(server).read(sent.id)).to.deep.include({ result: sent.result })
    const latin1 = Buffer.from(JSON.stringify(statement({ result: { response: 'Öppna' } })), 'latin1')
    await refusalOf(await post(latin1))
  })

  it('XAPI-00182, XAPI-00326: a batch with one bad statement leaves everything as it was', async () => {
    const id = `https://example.org/activities/${uuid()}`
    const good = statement({ object: { id, definition: { name: { sv: 'Nej' } } } })
    for (const bad of [statement({ actor: {} }), null, 1, good]) {
      await refusalOf(await post([good, statement(), bad]))
      expect(await statementClient(server).read(good.id)).to.equal(undefined)
    }
    const request = { method: 'GET', path: 'activities', query: { activityId: id } }
    const activity = await sendXapi(server, request, headersIn(server, '2.0.0'))
    expect(await activity.json()).to.deep.equal({ objectType: 'Activity', id })
  })
})
