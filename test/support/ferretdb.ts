import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Context } from 'mocha'
import { temporaryFolder } from './folder.ts'

/** The stand-in for MongoDB: a FerretDB of this test's own, on a free port, in a temporary folder. */
export interface FerretDb {
  /** The address of a database that nobody has used. */
  newDatabase(): string
  /** Ends its process at once, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again where it was, with what it had. */
  revive(): Promise<void>
  stop(): Promise<void>
}

/** What storage opened on the stand-in must be told: it is no replica set, and it has no transactions. */
export const standIn = { transactions: false }

/** Skips the tests of a suite where the stand-in could not be built; under CI that is a failure. */
export async function startFerretDb(suite: Context): Promise<FerretDb> {
  const path = process.env.FERRETDB_PATH
  if (path && existsSync(path)) return start(path)
  if (process.env.CI === 'true') throw new Error('FERRETDB_PATH names no FerretDB: is Go installed?')
  return suite.skip()
}

async function start(path: string): Promise<FerretDb> {
  const folder = temporaryFolder()
  let running = await run(path, '127.0.0.1:0', folder.path)
  let made = 0

  async function end(how: (child: ChildProcessByStdio<Writable, Readable, null>) => void): Promise<void> {
    const { child } = running
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    how(child)
    await exited
  }

  return {
    newDatabase: () => `${running.url}test_${++made}`,
    kill: () => end((child) => child.kill('SIGKILL')),
    async revive() {
      running = await run(path, new URL(running.url).host, folder.path)
    },
    async stop() {
      await end((child) => child.stdin.end())
      folder.remove()
    },
  }
}

async function run(path: string, address: string, folder: string) {
  const child = spawn(path, [address, folder], { stdio: ['pipe', 'pipe', 'ignore'] })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { child, url }
}
