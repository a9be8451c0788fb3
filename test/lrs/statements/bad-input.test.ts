import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { basic, startTestServer, type TestServer } from '../../support/server.ts'
import { agent, type Json, statement } from '../../support/statement.ts'
import { type StatementClient, statementClient } from '../../support/statement-client.ts'

interface ErrorBody {
  error: string
  message: string
  issues: { path: string; message: string; requirement?: string }[]
}

const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
const withExtension = (json: string) =>
  JSON.stringify(statement({ result: { extensions: { 'a:b': 'HERE' } } })).replace('"HERE"', json)

/** Body, status, and the path of an issue. */
const bodies: [what: string, body: string | Uint8Array | Json | Json[], status: number, path: string][] = [
  ['nothing', '', 400, 'body'],
  ['invalid JSON', '{"actor": {"mbox" "x"}}', 400, 'body'],
  ['JSON that is cut off', JSON.stringify(statement()).slice(0, -20), 400, 'body'],
  ['text that is not UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), 400, 'body'],
  ['a number', '5', 400, 'statement'],
  ['null', 'null', 400, 'statement'],
  ['a string', '"statement"', 400, 'statement'],
  ['arrays in arrays', '[[[]]]', 400, '[0]'],
  ['an empty object', {}, 400, 'statement.actor'],
  ['a wrong type', statement({ result: { success: 'true' } }), 400, 'statement.result.success'],
  ['an unknown property', statement({ mood: 'glad' }), 400, 'statement.mood'],
  [
    'a property in the wrong case',
    statement({ context: { Registration: 'x' } }),
    400,
    'statement.context.Registration',
  ],
  ['null', statement({ actor: { ...agent('a'), name: null } }), 400, 'statement.actor.name'],
  ['the third of four', [statement(), statement(), statement({ verb: 'x' }), statement()], 400, '[2].verb'],
  ['an inherited name', '{"__proto__": 1, "constructor": 2}', 400, 'statement.constructor'],
  ['100,000 levels', nested(100_000), 400, 'body'],
  ['100,000 levels of arrays', '['.repeat(100_000), 400, 'body'],
  ['100,000 levels in an extension', withExtension(nested(100_000)), 400, 'body'],
  ['a number that is too large to keep', withExtension('1e999'), 400, 'statement.result.extensions["a:b"]'],
  ['a body of 20 MB', 'x'.repeat(20 * 1024 * 1024), 413, 'body'],
]

describe('bad input to the Statements resource', () => {
  let server: TestServer
  let client: StatementClient
  before(async () => {
    server = await startTestServer()
    client = statementClient(server)
  })
  after(() => server.stop())

  async function expectRefusal(answer: Response, expected: { status: number; path: string }): Promise<ErrorBody> {
    expect(answer.status).to.equal(expected.status)
    expect(answer.headers.get('content-type')).to.match(/^application\/json/)
    const body = (await answer.json()) as ErrorBody
    expect(body.message).to.match(/\.$/)
    expect(body.issues.map(({ path }) => path)).to.include(expected.path)
    for (const issue of body.issues)
      expect(issue.requirement, issue.path).to.match(/^(Data|Communication|xAPI 2\.0|IEEE) /)
    return body
  }

  for (const [what, body, status, path] of bodies) {
    it(`answers ${status} to ${what}, and stores and returns the next statement`, async () => {
      await expectRefusal(await client.post(body), { status, path })
      const good = statement()
      expect((await client.post(good)).status).to.equal(200)
      expect(await client.read(good.id)).to.deep.include(good)
    })
  }

  it('says at which position JSON is invalid', async () => {
    const body = await expectRefusal(await client.post('{\n  "actor": }'), { status: 400, path: 'body' })
    expect(body.issues[0]?.message).to.equal('expected a value, found "}", at position 13 (line 2, column 12)')
  })

  it('refuses a small body that unpacks to a large one', async () => {
    const packed = gzipSync(Buffer.alloc(20 * 1024 * 1024, ' '))
    await expectRefusal(await client.post(packed, { 'Content-Encoding': 'gzip' }), { status: 413, path: 'body' })
    const answer = await client.post(gzipSync(JSON.stringify(statement())), { 'Content-Encoding': 'gzip' })
    expect(answer.status).to.equal(200)
  })

  it('refuses a body that is packed in an unknown or a wrong way', async () => {
    const unknown = await client.post(statement(), { 'Content-Encoding': 'lots' })
    await expectRefusal(unknown, { status: 400, path: 'header.Content-Encoding' })
    await expectRefusal(await client.post(statement(), { 'Content-Encoding': 'gzip' }), { status: 400, path: 'body' })
  })

  it('refuses more statements than a request may carry', async () => {
    const many = Array.from({ length: server.lrs.config.limits.batch + 1 }, () => 1)
    const answer = await client.post(many)
    expect(answer.status).to.equal(413)
    expect(((await answer.json()) as ErrorBody).message).to.match(/may hold 5000 statements, not 5001/)
  })

  it('refuses other content types', async () => {
    for (const type of [
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'application/jsonp',
    ]) {
      await expectRefusal(await client.post(statement(), { 'Content-Type': type }), {
        status: 400,
        path: 'header.Content-Type',
      })
    }
  })

  const credentials: [what: string, authorization: string | undefined][] = [
    ['no credentials', undefined],
    ['an empty header', ''],
    ['another scheme', 'Bearer abc'],
    ['something that is not base64', 'Basic åäö'],
    ['no colon', `Basic ${btoa('test-key')}`],
    ['no key', `Basic ${btoa(':secret')}`],
    ['an unknown key', basic('nobody', 'test-secret-of-many-characters').Authorization],
    ['a wrong secret', basic('test-key', 'test-secret-of-many-character').Authorization],
    ['an empty secret', basic('test-key', '').Authorization],
    ['a key like a query', basic('{"$ne":1}', 'x').Authorization],
  ]
  for (const [what, authorization] of credentials) {
    it(`answers 401 to ${what}, and asks no browser for a password`, async () => {
      const headers = new Headers({ 'X-Experience-API-Version': '2.0.0' })
      if (authorization !== undefined) headers.set('Authorization', encodeURI(authorization))
      const answer = await fetch(`${server.xapi}/statements`, { headers })
      await expectRefusal(answer, { status: 401, path: 'header.Authorization' })
      expect(answer.headers.get('www-authenticate')).to.equal(null)
    })
  }

  for (const version of [undefined, '', '0.95', '1.1.0', '3.0.0', 'latest']) {
    it(`answers 400 to version ${version}, naming its own`, async () => {
      const headers = {
        Authorization: server.headers.Authorization ?? '',
        ...(version !== undefined && { 'X-Experience-API-Version': version }),
      }
      const answer = await fetch(`${server.xapi}/statements`, { headers })
      await expectRefusal(answer, { status: 400, path: 'header.X-Experience-API-Version' })
      expect(answer.headers.get('x-experience-api-version')).to.equal('2.0.0')
    })
  }

  it('answers a request line that cannot be decoded', async () => {
    await expectRefusal(await fetch(`${server.url}/kurs/%zz`), { status: 400, path: 'path' })
  })
})
