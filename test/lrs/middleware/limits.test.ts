import { request } from 'node:http'
import { expect } from 'chai'
import { agentProfile, sendDocument } from '../../support/documents.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { statement } from '../../support/statement.ts'
import { statementClient } from '../../support/statement-client.ts'

interface Refusal {
  error: string
  message: string
  issues: { path: string; message: string; requirement: string }[]
}

/** Every limit of the settings, as a caller meets it. */
describe('the limits of the settings', () => {
  let server: TestServer
  before(async () => {
    const { limits } = (await import('../../../lrs/config.ts')).loadConfig({})
    server = await startTestServer({
      rateLimit: 40,
      requestsAtOnce: 3,
      limits: { ...limits, body: 4000, document: 2000, batch: 3 },
    })
  })
  after(() => server.stop())

  const refusalOf = async (answer: Response, status: number, code: string) => {
    expect(answer.status).to.equal(status)
    expect(answer.headers.get('content-type')).to.match(/^application\/json/)
    const { error, message, issues } = (await answer.json()) as Refusal
    expect([error, issues[0]?.requirement]).to.deep.equal([code, 'Communication 3.2'])
    expect(message).to.match(/\.$/)
    return issues[0]
  }

  it('refuse with 413 a body, a batch and a document that are too large', async () => {
    const { post } = statementClient(server)
    const body = await post(statement({ result: { response: 'x'.repeat(4000) } }))
    expect(await refusalOf(body, 413, 'too-large')).to.include({ path: 'body' })
    const batch = await post([1, 2, 3, 4].map(() => ({})))
    expect((await refusalOf(batch, 413, 'too-large'))?.message).to.match(/3 statements, not 4/)
    const target = { path: 'agents/profile', query: agentProfile() }
    const document = await sendDocument(server, 'POST', target, { body: JSON.stringify('x'.repeat(2000)) })
    expect((await refusalOf(document, 413, 'too-large'))?.message).to.match(/2000 bytes/)
  })

  it('refuse with 429 more requests at the same time, and say when to come again', async () => {
    const waiting = [1, 2, 3].map(() => {
      const sent = request(`${server.xapi}/statements`, {
        method: 'POST',
        headers: { ...server.headers, Expect: '100-continue' },
      })
      sent.flushHeaders()
      return { sent, taken: new Promise((resolve) => sent.once('continue', resolve)) }
    })
    await Promise.all(waiting.map(({ taken }) => taken))
    const fourth = await statementClient(server).get({ limit: '1' })
    expect(fourth.headers.get('retry-after')).to.equal('1')
    expect((await refusalOf(fourth, 429, 'too-many-requests'))?.message).to.match(/3 requests under way/)
    for (const { sent } of waiting) {
      const answered = new Promise((resolve) => sent.once('response', (answer) => answer.resume().once('end', resolve)))
      sent.end('[]')
      await answered
    }
    expect((await statementClient(server).get({ limit: '1' })).status).to.equal(200)
  })

  it('refuse with 429 more requests in a minute, and say when to come again', async () => {
    const { get } = statementClient(server)
    let answer = await get({ limit: '1' })
    for (let count = 0; count < 90 && answer.status === 200; count += 1) answer = await get({ limit: '1' })
    expect(Number(answer.headers.get('retry-after'))).to.be.within(1, 60)
    expect((await refusalOf(answer, 429, 'too-many-requests'))?.message).to.match(/more than 40 requests in a minute/)
    expect(answer.headers.get('x-experience-api-consistent-through')).not.to.equal(null)
  })
})
