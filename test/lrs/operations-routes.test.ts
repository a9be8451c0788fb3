import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { embeddedFolder } from '../../lrs/storage/connection.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { skip } from '../support/skip.ts'
import { statement } from '../support/statement.ts'
import { statementClient } from '../support/statement-client.ts'

const token = 'token-of-the-watchers'

describe('operationsRoutes', () => {
  let server: TestServer
  let folder: string
  beforeEach(async () => {
    server = await startTestServer({ logLevel: 'silent', metricsToken: token })
    folder = embeddedFolder(server.lrs.config.databaseUrl) ?? ''
  })
  afterEach(() => server.stop())

  describe('/health', () => {
    const health = async () => {
      const answer = await fetch(`${server.url}/health`)
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
    }

    it('is ok while the store answers, and says no more', async () => {
      expect(await health()).to.deep.equal({ status: 200, body: { status: 'ok' } })
    })

    it('writes nothing', async () => {
      const sizes = server.lrs.storage.measures()
      await health()
      expect(server.lrs.storage.measures()).to.deep.equal(sizes)
    })

    const unwell: [what: string, harm: () => void, words: RegExp][] = [
      [
        'its file is moved away',
        () => renameSync(join(folder, 'lrs.sqlite'), join(folder, 'moved')),
        /moved, removed or/,
      ],
      [
        'its file is replaced',
        () => {
          renameSync(join(folder, 'lrs.sqlite'), join(folder, 'moved'))
          writeFileSync(join(folder, 'lrs.sqlite'), '')
        },
        /moved, removed or replaced/,
      ],
      [
        'its lock is removed, so that a second server could come',
        () => rmSync(join(folder, 'server.lock')),
        /lock file was removed/,
      ],
      [
        'its folder is removed',
        () => {
          rmSync(folder, { recursive: true })
          mkdirSync(folder)
        },
        /moved, removed or replaced/,
      ],
    ]
    for (const [what, harm, words] of unwell)
      it(`is 503 with the reason when ${what}`, async () => {
        harm()
        const { status, body } = await health()
        expect(status).to.equal(503)
        expect(body).to.include({ error: 'unavailable' }).and.have.property('message').that.matches(words)
        expect(JSON.stringify(body), 'no path of the machine').not.to.include(folder)
      })
  })

  describe('/metrics', () => {
    const read = async (headers: Record<string, string> = {}, url = server.url) => {
      const answer = await fetch(`${url}/metrics`, { headers })
      return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
    }
    const value = (text: string, name: string, labels: Record<string, string> = {}) => {
      const line = text.split('\n').find((line) => {
        const isIt = line.startsWith(`${name}{`) || line.startsWith(`${name} `)
        return isIt && Object.entries(labels).every(([label, text]) => line.includes(`${label}="${text}"`))
      })
      return line === undefined ? undefined : Number(line.slice(line.lastIndexOf(' ')))
    }

    it('counts requests by the template of their route and the class of their status', async () => {
      const client = statementClient(server)
      const sent = statement()
      await client.post([sent, statement()])
      await client.post({ no: 'statement' })
      await client.read(sent.id)
      await client.read(sent.id)
      await fetch(`${server.url}/kurs/a-secret-link`)
      await fetch(`${server.url}/nowhere/at/all`)
      const { text, type } = await read()
      expect(type).to.match(/^text\/plain; version=0\.0\.4/)
      const count = (method: string, route: string, status: string) =>
        value(text, 'http_request_duration_seconds_count', { method, route, status })
      expect(count('POST', '/xapi/statements', '2xx')).to.equal(1)
      expect(count('POST', '/xapi/statements', '4xx'), 'its place survives an error').to.equal(1)
      expect(count('GET', '/xapi/statements', '2xx')).to.equal(2)
      expect(count('GET', '/kurs/:link', '4xx')).to.equal(1)
      expect(count('GET', 'none', '4xx')).to.equal(1)
      expect(text).not.to.match(/a-secret-link|nowhere|demo/)
      expect(
        value(text, 'http_request_duration_seconds_bucket', { le: '+Inf', method: 'POST', status: '2xx' }),
      ).to.equal(1)
    })

    it('counts the statements that were stored, each once', async () => {
      const client = statementClient(server)
      const sent = statement()
      await client.post([sent, statement()])
      await client.post(sent)
      await client.post([statement(), { no: 'statement' }])
      expect(value((await read()).text, 'lrs_statements_stored_total')).to.equal(2)
    })

    it('tells the sizes of the store, the writes that wait, and how the process is', async () => {
      await statementClient(server).post(statement())
      const { text } = await read()
      expect(value(text, 'lrs_writes_waiting')).to.equal(0)
      expect(value(text, 'lrs_store_bytes')).to.be.at.least(4096)
      expect(value(text, 'lrs_store_log_bytes')).to.be.above(4096)
      expect(value(text, 'process_resident_memory_bytes')).to.be.above(1e6)
    })

    it('is for this machine alone, and not for whoever comes through a proxy on it', async () => {
      expect((await read()).status).to.equal(200)
      for (const header of ['X-Forwarded-For', 'Forwarded', 'Via']) {
        expect((await read({ [header]: 'for=203.0.113.7' })).status, header).to.equal(404)
      }
    })

    it('is for others who have the token', async () => {
      const proxied = { 'X-Forwarded-For': '203.0.113.7' }
      expect((await read({ ...proxied, Authorization: `Bearer ${token}` })).status).to.equal(200)
      expect((await read({ ...proxied, Authorization: 'Bearer token-of-somebody-else' })).status).to.equal(404)
      expect((await read({ ...proxied, Authorization: 'Bearer' })).status).to.equal(404)
    })

    it('is for nobody else where there is no token', async () => {
      const closed = await startTestServer({ logLevel: 'silent' })
      const answer = await read({ 'X-Forwarded-For': '203.0.113.7', Authorization: 'Bearer ' }, closed.url)
      await closed.stop()
      expect(answer.status).to.equal(404)
    })

    it('is closed to another address of the same machine', async function () {
      const others = Object.values(networkInterfaces()).flat()
      const address = others.find((one) => one?.family === 'IPv4' && !one.internal)?.address
      if (address === undefined) return skip(this, 'this machine has no address but loopback')
      const open = await startTestServer({ logLevel: 'silent', host: '0.0.0.0' })
      const answer = await read({}, `http://${address}:${open.lrs.config.port}`)
      await open.stop()
      expect(answer.status).to.equal(404)
    })
  })
})
