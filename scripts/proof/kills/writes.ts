import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerProcess } from '../../../test/support/server-process.ts'
import { progress } from '../proof.ts'
import type { Victim } from './victim.ts'

const writers = 4

/** Starts the server with writers that go on until it is gone, and resolves when one of them was acknowledged. */
export async function writeTo({
  ledger,
  start,
}: Victim): Promise<{ server: ServerProcess; written: Promise<unknown> }> {
  const server = await start()
  const before = ledger.entries.length
  const written = Promise.all(Array.from({ length: writers }, () => ledger.sendUntilCut(server.url)))
  while (!ledger.entries.slice(before).some(({ outcome }) => outcome === 'acknowledged')) await wait(1)
  return { server, written }
}

export async function killInWrites(victim: Victim, kills: number): Promise<string> {
  for (let count = 1; count <= kills; count++) {
    progress(`kills: in a stream of writes, ${count} of ${kills}`)
    const { server, written } = await writeTo(victim)
    await wait(randomInt(120))
    await server.end('SIGKILL')
    await written
  }
  return `${writers} writers of single statements and batches, up to 120 ms after the first answer`
}
