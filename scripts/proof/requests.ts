import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createTally, grammarRequirements, judge, storedIds } from '../../test/support/generated/judge.ts'
import { generatedRequest } from '../../test/support/generated/requests.ts'
import { startTestServer } from '../../test/support/server.ts'
import { type Proof, progress } from './proof.ts'

const total = 100_000
/** Sent at the same time. */
const together = 20

export const requests: Proof = {
  title: '100,000 generated requests',
  async run() {
    const seed = Date.now() % 2 ** 31
    const server = await startTestServer()
    const tally = createTally()
    let sent = 0
    const some = fc.array(generatedRequest, { minLength: together, maxLength: together })
    const all = fc.asyncProperty(some, async (requests) => {
      await Promise.all(requests.map((request) => judge(server, request, tally)))
      sent += requests.length
      progress(`requests: ${sent} of ${total}`)
    })
    try {
      await fc.assert(all, { numRuns: total / together, seed })
      const found = await storedIds(server)
      assert.deepEqual(found, tally.stored, 'what is stored')
      const counts = grammarRequirements().map((one) => tally.refused.get(one) ?? 0)
      assert.ok(Math.min(...counts) >= 20, 'each requirement of the statement grammar is met 20 times')
      return [
        `${sent} requests with the seed ${seed}, ${together} at a time: ${tally.valid} valid, ${found.size} statements.`,
        'Every valid one was stored and read back equal, data of attachments included; every other was refused with the requirement it broke and the place.',
        `Each of the ${counts.length} requirements of the statement grammar was met ${Math.min(...counts)} to ${Math.max(...counts)} times; nothing else was stored.`,
      ]
    } finally {
      progress('')
      await server.stop()
    }
  },
}
