import { expect } from 'chai'
import fc from 'fast-check'
import { createTally, grammarRequirements, judge, storedIds } from '../../support/generated/judge.ts'
import { requestsForAll } from '../../support/generated/requests.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'

const rounds = 20

describe('conformance: generated requests', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  it('all requirements of statements: each valid one is stored and read back, each other refused by name', async function () {
    this.timeout(300_000)
    const tally = createTally()
    const all = fc.asyncProperty(requestsForAll, async (requests) => {
      await Promise.all(requests.map((request) => judge(server, request, tally)))
    })
    await fc.assert(all, { numRuns: rounds, seed: 20261124 })
    expect(await storedIds(server), 'what is stored').to.deep.equal(tally.stored)
    const rare = grammarRequirements().filter((one) => (tally.refused.get(one) ?? 0) < rounds)
    expect(rare, `requirements met fewer than ${rounds} times`).to.deep.equal([])
  })
})
