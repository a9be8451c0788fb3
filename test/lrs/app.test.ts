import { expect } from 'chai'
import type { Scope, XapiVersion } from '../../lrs/accounts/access.ts'
import { createCredential } from '../../lrs/accounts/credential.ts'
import { findOrCreateMunicipality } from '../../lrs/accounts/municipality.ts'
import { basic, startTestServer, type TestServer } from '../support/server.ts'
import { statement, uuid } from '../support/statement.ts'
import { statementClient } from '../support/statement-client.ts'

/** The headers of a new credential. */
async function credential(
  { lrs }: TestServer,
  {
    slug = 'demo',
    scopes = ['all'],
    defaultVersion = '2.0.0',
  }: { slug?: string; scopes?: Scope[]; defaultVersion?: XapiVersion },
): Promise<Record<string, string>> {
  const municipality = await findOrCreateMunicipality(lrs.connection, { slug, homePage: lrs.config.publicUrl })
  const { key, secret } = await createCredential(lrs.connection, { municipality, scopes, name: 'test', defaultVersion })
  return { ...basic(key, secret), 'X-Experience-API-Version': '2.0.0', 'Content-Type': 'application/json' }
}

describe('createApp', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  it('answers /health', async () => {
    const answer = await fetch(`${server.url}/health`)
    expect(answer.status).to.equal(200)
    expect(await answer.json()).to.deep.equal({ status: 'ok' })
  })

  it('tells nobody what it is made of', async () => {
    for (const path of ['/', '/health', '/xapi/about', '/nowhere']) {
      expect((await fetch(server.url + path)).headers.get('x-powered-by')).to.equal(null)
    }
  })

  it('answers programs with JSON and browsers with a page when there is nothing', async () => {
    const json = await fetch(`${server.url}/nowhere`)
    expect([json.status, (await json.json()) as unknown]).to.deep.equal([
      404,
      {
        error: 'not-found',
        message: 'There is nothing at /nowhere.',
        issues: [{ path: 'path', message: 'names nothing that is here', requirement: 'Communication 3.2' }],
      },
    ])
    const page = await fetch(`${server.url}/nowhere`, { headers: { Accept: 'text/html,application/xhtml+xml' } })
    expect(page.status).to.equal(404)
    expect(await page.text()).to.match(/<h1[^>]*>Sidan finns inte/)
    const xapi = await fetch(`${server.xapi}/nowhere`, { headers: { ...server.headers, Accept: 'text/html' } })
    expect(xapi.headers.get('content-type')).to.match(/^application\/json/)
  })

  it('hides what went wrong inside, and gives it a number', async () => {
    const broken = await startTestServer({ logLevel: 'silent' })
    const look = () => fetch(`${broken.xapi}/activities?activityId=https://example.org/a`, { headers: broken.headers })
    expect((await look()).status).to.equal(200)
    broken.lrs.connection.model('Activity').find = () => {
      throw new Error('secret detail')
    }
    const answer = await look()
    const body = (await answer.json()) as Record<string, unknown>
    expect(answer.status).to.equal(500)
    expect(body)
      .to.include({ error: 'internal' })
      .and.have.property('requestId')
      .that.matches(/^[0-9a-f-]{36}$/)
    expect(JSON.stringify(body)).not.to.include('secret detail')
    await broken.stop()
  })

  describe('/xapi/about', () => {
    it('lists the versions to anybody, in any version', async () => {
      for (const headers of [{}, { 'X-Experience-API-Version': '0.9' }, server.headers] as Record<string, string>[]) {
        const answer = await fetch(`${server.xapi}/about`, { headers })
        expect(await answer.json()).to.deep.equal({ version: ['1.0.3', '2.0.0'] })
        expect(answer.headers.get('x-experience-api-version')).to.equal('2.0.0')
      }
    })
  })

  describe('versions', () => {
    it('are answered exactly, whichever patch was asked for', async () => {
      for (const [asked, answered] of [
        ['1.0', '1.0.3'],
        ['1.0.1', '1.0.3'],
        ['2.0', '2.0.0'],
        ['2.0.5', '2.0.0'],
      ] as const) {
        const headers = { ...server.headers, 'X-Experience-API-Version': asked }
        const answer = await fetch(`${server.xapi}/statements`, { headers })
        expect([answer.status, answer.headers.get('x-experience-api-version')]).to.deep.equal([200, answered])
      }
    })

    it('are the credential’s own when a request names none', async () => {
      const { 'X-Experience-API-Version': _, ...headers } = await credential(server, { defaultVersion: '1.0.3' })
      const answer = await fetch(`${server.xapi}/statements`, { headers })
      expect([answer.status, answer.headers.get('x-experience-api-version')]).to.deep.equal([400, '1.0.3'])
    })

    it('decide what a statement may have', async () => {
      const { post } = statementClient(server)
      const agents = statement({
        context: { contextAgents: [{ objectType: 'contextAgent', agent: { mbox: 'mailto:a@example.org' } }] },
      })
      expect((await post(agents, { 'X-Experience-API-Version': '1.0.3' })).status).to.equal(400)
      expect((await post(agents)).status).to.equal(200)
    })

    it('do not change what is read', async () => {
      const client = statementClient(server)
      const sent = statement({ version: '2.0.0' })
      await client.post(sent)
      const answer = await client.get({ statementId: String(sent.id) }, { 'X-Experience-API-Version': '1.0.3' })
      expect(await answer.json()).to.deep.include(sent)
    })
  })

  describe('other origins', () => {
    it('may ask beforehand without credentials', async () => {
      for (const path of ['/statements', '/activities/state', '/agents/profile', '/about']) {
        const answer = await fetch(server.xapi + path, {
          method: 'OPTIONS',
          headers: { Origin: 'https://lms.example.org', 'Access-Control-Request-Method': 'PUT' },
        })
        expect(answer.status, path).to.equal(204)
        expect(answer.headers.get('access-control-allow-origin')).to.equal('*')
        expect(answer.headers.get('access-control-allow-methods')).to.include('PUT').and.include('DELETE')
        for (const name of ['Authorization', 'Content-Type', 'X-Experience-API-Version', 'If-Match', 'If-None-Match']) {
          expect(answer.headers.get('access-control-allow-headers')).to.include(name)
        }
        expect(answer.headers.get('x-experience-api-version')).to.equal('2.0.0')
      }
    })

    it('may read the headers that xAPI needs, on refusals too', async () => {
      for (const headers of [server.headers, {}] as Record<string, string>[]) {
        const answer = await fetch(`${server.xapi}/statements`, { headers })
        expect(answer.headers.get('access-control-allow-origin')).to.equal('*')
        for (const name of [
          'ETag',
          'Last-Modified',
          'X-Experience-API-Version',
          'X-Experience-API-Consistent-Through',
        ]) {
          expect(answer.headers.get('access-control-expose-headers')).to.include(name)
        }
      }
    })
  })

  describe('credentials', () => {
    const tries: [scope: Scope, method: string, path: string, allowed: boolean][] = [
      ['all', 'POST', '/statements', true],
      ['all', 'GET', '/statements', true],
      ['all/read', 'GET', '/statements', true],
      ['all/read', 'HEAD', '/statements', true],
      ['all/read', 'POST', '/statements', false],
      ['statements/write', 'POST', '/statements', true],
      ['statements/write', 'GET', '/statements', false],
      ['statements/write', 'GET', '/activities/state', false],
      ['statements/read', 'GET', '/statements', true],
      ['statements/read', 'PUT', '/statements', false],
      ['state', 'GET', '/statements', false],
      ['state', 'GET', '/activities/state', true],
      ['state', 'GET', '/agents/profile', false],
      ['profile', 'GET', '/agents/profile', true],
      ['all/read', 'DELETE', '/activities/state', false],
    ]
    for (const [scope, method, path, allowed] of tries) {
      it(`with the scope ${scope} ${allowed ? 'may' : 'may not'} ${method} ${path}`, async () => {
        const answer = await fetch(server.xapi + path, {
          method,
          headers: await credential(server, { scopes: [scope] }),
          ...(method === 'POST' && { body: JSON.stringify(statement()) }),
        })
        if (allowed) expect(answer.status).not.to.equal(403)
        else expect(answer.status).to.equal(403)
        if (!allowed) expect(await answer.json()).to.have.nested.property('issues[0].path', 'header.Authorization')
      })
    }

    it('reach their own municipality only', async () => {
      const own = statementClient(server)
      const headers = await credential(server, { slug: 'other' })
      const sent = statement()
      await own.post(sent)
      const read = (query: Record<string, string>) =>
        fetch(`${server.xapi}/statements?${new URLSearchParams(query)}`, { headers })
      expect((await read({ statementId: String(sent.id) })).status).to.equal(404)
      expect(await (await read({})).json()).to.deep.equal({ statements: [], more: '' })
      await own.post([statement(), statement()])
      const { more } = await own.find({ limit: '1' })
      const foreign = await fetch(server.url + more, { headers })
      expect(JSON.stringify(await foreign.json())).not.to.include('"actor"')
      const same = await fetch(`${server.xapi}/statements`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ ...sent, verb: { id: 'a:b' } }),
      })
      expect(same.status).to.equal(200)
      expect(await own.read(sent.id)).to.deep.include(sent)
    })
  })

  describe('the rate limit', () => {
    it('counts each credential for itself and says when to come back', async () => {
      const limited = await startTestServer({ rateLimit: 3 })
      const get = (headers: Record<string, string>) =>
        fetch(`${limited.xapi}/statements?statementId=${uuid()}`, { headers })
      const statuses: number[] = []
      let refused: Response | undefined
      // enough for one of two minutes of the clock to overflow
      for (let count = 0; count < 8 && !refused; count += 1) {
        const answer = await get(limited.headers)
        statuses.push(answer.status)
        if (answer.status === 429) refused = answer
      }
      expect(statuses.slice(0, 3)).to.deep.equal([404, 404, 404])
      expect(Number(refused?.headers.get('retry-after'))).to.be.within(1, 60)
      expect(await refused?.json()).to.have.property('error', 'too-many-requests')
      expect((await get(await credential(limited, {}))).status).to.equal(404)
      await limited.stop()
    })
  })
})
