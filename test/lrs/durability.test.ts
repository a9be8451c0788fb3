import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import process from 'node:process'
import { setImmediate as turn } from 'node:timers/promises'
import { expect } from 'chai'
import { temporaryFolder } from '../support/folder.ts'
import { createLedger, faultsOf } from '../support/ledger.ts'
import {
  headers,
  NotStarted,
  type ProcessOptions,
  type ServerProcess,
  startServerProcess,
} from '../support/server-process.ts'
import { skip } from '../support/skip.ts'
import { protectFile, type SmallDisk, smallDisk } from '../support/small-disk.ts'
import { statement } from '../support/statement.ts'
import { tracedAnswers, tracer, tracingDenied } from '../support/system-calls.ts'

const needsRoot = 'only root on Linux can make a small disk'
const needsPosix = 'signals and limits are those of POSIX'

async function freePort(): Promise<AddressInfo> {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const address = holder.address() as AddressInfo
  holder.close()
  await once(holder, 'close')
  return address
}

describe('durability', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let data: string
  const running: ServerProcess[] = []

  beforeEach(() => {
    folder = temporaryFolder()
    data = join(folder.path, 'data')
  })
  afterEach(async () => {
    for (const server of running.splice(0)) await server.end('SIGKILL')
    folder.remove()
  })

  async function start(options: ProcessOptions = {}, where = data): Promise<ServerProcess> {
    const server = await startServerProcess(where, options)
    running.push(server)
    return server
  }

  async function notStarted(where = data): Promise<NotStarted> {
    const error = await start({}, where).catch((error: unknown) => error)
    expect(error).to.be.instanceOf(NotStarted)
    return error as NotStarted
  }

  const get = async (server: ServerProcess, path: string) => {
    const answer = await fetch(server.url + path, { headers })
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const post = (server: ServerProcess, body: unknown) =>
    fetch(`${server.url}/xapi/statements`, { method: 'POST', headers, body: JSON.stringify(body) })

  describe('an answer', () => {
    const lines = (...calls: string[]) =>
      tracedAnswers(['openat(AT_FDCWD, "/x/lrs.sqlite-wal", O_RDWR) = 25', ...calls].join('\n'))
    const written = 'pwrite64(25, "\\0\\0\\0\\5"..., 4096, 32) = 4096'
    const synced = 'fdatasync(25) = 0'
    const answered = 'writev(30, [{iov_base="HTTP/1.1 200 OK\\r\\n"..., iov_len=300}], 1) = 300'

    it('too early would be seen in a trace', () => {
      expect(lines(written, synced, answered)).to.deep.equal({ answers: 1, unsynced: [], unwritten: 0, syncs: 1 })
      expect(lines(written, answered, synced).unsynced).to.deep.equal([answered])
      expect(lines(written, 'fdatasync(25) = -1 EIO (Input/output error)', answered).unsynced).to.have.length(1)
      expect(lines(written, 'fdatasync(26) = 0', answered).unsynced).to.have.length(1)
      expect(lines(written, synced, answered, answered).unwritten).to.equal(1)
    })

    it('is sent after the sync that follows its commit, as the system calls show', async function () {
      const denied = tracingDenied()
      if (denied !== undefined) return skip(this, denied)
      const trace = join(folder.path, 'trace')
      const server = await start({ under: tracer(trace) })
      const ledger = createLedger()
      for (let count = 0; count < 40; count++) await ledger.send(server.url)
      await Promise.all(Array.from({ length: 40 }, () => ledger.send(server.url)))
      expect(faultsOf(await ledger.balance(server.url))).to.deep.equal({})
      await server.end('SIGTERM')
      const { answers, unsynced, syncs } = tracedAnswers(readFileSync(trace, 'utf8'))
      expect(answers).to.be.at.least(80)
      expect(syncs).to.be.at.least(40)
      expect(unsynced).to.deep.equal([])
    })
  })

  /** Writes until it is refused, and checks that the refusal is clear and the rest goes on. */
  async function fillUp(server: ServerProcess, ledger: ReturnType<typeof createLedger>) {
    let last = await ledger.send(server.url)
    while (last.outcome === 'acknowledged') last = await ledger.send(server.url)
    expect(last.outcome).to.equal('status 503')
    const extensions = { 'https://example.org/padding': 'x'.repeat(100_000) }
    const large = Array.from({ length: 20 }, () => statement({ context: { extensions } }))
    const refusal = await post(server, large)
    expect(refusal.status).to.equal(503)
    expect(refusal.headers.get('retry-after')).to.equal('1')
    const reason =
      /^The database could not write \((the disk is full|the disk reports an error)\); nothing of it was stored\.$/
    expect(await refusal.json())
      .to.include({ error: 'unavailable' })
      .and.have.property('message')
      .that.matches(reason)
    expect((await get(server, '/xapi/statements?limit=1')).status, 'reading goes on').to.equal(200)
    for (const line of server.said().trim().split('\n')) expect(JSON.parse(line)).to.include({ level: 'error' })
  }

  describe('a full disk', () => {
    let disk: SmallDisk | undefined
    afterEach(() => {
      disk?.remove()
      disk = undefined
    })

    it('refuses what cannot be stored, loses nothing, and stores again when there is room', async function () {
      disk = smallDisk(40_000_000)
      if (disk === undefined) return skip(this, `${needsRoot}; the limit on file sizes below stands for it`)
      const server = await start({}, join(disk.path, 'data'))
      expect((await get(server, '/health')).status).to.equal(200)
      disk.fill(2_000_000)
      const ledger = createLedger(2000)
      await fillUp(server, ledger)
      const health = await get(server, '/health')
      expect([health.status, health.body.message]).to.deep.equal([
        503,
        'The database is not well: the disk is full or nearly so.',
      ])
      disk.empty()
      for (let count = 0; count < 5; count++) expect((await ledger.send(server.url)).outcome).to.equal('acknowledged')
      expect((await get(server, '/health')).status).to.equal(200)
      expect(faultsOf(await ledger.balance(server.url))).to.deep.equal({})
    })

    it('is survived also where it is a limit on the size of files', async function () {
      if (process.platform === 'win32') return skip(this, needsPosix)
      const limited = ['bash', '-c', 'ulimit -S -f 2000; exec "$0" "$@"']
      const server = await start({ under: limited })
      const ledger = createLedger(2000)
      await fillUp(server, ledger)
      await server.end('SIGKILL')
      const unlimited = await start()
      for (let count = 0; count < 5; count++)
        expect((await ledger.send(unlimited.url)).outcome).to.equal('acknowledged')
      expect(faultsOf(await ledger.balance(unlimited.url))).to.deep.equal({})
    })
  })

  describe('what may only be read', () => {
    it('is no folder for a server, which says so', async function () {
      const disk = smallDisk(40_000_000)
      if (disk === undefined) return skip(this, needsRoot)
      try {
        await (await start({}, disk.path)).end('SIGTERM')
        disk.setReadOnly(true)
        const { code, said } = await notStarted(disk.path)
        expect(code).to.equal(1)
        expect(said.trim()).to.match(/^The folder \S+ of DATABASE_URL cannot be written to: EROFS/)
      } finally {
        disk.remove()
      }
    })

    it('is no file for a server, which says so', async function () {
      const ledger = createLedger()
      const server = await start()
      await ledger.send(server.url)
      await server.end('SIGTERM')
      const unprotect = protectFile(join(data, 'lrs.sqlite'))
      if (unprotect === undefined) return skip(this, 'a file cannot be made read-only here')
      try {
        const { code, said } = await notStarted()
        expect(code).to.equal(1)
        expect(said.trim()).to.match(/^The database in \S+ cannot be opened: its file may only be read\.$/)
      } finally {
        unprotect()
      }
      const again = await start()
      expect(faultsOf(await ledger.balance(again.url))).to.deep.equal({})
    })
  })

  describe('a clock that is set back an hour', () => {
    const clock = ['--import', join(import.meta.dirname, '../support/shifted-clock.ts')]
    const storedBy = async (server: ServerProcess): Promise<string> => {
      const sent = statement()
      await post(server, sent)
      return String((await get(server, `/xapi/statements?statementId=${sent.id}`)).body.stored)
    }

    it('leaves the order of what is stored, over a restart too', async function () {
      if (process.platform === 'win32') return skip(this, needsPosix)
      const first = await start({ node: clock })
      const stored = [await storedBy(first), await storedBy(first)]
      process.kill(first.pid, 'SIGUSR2')
      stored.push(await storedBy(first), await storedBy(first))
      await first.end('SIGKILL')
      const second = await start({ node: clock, env: { CLOCK_SHIFT: '-3600000' } })
      stored.push(await storedBy(second), await storedBy(second))
      expect(stored).to.deep.equal(stored.toSorted())
      const after = await get(second, `/xapi/statements?ascending=true&since=${stored[1]}`)
      const found = (after.body.statements as { stored: string }[]).map((one) => one.stored)
      expect(found).to.deep.equal(stored.filter((time) => time > String(stored[1])))
    })
  })

  describe('a server', () => {
    it('answers whoever comes as soon as it listens', async () => {
      const { port } = await freePort()
      const starting = start({ env: { PORT: String(port) } })
      let first: number | undefined
      const asking = (async () => {
        while (first === undefined) {
          first = await fetch(`http://127.0.0.1:${port}/health`).then(
            ({ status }) => status,
            () => undefined,
          )
        }
      })()
      await Promise.all([starting, asking])
      expect(first).to.equal(200)
    })

    it('finishes what it accepted when it is told to stop, and ends by itself', async () => {
      const server = await start()
      const ledger = createLedger()
      const writing = Array.from({ length: 8 }, () => ledger.sendUntilCut(server.url))
      while (ledger.entries.filter(({ outcome }) => outcome === 'acknowledged').length < 50) await turn()
      expect(await server.end('SIGTERM')).to.equal(0)
      await Promise.all(writing)
      const again = await start()
      const balance = await ledger.balance(again.url)
      expect(faultsOf(balance)).to.deep.equal({})
      expect(balance.refused).to.deep.equal({})
      const accepted = ledger.entries.filter(({ outcome }) => outcome === 'acknowledged')
      expect(balance.stored, 'nothing that was not answered').to.equal(accepted.flatMap(({ ids }) => ids).length)
    })
  })

  describe('a second server on the same folder', () => {
    it('is refused by name, and the first goes on', async () => {
      const first = await start()
      const ledger = createLedger()
      await ledger.send(first.url)
      const { code, said } = await notStarted()
      expect(code).to.equal(1)
      expect(said.trim()).to.equal(
        `Another server is using ${data} (it holds server.lock). Stop that one first, or set DATABASE_URL to another folder.`,
      )
      await ledger.send(first.url)
      expect(faultsOf(await ledger.balance(first.url))).to.deep.equal({})
    })
  })
})
