import { expect } from 'chai'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { agent, type Json, statement, uuid } from '../../support/statement.ts'
import { type StatementClient, statementClient } from '../../support/statement-client.ts'

const isoInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const idsOf = ({ statements }: { statements: Json[] }) => statements.map(({ id }) => id)

describe('the Statements resource', () => {
  let server: TestServer
  let client: StatementClient
  before(async () => {
    server = await startTestServer()
    client = statementClient(server)
  })
  after(() => server.stop())

  describe('POST', () => {
    it('stores a statement and answers its id', async () => {
      const sent = statement({ result: { response: 'åäö' } })
      const answer = await client.post(sent)
      expect(answer.status).to.equal(200)
      expect(await answer.json()).to.deep.equal([sent.id])
      const { stored, authority, version, ...rest } = (await client.read(sent.id)) ?? {}
      expect(rest).to.deep.equal(sent)
      expect(stored).to.match(isoInstant)
      expect(version).to.equal('2.0.0')
      expect(authority).to.deep.equal({ objectType: 'Agent', account: { homePage: server.url, name: server.key } })
    })

    it('answers the ids of a batch in its order', async () => {
      const batch = [statement(), statement({ id: undefined }), statement()]
      const ids = (await (await client.post(batch)).json()) as string[]
      expect(ids).to.have.length(3)
      expect([ids[0], ids[2]]).to.deep.equal([batch[0]?.id, batch[2]?.id])
      expect(await client.read(ids[1])).to.have.property('id', ids[1])
    })

    it('stores nothing of a batch with one invalid statement', async () => {
      const good = [statement(), statement()]
      const answer = await client.post([good[0], statement({ actor: {} }), good[1]])
      expect(answer.status).to.equal(400)
      expect(await answer.json()).to.have.nested.property('issues[0].path', '[1].actor')
      for (const { id } of good) expect(await client.read(id)).to.equal(undefined)
    })

    it('refuses a batch in which an id comes twice', async () => {
      const one = statement()
      expect((await client.post([one, one])).status).to.equal(400)
      expect(await client.read(one.id)).to.equal(undefined)
    })

    it('takes the same statement again, and refuses another with its id', async () => {
      const sent = statement({ timestamp: undefined })
      await client.post(sent)
      const stored = await client.read(sent.id)
      expect((await client.post(sent)).status).to.equal(200)
      expect((await client.post(stored)).status).to.equal(200)
      const answer = await client.post([statement(), { ...sent, verb: { id: 'https://example.org/other' } }])
      expect(answer.status).to.equal(409)
      expect(await answer.json()).to.have.property('error', 'conflict')
      expect(await client.read(sent.id)).to.deep.equal(stored)
    })

    it('takes an empty batch', async () => {
      expect(await (await client.post([])).json()).to.deep.equal([])
    })

    it('takes parameters in its Content-Type', async () => {
      const answer = await client.post(statement(), { 'Content-Type': 'Application/JSON; charset=utf-8' })
      expect(answer.status).to.equal(200)
    })

    it('takes no parameters', async () => {
      const answer = await fetch(`${server.xapi}/statements?statementId=${uuid()}`, {
        method: 'POST',
        headers: server.headers,
        body: JSON.stringify(statement()),
      })
      expect(answer.status).to.equal(400)
    })
  })

  describe('PUT', () => {
    it('stores a statement under the id of the address', async () => {
      const [withId, without] = [statement(), statement({ id: undefined })]
      expect((await client.put(String(withId.id), withId)).status).to.equal(204)
      const id = uuid()
      expect((await client.put(id, without)).status).to.equal(204)
      expect(await client.read(withId.id)).to.have.property('id', withId.id)
      expect(await client.read(id)).to.have.property('id', id)
    })

    it('refuses another id in the statement', async () => {
      const answer = await client.put(uuid(), statement())
      expect(answer.status).to.equal(400)
      expect(await answer.json()).to.have.nested.property('issues[0].path', 'statement.id')
    })

    it('refuses an array, and an address without id', async () => {
      expect((await client.put(uuid(), [statement()])).status).to.equal(400)
      const answer = await fetch(`${server.xapi}/statements`, {
        method: 'PUT',
        headers: server.headers,
        body: JSON.stringify(statement()),
      })
      expect(await answer.json()).to.have.nested.property('issues[0].path', 'query.statementId')
    })

    it('refuses another statement with an id that is there', async () => {
      const sent = statement()
      await client.post(sent)
      expect((await client.put(String(sent.id), sent)).status).to.equal(204)
      expect((await client.put(String(sent.id), { ...sent, actor: agent('b') })).status).to.equal(409)
    })
  })

  describe('GET', () => {
    it('answers a single statement with Last-Modified', async () => {
      const sent = statement()
      await client.post(sent)
      const answer = await client.get({ statementId: String(sent.id).toUpperCase() })
      const { stored } = (await answer.json()) as { stored: string }
      expect(answer.headers.get('content-type')).to.match(/^application\/json/)
      expect(Date.parse(answer.headers.get('last-modified') ?? '')).to.equal(
        Math.floor(Date.parse(stored) / 1000) * 1000,
      )
      expect(answer.headers.get('etag')).to.equal(null)
    })

    it('answers 404 for an id that is not there', async () => {
      const answer = await client.get({ statementId: uuid() })
      expect(answer.status).to.equal(404)
      expect(await answer.json()).to.have.nested.property('issues[0].path', 'query.statementId')
    })

    it('answers a voided statement by voidedStatementId only', async () => {
      const [target, other] = [statement(), statement()]
      const voiding = statement({
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
        object: { objectType: 'StatementRef', id: target.id },
      })
      await client.post([target, other, voiding])
      expect(await client.read(target.id)).to.equal(undefined)
      const answer = await client.get({ voidedStatementId: String(target.id) })
      expect(await answer.json()).to.have.property('id', target.id)
      expect((await client.get({ voidedStatementId: String(other.id) })).status).to.equal(404)
    })

    it('finds by agent, verb, activity and registration', async () => {
      const registration = uuid()
      const verb = { id: 'https://example.org/verbs/found' }
      const object = { id: `https://example.org/activities/${uuid()}` }
      const sent = statement({ actor: agent('found'), verb, object, context: { registration } })
      await client.post([sent, statement()])
      for (const filter of [
        { agent: JSON.stringify(agent('found')) },
        { verb: verb.id },
        { activity: object.id },
        { registration: registration.toUpperCase() },
      ] as Record<string, string>[]) {
        expect(idsOf(await client.find(filter)), JSON.stringify(filter)).to.deep.equal([sent.id])
      }
      expect(await client.find({ verb: 'https://example.org/verbs/none' })).to.deep.equal({ statements: [], more: '' })
    })

    it('finds by since, until and ascending', async () => {
      const verb = { id: `https://example.org/verbs/${uuid()}` }
      const batches = [statement({ verb }), statement({ verb })]
      for (const one of batches) await client.post(one)
      const [first, second] = batches.map(({ id }) => id)
      const stored = String((await client.read(first))?.stored)
      expect(idsOf(await client.find({ verb: verb.id }))).to.deep.equal([second, first])
      expect(idsOf(await client.find({ verb: verb.id, ascending: 'true' }))).to.deep.equal([first, second])
      expect(idsOf(await client.find({ verb: verb.id, until: stored }))).to.include(first)
      expect(idsOf(await client.find({ verb: verb.id, since: stored }))).not.to.include(first)
    })

    it('returns the formats ids and canonical', async () => {
      const display = { sv: 'svarade', en: 'answered' }
      const sent = statement({
        verb: { id: 'https://example.org/v', display },
        actor: { name: 'Anna', ...agent('anna') },
      })
      await client.post(sent)
      const statementId = String(sent.id)
      expect(await (await client.get({ statementId, format: 'ids' })).json()).to.deep.include({
        verb: { id: 'https://example.org/v' },
        actor: agent('anna'),
      })
      const canonical = await client.get({ statementId, format: 'canonical' }, { 'Accept-Language': 'en-GB, en;q=0.9' })
      expect(await canonical.json()).to.deep.include({
        verb: { id: 'https://example.org/v', display: { en: 'answered' } },
        actor: sent.actor,
      })
      const page = await client.find({ verb: 'https://example.org/v', format: 'ids' })
      expect(page.statements[0]?.verb).to.deep.equal({ id: 'https://example.org/v' })
    })

    it('answers attachments=true as multipart, the statements first', async () => {
      const sent = statement()
      await client.post(sent)
      const answer = await client.get({ statementId: String(sent.id), attachments: 'true' })
      const boundary = /^multipart\/mixed; boundary=(.+)$/.exec(answer.headers.get('content-type') ?? '')?.[1]
      const [before, part, end] = (await answer.text()).split(`--${boundary}`)
      expect([before, end]).to.deep.equal(['', '--\r\n'])
      const [head, json] = part?.split('\r\n\r\n') ?? []
      expect(head).to.equal('\r\nContent-Type: application/json')
      expect(JSON.parse(json ?? '')).to.have.property('id', sent.id)
    })

    it('refuses unknown parameters with their path', async () => {
      const answer = await client.get({ colour: 'red' })
      expect(answer.status).to.equal(400)
      expect(await answer.json())
        .to.have.nested.property('issues[0]')
        .that.deep.equals({
          path: 'query.colour',
          message: 'is not a parameter of this request',
          requirement: 'Communication 3.2 (XAPI-00324)',
        })
    })
  })

  describe('HEAD', () => {
    it('answers as GET does, without a body', async () => {
      const sent = statement()
      await client.post(sent)
      for (const query of [`statementId=${sent.id}`, 'limit=1', 'colour=red', `statementId=${uuid()}`]) {
        const [head, get] = await Promise.all(
          ['HEAD', 'GET'].map((method) =>
            fetch(`${server.xapi}/statements?${query}`, { method, headers: server.headers }),
          ),
        )
        expect(head?.status, query).to.equal(get?.status)
        expect(await head?.text()).to.equal('')
        for (const name of ['content-type', 'content-length', 'last-modified', 'x-experience-api-version']) {
          expect(head?.headers.get(name), `${query} ${name}`).to.equal(get?.headers.get(name))
        }
      }
    })
  })

  it('says what it does not do', async () => {
    const answer = await fetch(`${server.xapi}/statements`, { method: 'DELETE', headers: server.headers })
    expect(answer.status).to.equal(405)
    expect(answer.headers.get('allow')).to.include('PUT')
  })

  it('names on every answer up to when all can be found', async () => {
    const address = `${server.xapi}/statements`
    const before = Date.now()
    const answers = [
      await client.post(statement()),
      await client.put(uuid(), statement({ id: undefined })),
      await client.get(),
      await client.get({ statementId: uuid() }),
      await client.get({ colour: 'red' }),
      await client.post('not json'),
      await fetch(address),
      await fetch(address, { headers: { Authorization: server.headers.Authorization ?? '' } }),
      await fetch(address, { method: 'DELETE', headers: server.headers }),
      await fetch(address, { method: 'HEAD', headers: server.headers }),
      await client.post('x'.repeat(server.lrs.config.limits.body + 1)),
    ]
    for (const answer of answers) {
      const through = answer.headers.get('x-experience-api-consistent-through') ?? ''
      expect(through, String(answer.status)).to.match(isoInstant)
      expect(Date.parse(through)).to.be.within(before - 1000, Date.now())
    }
    expect(answers.map(({ status }) => status)).to.deep.equal([200, 204, 200, 404, 400, 400, 401, 400, 405, 200, 413])
  })

  it('never stores at an instant for which it has promised that all can be found', async () => {
    for (let round = 0; round < 30; round += 1) {
      const through = (await client.get({ limit: '1' })).headers.get('x-experience-api-consistent-through') ?? ''
      const sent = statement()
      await client.post(sent)
      expect(String((await client.read(sent.id))?.stored) > through).to.equal(true)
    }
  })
})
