import { createHash } from 'node:crypto'
import { Agent, request } from 'node:http'
import { expect } from 'chai'
import { signatureUsage } from '../../../lrs/xapi/attachment.ts'
import { withCredential } from '../../support/credential.ts'
import {
  attachment,
  dataPart,
  multipartBody,
  multipartType,
  readMultipartAnswer,
  sha256,
  statementsPart,
  type TestPart,
} from '../../support/multipart.ts'
import { startTestServer, type TestServer } from '../../support/server.ts'
import { sign } from '../../support/signing.ts'
import { type Json, statement } from '../../support/statement.ts'
import { statementClient } from '../../support/statement-client.ts'

interface Refusal {
  error: string
  issues: { path: string; requirement: string }[]
}

const withEssay = (text: string, changes: Json = {}) => statement({ attachments: [attachment(text, changes)] })

describe('attachments', () => {
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  const sendBody = (body: string | Buffer<ArrayBuffer>, to: TestServer = server, type = multipartType) =>
    statementClient(to).post(body, { 'Content-Type': type })
  const send = (...parts: TestPart[]) => sendBody(multipartBody(...parts))
  const get = (query: Record<string, string>, from: TestServer = server) =>
    statementClient(from).get({ attachments: 'true', ...query })
  const rows = (collection: string) => server.lrs.connection.collection(collection).find({}).toArray()

  describe('sent with a statement', () => {
    it('come back with it, byte by byte (XAPI-00167)', async () => {
      const bytes = Buffer.from([0, 13, 10, 45, 45, 255, 0, 13, 10])
      const declared = attachment(bytes, { contentType: 'image/png' })
      const sent = statement({ attachments: [declared] })
      const answer = await send(statementsPart(sent), dataPart(bytes))
      expect(await answer.json()).to.deep.equal([sent.id])
      const [first, second, ...more] = await readMultipartAnswer(await get({ statementId: String(sent.id) }))
      expect(first?.headers.get('content-type')).to.equal('application/json')
      expect(JSON.parse(first?.content.toString() ?? '')).to.deep.include({ id: sent.id, attachments: [declared] })
      expect(Object.fromEntries(second?.headers ?? [])).to.deep.equal({
        'content-type': 'image/png',
        'content-transfer-encoding': 'binary',
        'x-experience-api-hash': sha256(bytes),
      })
      expect(second?.content).to.deep.equal(bytes)
      expect(more).to.deep.equal([])
    })

    it('are taken by PUT too', async () => {
      const sent = withEssay('med PUT')
      const body = multipartBody(statementsPart(sent), dataPart('med PUT'))
      const answer = await statementClient(server).put(String(sent.id), body, { 'Content-Type': multipartType })
      expect(answer.status).to.equal(204)
      expect((await readMultipartAnswer(await get({ statementId: String(sent.id) })))[1]?.content.toString()).to.equal(
        'med PUT',
      )
    })

    it('stay away unless they are asked for (XAPI-00161)', async () => {
      const sent = withEssay('tyst')
      await send(statementsPart(sent), dataPart('tyst'))
      for (const query of [{}, { attachments: 'false' }] as Record<string, string>[]) {
        const answer = await statementClient(server).get({ statementId: String(sent.id), ...query })
        expect(answer.headers.get('content-type')).to.match(/^application\/json/)
        expect(await answer.json()).to.have.property('id', sent.id)
      }
    })

    it('survive a restart', async () => {
      const other = await startTestServer()
      const sent = withEssay('kvar')
      await sendBody(multipartBody(statementsPart(sent), dataPart('kvar')), other)
      const again = await other.restart()
      const [, part] = await readMultipartAnswer(await get({ statementId: String(sent.id) }, again))
      expect(part?.content.toString()).to.equal('kvar')
      await again.stop()
    })

    it('are matched by their hash alone, in any of its lengths, whatever length is declared', async () => {
      for (const algorithm of ['sha224', 'sha256', 'sha384', 'sha512']) {
        const text = `hash ${algorithm}`
        const sha2 = createHash(algorithm).update(text).digest('hex')
        const sent = withEssay(text, { sha2: sha2.toUpperCase(), length: 1 })
        expect((await send(statementsPart(sent), dataPart(text, sha2))).status, algorithm).to.equal(200)
        const [, part] = await readMultipartAnswer(await get({ statementId: String(sent.id) }))
        expect(part?.content.toString()).to.equal(text)
      }
    })

    it('may come for a sub-statement, for a batch, and beside a fileUrl', async () => {
      const inner = { ...withEssay('inre'), id: undefined, objectType: 'SubStatement' }
      const sub = statement({ object: inner })
      const linked = withEssay('länkad', { fileUrl: 'https://example.org/fil' })
      const answer = await send(statementsPart([sub, linked]), dataPart('länkad'), dataPart('inre'))
      expect(answer.status).to.equal(200)
      for (const [id, text] of [
        [sub.id, 'inre'],
        [linked.id, 'länkad'],
      ]) {
        const [, part] = await readMultipartAnswer(await get({ statementId: String(id) }))
        expect(part?.content.toString()).to.equal(text)
      }
      const [first] = await readMultipartAnswer(await get({ statementId: String(linked.id) }))
      expect(JSON.parse(first?.content.toString() ?? '')).to.have.nested.property('attachments[0].fileUrl')
    })

    it('need not come where there is a fileUrl or no attachment', async () => {
      const linked = withEssay('borta', { fileUrl: 'https://example.org/fil' })
      for (const sent of [linked, statement(), [statement(), linked], []]) {
        expect((await send(statementsPart(sent))).status).to.equal(200)
      }
      const parts = await readMultipartAnswer(await get({ statementId: String(linked.id) }))
      expect(parts).to.have.length(1)
    })

    const leniencies: Record<string, (body: string) => string> = {
      'an empty line first': (body) => `\r\n${body}`,
      'no line end last': (body) => body.slice(0, -2),
      'no space after colons': (body) => body.replaceAll(/^([\w-]+): /gm, '$1:'),
      'no Content-Transfer-Encoding, which then is binary': (body) =>
        body.replace('Content-Transfer-Encoding: binary\r\n', ''),
      'no Content-Type in the part with the data': (body) => body.replace('Content-Type: text/plain\r\n', ''),
    }
    for (const [what, change] of Object.entries(leniencies)) {
      it(`may have ${what}`, async () => {
        const sent = withEssay(what)
        const body = change(multipartBody(statementsPart(sent), dataPart(what)).toString())
        expect((await sendBody(body)).status).to.equal(200)
        const [, part] = await readMultipartAnswer(await get({ statementId: String(sent.id) }))
        expect(part?.content.toString()).to.equal(what)
      })
    }
  })

  describe('that are the same', () => {
    it('are stored once and go out once, however many statements have them', async () => {
      const batch = [withEssay('samma'), withEssay('samma'), withEssay('annan')]
      await send(statementsPart(batch), dataPart('samma'), dataPart('annan'))
      await send(statementsPart(withEssay('samma')), dataPart('samma'))
      const kept = (await rows('attachments')).filter(({ sha2 }) => sha2 === sha256('samma'))
      expect(kept).to.have.length(1)
      const chunks = (await rows('attachmentchunks')).filter(({ upload }) => upload === kept[0]?.upload)
      expect(chunks).to.have.length(1)
      const [, ...parts] = await readMultipartAnswer(await get({ limit: '4' }))
      const hashes = parts.map(({ headers }) => headers.get('x-experience-api-hash'))
      expect(hashes)
        .to.have.members([sha256('samma'), sha256('annan')])
        .and.to.have.length(2)
    })

    it('may come once for each of the statements', async () => {
      const batch = [withEssay('dubbel'), withEssay('dubbel')]
      const parts = [dataPart('dubbel'), dataPart('dubbel')]
      expect((await send(statementsPart(batch), ...parts)).status).to.equal(200)
      const answer = await send(statementsPart(withEssay('dubbel')), ...parts)
      expect(answer.status).to.equal(400)
      expect(((await answer.json()) as Refusal).issues[0]?.requirement).to.include('XAPI-00128')
    })

    it('are stored once when they come at the same time', async () => {
      const text = 'x'.repeat(3_000_000)
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => send(statementsPart(withEssay(text)), dataPart(text))),
      )
      expect(answers.map(({ status }) => status)).to.deep.equal(Array(6).fill(200))
      const kept = (await rows('attachments')).filter(({ sha2 }) => sha2 === sha256(text))
      expect(kept).to.have.length(1)
      const pieces = (await rows('attachmentchunks')).filter(({ bytes }) => bytes.toString('latin1').startsWith('xxx'))
      expect(new Set(pieces.map(({ upload }) => upload))).to.deep.equal(new Set([kept[0]?.upload]))
    })
  })

  describe('of another municipality', () => {
    it('are never given by their hash', async () => {
      const neighbour = await withCredential(server, { municipality: 'grannby', scopes: ['all'] })
      const secret = 'hemlig uppsats'
      await send(statementsPart(withEssay(secret)), dataPart(secret))
      const claimed = withEssay(secret, { fileUrl: 'https://example.org/fil' })
      await sendBody(multipartBody(statementsPart(claimed)), neighbour)
      expect(await readMultipartAnswer(await get({ statementId: String(claimed.id) }, neighbour))).to.have.length(1)
      const claimedWithout = withEssay(secret)
      const answer = await sendBody(multipartBody(statementsPart(claimedWithout)), neighbour)
      expect(answer.status).to.equal(400)
      await sendBody(multipartBody(statementsPart(withEssay(secret)), dataPart(secret)), neighbour)
      const kept = (await rows('attachments')).filter(({ sha2 }) => sha2 === sha256(secret))
      expect(kept.map(({ municipality }) => municipality)).to.have.members(['demo', 'grannby'])
    })
  })

  describe('of another credential', () => {
    it('are not given by their hash to who may read only their own statements', async () => {
      const own = await withCredential(server, { scopes: ['statements/write', 'statements/read/mine'] })
      const secret = 'en annans uppsats'
      await send(statementsPart(withEssay(secret)), dataPart(secret))
      const claimed = withEssay(secret, { fileUrl: 'https://example.org/fil' })
      await sendBody(multipartBody(statementsPart(claimed)), own)
      const query = { statementId: String(claimed.id) }
      expect(await readMultipartAnswer(await get(query, own))).to.have.length(1)
      expect(await readMultipartAnswer(await get(query))).to.have.length(2)
      await sendBody(multipartBody(statementsPart(withEssay(secret)), dataPart(secret)), own)
      expect(await readMultipartAnswer(await get(query, own))).to.have.length(2)
    })
  })

  describe('are refused', () => {
    const essay = withEssay('uppsats')
    const head = ['Content-Type: application/json']
    const cases: Record<string, { parts: TestPart[]; requirement: string }> = {
      'without their data': { parts: [statementsPart(essay)], requirement: 'XAPI-00129' },
      'without the data of one of them': {
        parts: [statementsPart([essay, withEssay('två')]), dataPart('uppsats')],
        requirement: 'XAPI-00129',
      },
      'with data that no statement declares': {
        parts: [statementsPart(essay), dataPart('uppsats'), dataPart('annat')],
        requirement: 'XAPI-00132',
      },
      'with data that is not what its hash says': {
        parts: [statementsPart(essay), dataPart('annat', sha256('uppsats'))],
        requirement: 'XAPI-00132',
      },
      'without a hash': {
        parts: [statementsPart(essay), { headers: ['Content-Transfer-Encoding: binary'], content: 'uppsats' }],
        requirement: 'XAPI-00132',
      },
      'in another encoding': {
        parts: [
          statementsPart(essay),
          {
            headers: ['Content-Transfer-Encoding: base64', `X-Experience-API-Hash: ${sha256('uppsats')}`],
            content: 'uppsats',
          },
        ],
        requirement: 'XAPI-00135',
      },
      'when statements come in two parts': {
        parts: [statementsPart(statement()), statementsPart(essay), dataPart('uppsats')],
        requirement: 'XAPI-00132',
      },
      'when the statements come last': {
        parts: [dataPart('uppsats'), statementsPart(essay)],
        requirement: 'XAPI-00134',
      },
      'when the first part does not say that it is JSON': {
        parts: [{ headers: [], content: JSON.stringify(statement()) }],
        requirement: 'XAPI-00134',
      },
      'when the statements are no JSON': { parts: [{ headers: head, content: '{"a":' }], requirement: '3.2' },
      'when a statement is invalid': { parts: [statementsPart(statement({ actor: {} }))], requirement: 'XAPI-00034' },
      'when an id comes twice': { parts: [statementsPart([essay, essay]), dataPart('uppsats')], requirement: '2.1.2' },
    }
    for (const [what, { parts, requirement }] of Object.entries(cases)) {
      it(`${what}, and nothing is stored (${requirement})`, async () => {
        const before = [await rows('attachments'), await rows('attachmentchunks')].map(({ length }) => length)
        const answer = await send(...parts)
        expect(answer.status).to.equal(400)
        const { error, issues } = (await answer.json()) as Refusal
        expect(error).to.equal('invalid')
        expect(issues[0]?.requirement).to.include(requirement)
        expect(issues[0]?.path).to.match(/^(body|statement|\[\d\])/)
        expect(await statementClient(server).read(essay.id)).to.equal(undefined)
        const after = [await rows('attachments'), await rows('attachmentchunks')].map(({ length }) => length)
        expect(after).to.deep.equal(before)
      })
    }

    it('without a boundary, and packed (XAPI-00131)', async () => {
      const body = multipartBody(statementsPart(statement()))
      for (const type of ['multipart/mixed', 'multipart/mixed;', 'multipart/mixed; boundary=']) {
        expect((await sendBody(body, server, type)).status, type).to.equal(400)
      }
      const packed = { 'Content-Type': multipartType, 'Content-Encoding': 'gzip' }
      expect((await statementClient(server).post(body, packed)).status).to.equal(400)
    })

    it('with 409 when another statement has the id; what was there stays', async () => {
      const sent = withEssay('först')
      await send(statementsPart(sent), dataPart('först'))
      const answer = await send(statementsPart({ ...withEssay('sedan'), id: sent.id }), dataPart('sedan'))
      expect(answer.status).to.equal(409)
      const [, part] = await readMultipartAnswer(await get({ statementId: String(sent.id) }))
      expect(part?.content.toString()).to.equal('först')
    })

    it('in JSON when they have no fileUrl or are a signature', async () => {
      const fileUrl = 'https://example.org/fil'
      const signature = { usageType: signatureUsage, contentType: 'application/octet-stream', fileUrl }
      for (const changes of [{}, signature]) {
        const answer = await statementClient(server).post(withEssay('x', changes))
        expect(answer.status).to.equal(400)
        const { issues } = (await answer.json()) as Refusal
        expect(issues[0]?.path).to.match(/^statement\.attachments\[0\]/)
        expect(issues[0]?.requirement).to.include('XAPI-00129')
      }
    })
  })

  describe('too large', () => {
    let small: TestServer
    before(async () => {
      const limits = { ...server.lrs.config.limits, body: 4096, attachment: 10_000, multipart: 30_000 }
      small = await startTestServer({ limits })
    })
    after(() => small.stop())

    const large: Record<string, Buffer<ArrayBuffer>> = {
      'one attachment': multipartBody(statementsPart(withEssay('x'.repeat(10_001))), dataPart('x'.repeat(10_001))),
      'all of them': multipartBody(
        statementsPart([1, 2, 3, 4].map((n) => withEssay(`${n}`.repeat(9000)))),
        ...[1, 2, 3, 4].map((n) => dataPart(`${n}`.repeat(9000))),
      ),
      'the statements': multipartBody(statementsPart(statement({ result: { response: 'x'.repeat(5000) } }))),
    }
    for (const [what, body] of Object.entries(large)) {
      it(`are refused with 413 and a reason: ${what}`, async () => {
        const answer = await sendBody(body, small)
        expect(answer.status).to.equal(413)
        const { error, issues } = (await answer.json()) as Refusal
        expect(error).to.equal('too-large')
        expect(issues[0]?.path).to.match(/^body/)
        expect(await small.lrs.connection.collection('attachmentchunks').find({}).toArray()).to.deep.equal([])
      })
    }

    it('are taken as long as they fit', async () => {
      const text = 'x'.repeat(9999)
      expect((await sendBody(multipartBody(statementsPart(withEssay(text)), dataPart(text)), small)).status).to.equal(
        200,
      )
    })
  })

  it('go through in pieces, in and out', async () => {
    const bytes = Buffer.alloc(10 * 1024 * 1024, 'Lots')
    const sent = withEssay('', { sha2: sha256(bytes), length: bytes.length })
    expect((await send(statementsPart(sent), dataPart(bytes))).status).to.equal(200)
    const chunks = (await rows('attachmentchunks')).map(({ bytes }) => bytes.length() as number)
    expect(Math.max(...chunks)).to.be.below(2 * 1024 * 1024)
    const answer = await get({ statementId: String(sent.id) })
    const length = Number(answer.headers.get('content-length'))
    const [, part] = await readMultipartAnswer(answer.clone() as Response)
    expect((await answer.arrayBuffer()).byteLength).to.equal(length)
    expect(part && Buffer.compare(part.content, bytes)).to.equal(0)
  })

  it('are announced to HEAD and not sent', async () => {
    const sent = withEssay('huvud')
    await send(statementsPart(sent), dataPart('huvud'))
    const address = `${server.xapi}/statements?attachments=true&statementId=${sent.id}`
    const head = await fetch(address, { method: 'HEAD', headers: server.headers })
    const whole = await fetch(address, { headers: server.headers })
    expect(head.headers.get('content-type')).to.match(/^multipart\/mixed; boundary=/)
    expect(Number(head.headers.get('content-length'))).to.equal((await whole.arrayBuffer()).byteLength)
    expect(await head.text()).to.equal('')
  })

  it('leave the connection usable when the request is refused in the middle', async () => {
    const { agentOf, close } = keepAlive()
    const statuses: number[] = []
    for (const body of [
      multipartBody(statementsPart(statement({ actor: {} })), dataPart(Buffer.alloc(3_000_000))),
      multipartBody(statementsPart(statement()), dataPart(Buffer.alloc(3_000_000))),
      multipartBody(statementsPart(withEssay('efteråt')), dataPart('efteråt')),
    ]) {
      statuses.push(await agentOf(server, body))
    }
    expect(statuses).to.deep.equal([400, 400, 200])
    close()
  })

  describe('that are a signature', () => {
    const signedParts = (sent: Json, jws: string, changes: Json = {}) => {
      const own = attachment(jws, { usageType: signatureUsage, contentType: 'application/octet-stream', ...changes })
      return [statementsPart({ ...sent, attachments: [own] }), dataPart(jws)]
    }

    it('are taken when they sign the statement, in a batch too', async () => {
      const [one, two] = [statement(), statement()]
      expect((await send(...signedParts(one, sign(one)))).status).to.equal(200)
      const [first, second] = [one, two].map((sent) => ({ sent, jws: sign(sent) }))
      const declared = [first, second].map((given) => ({
        ...given?.sent,
        attachments: [
          attachment(given?.jws ?? '', { usageType: signatureUsage, contentType: 'application/octet-stream' }),
        ],
      }))
      const parts = [first, second].map((given) => dataPart(given?.jws ?? ''))
      expect((await send(statementsPart(declared), ...parts)).status).to.equal(200)
    })

    it('are refused when they sign another one, and nothing is left of them (XAPI-00116)', async () => {
      const before = (await rows('attachmentchunks')).length
      const sent = statement()
      const answer = await send(...signedParts(sent, sign(statement())))
      expect(answer.status).to.equal(400)
      const { issues } = (await answer.json()) as Refusal
      expect(issues[0]).to.include({ path: 'statement.attachments[0]', requirement: 'Data 2.6 (XAPI-00116)' })
      expect((await rows('attachmentchunks')).length).to.equal(before)
    })

    it('are refused with another content type (XAPI-00115)', async () => {
      const sent = statement()
      const answer = await send(...signedParts(sent, sign(sent), { contentType: 'text/plain' }))
      expect(answer.status).to.equal(400)
      const { issues } = (await answer.json()) as Refusal
      expect(issues[0]).to.include({
        path: 'statement.attachments[0].contentType',
        requirement: 'Data 2.6 (XAPI-00115)',
      })
    })
  })
})

/** Sends one request after another over a single connection, by Node's own client. */
function keepAlive() {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const agentOf = (server: TestServer, body: Buffer) =>
    new Promise<number>((resolve, reject) => {
      const headers = { ...server.headers, 'Content-Type': multipartType, 'Content-Length': body.length }
      const sent = request(`${server.xapi}/statements`, { method: 'POST', agent, headers, timeout: 5000 }, (answer) => {
        answer.resume().once('end', () => resolve(answer.statusCode ?? 0))
      })
      sent.once('error', reject).once('timeout', () => sent.destroy(new Error('no answer')))
      sent.end(body)
    })
  return { agentOf, close: () => agent.destroy() }
}
