import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { temporaryFolder } from '../support/folder.ts'
import { basic } from '../support/server.ts'
import { agent, statement } from '../support/statement.ts'

const kills = 20
const writers = 4
const key = 'ledger'
const secret = 'secret-of-the-ledger'
const headers = { ...basic(key, secret), 'X-Experience-API-Version': '2.0.0', 'Content-Type': 'application/json' }

/** One request to store statements, as its sender knows it. */
interface Entry {
  ids: string[]
  outcome: 'acknowledged' | 'unanswered' | `status ${number}`
}

describe('the server, killed at any moment', () => {
  const folder = temporaryFolder()
  let server: ChildProcess | undefined

  after(() => {
    server?.kill('SIGKILL')
    folder.remove()
  })

  /** Starts the server as its own process and gives its address. The cache only saves time: a start compiles nothing anew. */
  async function start(): Promise<string> {
    const env = {
      ...process.env,
      PORT: '0',
      DATABASE_URL: `embedded:${join(folder.path, 'data')}`,
      XAPI_KEY: key,
      XAPI_SECRET: secret,
      NODE_COMPILE_CACHE: join(folder.path, 'compiled'),
    }
    const started = spawn(process.execPath, [join(import.meta.dirname, '../../lrs/server.ts')], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    server = started
    for await (const line of createInterface(started.stdout)) {
      const url = /^Ready: (\S+)/.exec(line)?.[1]
      if (url) return url
    }
    throw new Error('the server ended before it was ready')
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!server) return
    const exited = once(server, 'exit')
    server.kill(signal)
    await exited
    server = undefined
  }

  /** Sends until it gets no answer: one statement by POST or PUT, or a batch of up to 20. */
  async function write(url: string, ledger: Entry[]): Promise<void> {
    for (;;) {
      const ids = Array.from({ length: Math.max(1, randomInt(40) - 19) }, () => randomUUID() as string)
      const statements = ids.map((id) => statement({ id, actor: agent('ledger') }))
      const put = ids.length === 1 && randomInt(2) === 0
      const entry: Entry = { ids, outcome: 'unanswered' }
      ledger.push(entry)
      try {
        const answer = await fetch(`${url}/xapi/statements${put ? `?statementId=${ids[0]}` : ''}`, {
          method: put ? 'PUT' : 'POST',
          headers,
          body: JSON.stringify(ids.length === 1 ? statements[0] : statements),
        })
        await answer.text()
        entry.outcome = answer.ok ? 'acknowledged' : `status ${answer.status}`
      } catch {
        return
      }
    }
  }

  async function stored(url: string, query: string): Promise<string[]> {
    const ids: string[] = []
    for (let path = `/xapi/statements?limit=500${query}`; path; ) {
      const page = await (await fetch(url + path, { headers })).json()
      ids.push(...page.statements.map(({ id }: { id: string }) => id))
      path = page.more
    }
    return ids
  }

  it('has stored what it acknowledged, each batch whole or absent, nothing twice', async function () {
    this.timeout(120_000)
    await start()
    await end('SIGTERM')
    const ledger: Entry[] = []
    for (let round = 0; round < kills; round++) {
      const url = await start()
      const before = ledger.length
      const writing = Array.from({ length: writers }, () => write(url, ledger))
      while (!ledger.slice(before).some(({ outcome }) => outcome === 'acknowledged')) await wait(1)
      await wait(randomInt(80))
      await end('SIGKILL')
      await Promise.all(writing)
    }

    const url = await start()
    const found = await stored(url, '')
    const present = new Set(found)
    expect(found, 'none twice').to.have.length(present.size)
    expect(new Set(await stored(url, `&agent=${encodeURIComponent(JSON.stringify(agent('ledger')))}`))).to.deep.equal(
      present,
    )
    const acknowledged = ledger.filter(({ outcome }) => outcome === 'acknowledged')
    const unanswered = ledger.filter(({ outcome }) => outcome === 'unanswered')
    expect(acknowledged.length + unanswered.length, 'no other answer').to.equal(ledger.length)
    expect(
      acknowledged.flatMap(({ ids }) => ids).filter((id) => !present.has(id)),
      'lost',
    ).to.deep.equal([])
    const torn = ledger.filter(({ ids }) => ids.some((id) => present.has(id)) && !ids.every((id) => present.has(id)))
    expect(torn, 'torn').to.deep.equal([])
    const sent = new Set(ledger.flatMap(({ ids }) => ids))
    expect(
      found.filter((id) => !sent.has(id)),
      'never sent',
    ).to.deep.equal([])
    expect(unanswered.length, 'requests under way when the server died').to.be.at.least(kills)

    await end('SIGTERM')
    const database = new DatabaseSync(join(folder.path, 'data/lrs.sqlite'), { readOnly: true })
    expect(database.prepare('PRAGMA integrity_check').get()).to.deep.include({ integrity_check: 'ok' })
    database.close()
  })
})
