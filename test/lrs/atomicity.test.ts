import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { temporaryFolder } from '../support/folder.ts'
import { createLedger, faultsOf } from '../support/ledger.ts'
import { type ServerProcess, startServerProcess } from '../support/server-process.ts'

const kills = 20
const writers = 4

describe('the server, killed at any moment', () => {
  const folder = temporaryFolder()
  let server: ServerProcess

  after(async () => {
    await server.end('SIGKILL')
    folder.remove()
  })

  /** The cache only saves time: a start compiles nothing anew. */
  const start = () =>
    startServerProcess(join(folder.path, 'data'), { env: { NODE_COMPILE_CACHE: join(folder.path, 'compiled') } })

  it('has stored what it acknowledged, each batch whole or absent, nothing twice', async function () {
    this.timeout(120_000)
    server = await start()
    await server.end('SIGTERM')
    const ledger = createLedger()
    for (let round = 0; round < kills; round++) {
      server = await start()
      const before = ledger.entries.length
      const writing = Array.from({ length: writers }, () => ledger.sendUntilCut(server.url))
      while (!ledger.entries.slice(before).some(({ outcome }) => outcome === 'acknowledged')) await wait(1)
      await wait(randomInt(80))
      await server.end('SIGKILL')
      await Promise.all(writing)
    }

    server = await start()
    const balance = await ledger.balance(server.url)
    expect(faultsOf(balance)).to.deep.equal({})
    expect(balance.refused, 'no other answer').to.deep.equal({})
    expect(balance.unanswered, 'requests under way when the server died').to.be.at.least(kills)

    await server.end('SIGTERM')
    const database = new DatabaseSync(join(folder.path, 'data/lrs.sqlite'), { readOnly: true })
    expect(database.prepare('PRAGMA integrity_check').get()).to.deep.include({ integrity_check: 'ok' })
    database.close()
  })
})
