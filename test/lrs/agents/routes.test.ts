import { expect } from 'chai'
import { withCredential } from '../../support/credential.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { agent, type Json, statement } from '../../support/statement.ts'
import { statementClient } from '../../support/statement-client.ts'

describe('the Agents resource', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  const ask = (query: Record<string, string>, from: TestServer = server, method = 'GET') =>
    fetch(`${server.xapi}/agents?${new URLSearchParams(query)}`, { method, headers: from.headers })
  const get = async (who: Json, from: TestServer = server) =>
    (await (await ask({ agent: JSON.stringify(who) }, from)).json()) as Json

  it('answers an agent that it does not know as a person (XAPI-00247)', async () => {
    const account = { homePage: 'https://example.org', name: 'okänd' }
    expect(await get({ account, name: 'O' })).to.deep.equal({ objectType: 'Person', name: ['O'], account: [account] })
    expect(await get(agent('okänd'))).to.deep.equal({ objectType: 'Person', mbox: ['mailto:okänd@example.org'] })
  })

  it('has the names that statements give the agent (XAPI-00248)', async () => {
    const called = (name: string) => ({ ...agent('anna'), name })
    const team = { objectType: 'Group', member: [called('Anna A'), { ...agent('bo'), name: 'Bo' }] }
    await statementClient(server).post([
      statement({ actor: called('Anna') }),
      statement({ object: { objectType: 'Agent', ...called('A. Andersson') } }),
      statement({ actor: team }),
    ])
    const person = await get(agent('anna'))
    expect(person.name).to.have.members(['Anna', 'A. Andersson', 'Anna A'])
    expect(person).to.deep.include({ objectType: 'Person', mbox: ['mailto:anna@example.org'] })
  })

  it('gives names to nobody who may not read those statements', async () => {
    const who = { ...agent('dold'), name: 'Dold' }
    await statementClient(server).post(statement({ actor: who }))
    const own = await withCredential(server, { scopes: ['statements/write', 'statements/read/mine'] })
    const profile = await withCredential(server, { scopes: ['profile'] })
    const neighbour = await withCredential(server, { scopes: ['all'], municipality: 'grannby' })
    for (const other of [own, profile, neighbour]) expect(await get(agent('dold'), other)).not.to.have.property('name')
    await statementClient(own).post(statement({ actor: { ...who, name: 'Egen' } }))
    expect(await get(agent('dold'), own)).to.deep.include({ name: ['Egen'] })
    expect(
      (await ask({ agent: JSON.stringify(who) }, await withCredential(server, { scopes: ['state'] }))).status,
    ).to.equal(403)
  })

  it('answers HEAD as GET, with an ETag', async () => {
    const query = { agent: JSON.stringify(agent('huvud')) }
    const [head, whole] = [await ask(query, server, 'HEAD'), await ask(query)]
    expect([head.status, await head.text()]).to.deep.equal([200, ''])
    for (const name of ['content-type', 'content-length', 'etag']) {
      expect(head.headers.get(name)).to.equal(whole.headers.get(name)).and.not.to.equal(null)
    }
  })

  it('refuses what is no agent, a missing or unknown parameter, and other methods (XAPI-00249)', async () => {
    const group = { objectType: 'Group', ...agent('grupp') }
    const people = [
      '{',
      '""',
      'null',
      '[]',
      '{}',
      JSON.stringify({ name: 'A' }),
      JSON.stringify(group),
      '{"mbox":"a@b.c"}',
    ]
    const queries: Record<string, string>[] = [{}, { agent: '' }, { Agent: JSON.stringify(agent('a')) }]
    queries.push({ agent: JSON.stringify(agent('a')), x: '1' }, ...people.map((text) => ({ agent: text })))
    for (const query of queries) {
      const answer = await ask(query)
      expect(answer.status, JSON.stringify(query)).to.equal(400)
      expect(await answer.json())
        .to.have.nested.property('issues[0].path')
        .that.matches(/^query\./)
    }
    for (const method of ['PUT', 'POST', 'DELETE']) {
      expect((await ask({ agent: JSON.stringify(agent('a')) }, server, method)).status).to.equal(405)
    }
  })
})
