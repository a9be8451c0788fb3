import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { type FerretDb, startFerretDb } from '../support/ferretdb.ts'
import { basic } from '../support/server.ts'
import { expectAllKept } from '../support/ten-clients.ts'

const key = 'several'
const secret = 'secret-of-several-servers'
const headers = { ...basic(key, secret), 'X-Experience-API-Version': '2.0.0', 'Content-Type': 'application/json' }

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

  it('take what ten clients send at once, duplicates too, and answer nothing but yes or 409', async function () {
    this.timeout(120_000)
    await expectAllKept({ urls, headers, rounds: 6, conflictsInBatches: false })
  })
})
