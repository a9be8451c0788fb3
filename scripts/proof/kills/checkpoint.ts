import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync, watch } from 'node:fs'
import { join } from 'node:path'
import { progress } from '../proof.ts'
import type { Victim } from './victim.ts'
import { writeTo } from './writes.ts'

/** Kills when the database file itself is written to, which SQLite does in checkpoints only. */
export async function killInCheckpoints(victim: Victim, kills: number): Promise<string> {
  const file = join(victim.data, 'lrs.sqlite')
  let unfinished = 0
  for (let count = 1; count <= kills; count++) {
    progress(`kills: in the middle of a checkpoint, ${count} of ${kills}`)
    const { server, written } = await writeTo(victim)
    const watcher = watch(file)
    await once(watcher, 'change')
    await server.end('SIGKILL')
    watcher.close()
    await written
    if (isUnfinished(`${file}-shm`)) unfinished += 1
  }
  assert(unfinished >= kills / 2, `only ${unfinished} of ${kills} kills came in the middle of a checkpoint`)
  return `at the first write to the database file; ${unfinished} times the log’s index says that the checkpoint was under way`
}

/**
 * SQLite's WAL-index, after its two headers of 48 bytes: frames that are in the database file, and, 32 bytes on, frames that a
 * checkpoint set out to bring there (https://sqlite.org/walformat.html).
 */
function isUnfinished(index: string): boolean {
  const bytes = readFileSync(index)
  return bytes.readUInt32LE(128) > bytes.readUInt32LE(96)
}
