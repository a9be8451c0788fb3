import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { restore } from '../../../lrs/storage/restore.ts'
import type { Ledger } from '../../../test/support/ledger.ts'
import { progress } from '../proof.ts'
import type { Victim } from './victim.ts'
import { writeTo } from './writes.ts'

/** By turns the server is killed, which must not harm the backup, and the backup, which must not harm the server. */
export async function killInBackups(victim: Victim, kills: number): Promise<string> {
  const backups = join(victim.folder, 'backups')
  let whole = 0
  for (let count = 1; count <= kills; count++) {
    progress(`kills: in the middle of a backup, ${count} of ${kills}`)
    rmSync(backups, { recursive: true, force: true })
    mkdirSync(backups)
    const { server, written } = await writeTo(victim)
    const before = acknowledgedIds(victim.ledger)
    const backup = startBackup(victim.data, backups)
    await growing(backups, backup)
    if (count % 2 === 0) {
      backup.kill('SIGKILL')
      await once(backup, 'close')
      assert(
        readdirSync(backups).every((name) => name.endsWith('.partial')),
        'half a backup looks like a whole one',
      )
      const { outcome } = await victim.ledger.send(server.url)
      assert.equal(outcome, 'acknowledged')
      await server.end('SIGKILL')
    } else {
      await server.end('SIGKILL')
      const [code] = await once(backup, 'close')
      assert.equal(code, 0, 'the backup did not survive the server')
      await checkBackup(victim, backups, before)
      whole += 1
    }
    await written
  }
  return `${whole} times the server: each backup became whole, was restored, and held what was acknowledged before it began; ${kills - whole} times the backup: nothing looked like one, and the server went on`
}

function startBackup(data: string, backups: string): ChildProcess {
  const script = join(import.meta.dirname, '../../backup.ts')
  const env = { ...process.env, DATABASE_URL: `embedded:${data}` }
  return spawn(process.execPath, [script, backups], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Until the copy has begun and is not whole. */
async function growing(backups: string, backup: ChildProcess): Promise<void> {
  const size = () => {
    const partial = readdirSync(backups).find((name) => name.endsWith('.partial'))
    const file = join(backups, partial ?? '', 'lrs.sqlite')
    return partial !== undefined && existsSync(file) ? statSync(file).size : 0
  }
  while (size() === 0) {
    assert.equal(backup.exitCode, null, 'the backup ended before it could be seen')
    await wait(1)
  }
}

async function checkBackup({ folder, ledger }: Victim, backups: string, before: string[]): Promise<void> {
  const restored = join(folder, 'restored')
  rmSync(restored, { recursive: true, force: true })
  await restore(join(backups, readdirSync(backups)[0] ?? ''), restored)
  const database = new DatabaseSync(join(restored, 'lrs.sqlite'), { readOnly: true })
  const rows = database.prepare('SELECT lower(hex(id)) AS id FROM statement').all()
  database.close()
  const present = new Set(rows.map(({ id }) => String(id)))
  assert.equal(present.size, rows.length, 'twice in the backup')
  assert.deepEqual(
    before.filter((id) => !present.has(id)),
    [],
    'acknowledged before the backup and not in it',
  )
  const torn = ledger.entries.filter(({ ids }) => {
    const there = ids.filter((id) => present.has(hex(id))).length
    return there > 0 && there < ids.length
  })
  assert.deepEqual(torn, [], 'half a batch in the backup')
}

function acknowledgedIds({ entries }: Ledger): string[] {
  return entries.filter(({ outcome }) => outcome === 'acknowledged').flatMap(({ ids }) => ids.map(hex))
}

function hex(id: string): string {
  return id.replaceAll('-', '')
}
