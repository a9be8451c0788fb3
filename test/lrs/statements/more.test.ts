import { expect } from 'chai'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { type Json, statement, uuid } from '../../support/statement.ts'
import { type StatementClient, type StatementResult, statementClient } from '../../support/statement-client.ts'

/** Sends so many statements with a verb of their own and returns it with their ids. */
async function send(client: StatementClient, count: number): Promise<{ verb: string; ids: unknown[] }> {
  const verb = `https://example.org/verbs/${uuid()}`
  const batch = Array.from({ length: count }, () => statement({ verb: { id: verb, display: { sv: 'x', en: 'y' } } }))
  await client.post(batch)
  return { verb, ids: batch.map(({ id }) => id) }
}

async function readAll(
  client: StatementClient,
  first: StatementResult,
  between?: () => Promise<unknown>,
): Promise<Json[]> {
  const all = [...first.statements]
  for (let { more } = first; more !== ''; ) {
    await between?.()
    const page = await client.follow(more)
    all.push(...page.statements)
    more = page.more
  }
  return all
}

describe('more', () => {
  let server: TestServer
  let client: StatementClient
  before(async () => {
    server = await startTestServer()
    client = statementClient(server)
  })
  after(() => server.stop())

  it('is a relative address with the whole path, and empty on the last page', async () => {
    const { verb } = await send(client, 3)
    const first = await client.find({ verb, limit: '2' })
    expect(first.more).to.match(/^\/xapi\/statements\?more=[\w-]+$/)
    const second = await client.follow(first.more)
    expect(second.statements).to.have.length(1)
    expect(second.more).to.equal('')
    expect((await client.find({ verb, limit: '3' })).more).to.equal('')
  })

  it('shows every statement once while others are being stored, newest first and oldest first', async () => {
    for (const ascending of ['false', 'true']) {
      const { verb, ids } = await send(client, 7)
      const first = await client.find({ verb, limit: '2', ascending })
      const another = () => client.post(statement({ verb: { id: verb } }))
      const shown = (await readAll(client, first, another)).map(({ id }) => id)
      expect(shown).to.deep.equal(ascending === 'true' ? ids : ids.toReversed())
    }
  })

  it('carries the format and the filters of the query', async () => {
    const { verb } = await send(client, 5)
    await send(client, 5)
    const all = await readAll(client, await client.find({ verb, limit: '2', format: 'ids' }))
    expect(all).to.have.length(5)
    for (const one of all) expect(one.verb).to.deep.equal({ id: verb })
  })

  it('works after a restart', async () => {
    const { verb, ids } = await send(client, 5)
    const first = await client.find({ verb, limit: '2' })
    server = await server.restart()
    client = statementClient(server)
    expect((await readAll(client, first)).map(({ id }) => id)).to.deep.equal(ids.toReversed())
  })

  it('limits a page to what the server allows', async () => {
    const small = await startTestServer({ limits: { ...server.lrs.config.limits, page: 3 } })
    const other = statementClient(small)
    const { verb } = await send(other, 4)
    for (const limit of ['0', '100']) expect((await other.find({ verb, limit })).statements).to.have.length(3)
    await small.stop()
  })

  it('has the path of a server behind a proxy', async () => {
    const behind = await startTestServer({ publicUrl: 'https://lots.example.org/lrs' })
    const other = statementClient(behind)
    const { verb } = await send(other, 2)
    expect((await other.find({ verb, limit: '1' })).more).to.match(/^\/lrs\/xapi\/statements\?more=/)
    await behind.stop()
  })

  it('refuses what it never gave', async () => {
    const forged = (text: string) => Buffer.from(text).toString('base64url')
    for (const more of [
      'x',
      '%00',
      forged('1.2?'),
      forged('1.1.1?since=never'),
      forged('1.1.1?more=x'),
      forged('a?limit=1'),
      forged('9.9.9?limit=1'),
    ]) {
      const answer = await fetch(`${server.xapi}/statements?more=${more}`, { headers: server.headers })
      expect(answer.status, more).to.equal(400)
    }
  })

  it('refuses another parameter beside it', async () => {
    const { verb } = await send(client, 2)
    const { more } = await client.find({ verb, limit: '1' })
    const answer = await fetch(`${server.url}${more}&limit=1`, { headers: server.headers })
    expect(answer.status).to.equal(400)
  })
})
