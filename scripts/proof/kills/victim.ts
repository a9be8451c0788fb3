import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createLedger, faultsOf, type Ledger } from '../../../test/support/ledger.ts'
import { type ServerProcess, startServerProcess } from '../../../test/support/server-process.ts'

/** What each part works on: one store, and one ledger of all that was ever sent to it. */
export interface Victim {
  /** Where the store is; the parts may make others beside it. */
  folder: string
  data: string
  ledger: Ledger
  start(): Promise<ServerProcess>
  /** Starts what was killed, compares it with the ledger, and stops it. */
  check(): Promise<void>
}

export function createVictim(folder: string): Victim {
  const data = join(folder, 'data')
  const ledger = createLedger(500)
  const start = () => startServerProcess(data, { env: { NODE_COMPILE_CACHE: join(folder, 'compiled') } })
  return {
    folder,
    data,
    ledger,
    start,
    async check() {
      const server = await start()
      try {
        const balance = await ledger.balance(server.url)
        assert.deepEqual({ ...faultsOf(balance), ...balance.refused }, {})
      } finally {
        await server.end('SIGTERM')
      }
      const database = new DatabaseSync(join(data, 'lrs.sqlite'), { readOnly: true })
      assert.deepEqual(Object.values(database.prepare('PRAGMA integrity_check').get() ?? {}), ['ok'])
      database.close()
    },
  }
}
