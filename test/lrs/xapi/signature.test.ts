import { expect } from 'chai'
import type { XapiVersion } from '../../../lrs/accounts/access.ts'
import { signatureUsage } from '../../../lrs/xapi/attachment.ts'
import { signatureProblem } from '../../../lrs/xapi/signature.ts'
import type { Statement } from '../../../lrs/xapi/types.ts'
import { attachment } from '../../support/multipart.ts'
import { certificate, foreignCertificate, sign } from '../../support/signing.ts'
import { agent, type Json, statement } from '../../support/statement.ts'

/** The statement as it is sent: with its signature beside whatever else is attached. */
function signed(sent: Json, jws: string): Statement {
  const own = attachment(jws, { usageType: signatureUsage, contentType: 'application/octet-stream' })
  return { ...sent, attachments: [...((sent.attachments ?? []) as Json[]), own] } as unknown as Statement
}

const problemOf = (jws: string, sent: Json, version: XapiVersion = '2.0.0') =>
  signatureProblem(Buffer.from(jws), signed(sent, jws), { version, depth: 100 })

describe('signatureProblem', () => {
  for (const alg of ['RS256', 'RS384', 'RS512']) {
    it(`finds none in a signature by ${alg}, with and without a certificate`, async () => {
      const sent = statement()
      expect(await problemOf(sign(sent, alg), sent)).to.equal(undefined)
      expect(await problemOf(sign(sent, alg, { x5c: [certificate()] }), sent)).to.equal(undefined)
    })
  }

  it('refuses other algorithms (XAPI-00117)', async () => {
    const sent = statement()
    for (const alg of ['HS256', 'ES256', 'PS256', 'none', 'rs256', undefined]) {
      const jws = sign(sent, alg as string)
      const [, payload, signature] = jws.split('.')
      const header = Buffer.from(JSON.stringify({ alg })).toString('base64url')
      expect(await problemOf([header, payload, signature].join('.'), sent), alg).to.match(/one of the algorithms RS256/)
    }
  })

  it('refuses what the certificate does not verify', async () => {
    const sent = statement()
    const says = /that the certificate in its header verifies/
    expect(await problemOf(sign(sent, 'RS256', { x5c: [foreignCertificate()] }), sent)).to.match(says)
    for (const x5c of [[], ['nonsense'], 'nonsense', null]) {
      expect(await problemOf(sign(sent, 'RS256', { x5c }), sent), JSON.stringify(x5c)).to.match(says)
    }
    const [head, payload, signature] = sign(sent, 'RS256', { x5c: [certificate()] }).split('.')
    const changed = `${signature?.startsWith('A') ? 'B' : 'A'}${signature?.slice(1)}`
    expect(await problemOf([head, payload, changed].join('.'), sent)).to.match(says)
  })

  it('refuses what is no JSON web signature', async () => {
    const sent = statement()
    const whole = sign(sent)
    const [head, payload, signature] = whole.split('.')
    for (const jws of [
      '',
      'x',
      whole.replace('.', ':'),
      `${head}.${payload}.`,
      `${head}.${payload}`,
      `${whole}.${head}`,
    ]) {
      expect(await problemOf(jws, sent), jws.slice(0, 20)).to.match(/must be a JSON web signature/)
    }
    const notJson = Buffer.from('no json').toString('base64url')
    expect(await problemOf([notJson, payload, signature].join('.'), sent)).to.match(/protected header/)
  })

  it('refuses a payload that is no valid statement, and says where', async () => {
    const sent = statement()
    expect(await problemOf(sign('{"actor":'), sent)).to.match(/must hold the statement in its payload/)
    expect(await problemOf(sign({ ...sent, actor: {} }), sent)).to.match(/payload\.actor must have exactly one of/)
    const timestamps = { ...sent, timestamp: null }
    expect(await problemOf(sign(timestamps), sent)).to.match(/payload\.timestamp must not be null/)
  })

  it('refuses the signature of another statement', async () => {
    const sent = statement({ result: { response: 'ja' } })
    for (const change of [{ actor: agent('annan') }, { result: { response: 'nej' } }, { id: statement().id }]) {
      expect(await problemOf(sign({ ...sent, ...change }), sent)).to.match(/must hold the same statement/)
    }
    expect(await problemOf(sign(sent), { ...sent, attachments: [attachment('mer')] })).to.match(/same statement/)
  })

  it('compares by the specification’s rules: not by order, time zone, definitions, or hundredths of a second', async () => {
    const sent = statement({
      timestamp: '2026-11-24T10:00:00.000Z',
      result: { duration: 'PT1.234S', success: true },
      object: { id: 'https://example.org/a', definition: { name: { sv: 'A' } } },
    })
    const { id, ...rest } = sent
    const payload = {
      ...rest,
      timestamp: '2026-11-24T11:00:00+01:00',
      result: { success: true, duration: 'PT1.23S' },
      object: { id: 'https://example.org/a' },
    }
    expect(await problemOf(sign(payload), sent)).to.equal(undefined)
    expect(await problemOf(sign({ ...payload, id: String(id).toUpperCase() }), sent)).to.equal(undefined)
  })

  it('finds none where other attachments or an earlier signature were signed with it', async () => {
    const sent = statement({ attachments: [attachment('uppsats')] })
    expect(await problemOf(sign(sent), sent)).to.equal(undefined)
    const first = sign(sent)
    expect(await problemOf(sign(signed(sent, first)), signed(sent, first) as unknown as Json)).to.equal(undefined)
  })

  it('takes a signature that is serialised as JSON', async () => {
    const sent = statement()
    const [head, payload, signature] = sign(sent, 'RS256', { x5c: [certificate()] }).split('.')
    const own = { protected: head, signature }
    expect(await problemOf(JSON.stringify({ payload, ...own }), sent)).to.equal(undefined)
    expect(await problemOf(JSON.stringify({ payload, signatures: [own] }), sent)).to.equal(undefined)
    expect(await problemOf(JSON.stringify({ payload, signatures: [own, own] }), sent)).to.match(/must be a JSON web/)
    expect(await problemOf(JSON.stringify({ payload }), sent)).to.match(/must be a JSON web signature/)
  })

  it('judges the payload by the version of the request', async () => {
    const sent = statement({ context: { contextAgents: [{ objectType: 'contextAgent', agent: agent('a') }] } })
    expect(await problemOf(sign(sent), sent)).to.equal(undefined)
    expect(await problemOf(sign(sent), sent, '1.0.3')).to.match(/payload\.context\.contextAgents/)
  })
})
