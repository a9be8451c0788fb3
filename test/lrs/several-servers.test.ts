import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { expect } from 'chai'
import { type FerretDb, startFerretDb } from '../support/ferretdb.ts'
import { basic } from '../support/server.ts'
import { agent, type Json, statement } from '../support/statement.ts'

const clients = 10
const requests = 6
const key = 'several'
const secret = 'secret-of-several-servers'
const headers = { ...basic(key, secret), 'X-Experience-API-Version': '2.0.0', 'Content-Type': 'application/json' }

/** One request to store statements, and how it was answered. */
interface Entry {
  statements: Json[]
  conflicting: boolean
  status: number
}

describe('three servers on one MongoDB', () => {
  let database: FerretDb
  const servers: ChildProcess[] = []
  const urls: string[] = []

  before(async function () {
    database = await startFerretDb(this)
    const url = database.newDatabase()
    urls.push(...(await Promise.all([start(url), start(url), start(url)])))
  })
  after(async () => {
    const exits = servers.map((server) => once(server, 'exit'))
    for (const server of servers) server.kill('SIGTERM')
    await Promise.all(exits)
    await database?.stop()
  })

  async function start(databaseUrl: string): Promise<string> {
    const settings = { PORT: '0', DATABASE_URL: databaseUrl, XAPI_KEY: key, XAPI_SECRET: secret, LOG_LEVEL: 'error' }
    const server = spawn(process.execPath, [join(import.meta.dirname, '../support/stand-in-server.ts')], {
      env: { ...process.env, ...settings, PUBLIC_URL: 'http://127.0.0.1:8080' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    servers.push(server)
    for await (const line of createInterface(server.stdout)) {
      const url = /^Ready: (\S+)/.exec(line)?.[1]
      if (url) return url
    }
    throw new Error('a server ended before it was ready')
  }

  /** All name the same few activities and agents, and define the activities. */
  function named(client: number, index: number): Json {
    const number = (client + index) % 3
    return statement({
      id: crypto.randomUUID(),
      actor: agent(`lots${number}`),
      object: { id: `https://example.org/activities/${number}`, definition: { name: { sv: `Fråga ${number}` } } },
      result: { response: `${client}.${index}` },
    })
  }

  async function post(url: string, statements: Json[]): Promise<number> {
    const [first, ...others] = statements
    const put = others.length === 0 && Math.random() < 0.5
    const answer = await fetch(`${url}/xapi/statements${put ? `?statementId=${first?.id}` : ''}`, {
      method: put ? 'PUT' : 'POST',
      headers,
      body: JSON.stringify(others.length === 0 ? first : statements),
    })
    await answer.text()
    return answer.status
  }

  /** New ones by themselves and in batches, each to two servers at once; known ones again, as they were and as others. */
  async function write(client: number, ledger: Entry[]): Promise<void> {
    for (let index = 0; index < requests; index++) {
      const [url = '', another = ''] = [0, 1].map((more) => urls[(client + index + more) % urls.length])
      const fresh = Array.from({ length: index % 2 === 0 ? 1 : 5 }, (_, place) => named(client, index * 10 + place))
      const known = ledger.findLast(({ status, conflicting }) => status === 200 && !conflicting)?.statements ?? []
      const changed = known.slice(0, 1).map((one) => ({ ...one, result: { response: `annat ${client}.${index}` } }))
      await Promise.all([
        send(ledger, { url, statements: fresh }),
        send(ledger, { url: another, statements: fresh }),
        send(ledger, { url, statements: [...known.slice(0, 2), named(client, index * 10 + 9)] }),
        ...changed.map((one) => send(ledger, { url, statements: [one], conflicting: true })),
      ])
    }
  }

  async function send(
    ledger: Entry[],
    sent: { url: string; statements: Json[]; conflicting?: boolean },
  ): Promise<void> {
    const { url, statements, conflicting = false } = sent
    const entry = { statements, conflicting, status: 0 }
    ledger.push(entry)
    entry.status = await post(url, statements)
  }

  async function stored(url: string, query = ''): Promise<Json[]> {
    const found: Json[] = []
    for (let path = `/xapi/statements?limit=500${query}`; path; ) {
      const page = await (await fetch(url + path, { headers })).json()
      found.push(...page.statements)
      path = page.more
    }
    return found
  }

  it('take what ten clients send at once, duplicates too, and answer nothing but yes or 409', async function () {
    this.timeout(120_000)
    const ledger: Entry[] = []
    await Promise.all(Array.from({ length: clients }, (_, client) => write(client, ledger)))

    const refused = ledger.filter(({ conflicting }) => conflicting)
    const taken = ledger.filter(({ conflicting }) => !conflicting)
    expect([...new Set(refused.map(({ status }) => status))]).to.deep.equal([409])
    expect([...new Set(taken.map(({ status }) => status))].sort()).to.deep.equal([200, 204])

    const found = await stored(urls[0] ?? '')
    const texts = new Map(found.map((one) => [one.id, (one.result as Json).response]))
    expect(texts.size, 'none twice').to.equal(found.length)
    for (const { id, result } of taken.flatMap(({ statements }) => statements)) {
      expect(texts.get(id), 'acknowledged and stored').to.equal((result as Json).response)
    }
    const sent = new Set(taken.flatMap(({ statements }) => statements.map(({ id }) => id)))
    expect(new Set(texts.keys()), 'nothing else').to.deep.equal(sent)

    const order = found.map(({ id }) => id)
    for (const url of urls) expect((await stored(url)).map(({ id }) => id)).to.deep.equal(order)
    const byAgent = await Promise.all(
      [0, 1, 2].map((number) => stored(urls[number] ?? '', `&agent=${JSON.stringify(agent(`lots${number}`))}`)),
    )
    expect(byAgent.flat()).to.have.length(found.length)
  })
})
