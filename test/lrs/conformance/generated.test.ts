import { expect } from 'chai'
import fc from 'fast-check'
import { createTally, grammarRequirements, judge, storedIds } from '../../support/generated/judge.ts'
import { generatedRequest } from '../../support/generated/requests.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

/** Sent at the same time. */
const together = 10
const runs = 450

describe('conformance: generated requests', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  it(`all requirements of statements: of ${together * runs}, each valid one is stored and read back, each other refused by name`, async function () {
    this.timeout(600_000)
    const tally = createTally()
    const some = fc.array(generatedRequest, { minLength: together, maxLength: together })
    const all = fc.asyncProperty(some, async (requests) => {
      await Promise.all(requests.map((request) => judge(server, request, tally)))
    })
    await fc.assert(all, { numRuns: runs, seed: 20261124 })
    expect(await storedIds(server), 'what is stored').to.deep.equal(tally.stored)
    const rare = grammarRequirements().filter((one) => (tally.refused.get(one) ?? 0) < 20)
    expect(rare, 'requirements met fewer than 20 times').to.deep.equal([])
  })
})
