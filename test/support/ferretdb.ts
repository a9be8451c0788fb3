import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { Context } from 'mocha'
import { temporaryFolder } from './folder.ts'

/** The stand-in for MongoDB: a FerretDB of this test's own, on a free port, in a temporary folder. */
export interface FerretDb {
  /** The address of a database that nobody has used. */
  newDatabase(): string
  /** Its process, to be stopped and continued. */
  pid: number
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
  const child = spawn(path, ['127.0.0.1:0', folder.path], { stdio: ['pipe', 'pipe', 'ignore'] })
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
  let made = 0
  return {
    newDatabase: () => `${url}test_${++made}`,
    pid: Number(child.pid),
    async stop() {
      const exited = once(child, 'exit')
      child.stdin.end()
      await exited
      folder.remove()
    },
  }
}
