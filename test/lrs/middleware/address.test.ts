import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { startTestServer, type TestServer } from '../../support/server.ts'

describe('an address', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  /** What is answered to a request line as it is written here. */
  async function answerTo(line: string): Promise<string> {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    await once(socket, 'connect')
    const authorization = `Authorization: ${server.headers.Authorization}`
    socket.end(`${line}\r\nHost: x\r\n${authorization}\r\nX-Experience-API-Version: 2.0.0\r\nConnection: close\r\n\r\n`)
    return text(socket)
  }

  for (const target of ['http://[', 'http://', 'http://[::1/xapi/about']) {
    it(`that is none is answered with 400: ${target}`, async () => {
      const answer = await answerTo(`GET ${target} HTTP/1.1`)
      expect(answer).to.match(/^HTTP\/1\.1 400 .*\r\ncontent-type: application\/json/is)
      expect(JSON.parse(answer.slice(answer.indexOf('{')))).to.have.nested.property('issues[0].path', 'path')
    })
  }

  const undecodable = ['statements?statementId=%E0%A4%A', 'activities?activityId=a:%zz', 'agents?agent=%', '%E0%A4%A']
  for (const target of undecodable) {
    it(`that cannot be decoded is answered with 400 and xAPI’s headers: /xapi/${target}`, async () => {
      const answer = await answerTo(`GET /xapi/${target} HTTP/1.1`)
      expect(answer).to.match(/^HTTP\/1\.1 400 .*x-experience-api-version: 2\.0\.0\r\n/is)
      expect(JSON.parse(answer.slice(answer.indexOf('{')))).to.have.property('error', 'invalid')
    })
  }

  it('may be a whole one', async () => {
    expect(await answerTo('GET http://example.org/xapi/about HTTP/1.1')).to.match(/^HTTP\/1\.1 200 /)
  })
})
