import { startTestServer, type TestServer } from '../support/server.ts'
import { expectAllKept } from '../support/ten-clients.ts'

describe('one server on embedded:', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  it('takes what ten clients send at once, duplicates and conflicts in batches too, and answers nothing but yes or 409', async function () {
    this.timeout(120_000)
    await expectAllKept({ urls: [server.url], headers: server.headers, rounds: 12, conflictsInBatches: true })
  })
})
