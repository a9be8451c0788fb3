import { createSign, generateKeyPairSync } from 'node:crypto'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

const base64url = (content: string | Buffer) => Buffer.from(content).toString('base64url')
const hashes: Record<string, string> = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512' }

/** A JSON web signature of these words, compact; `header` goes on top of `alg`. */
export function sign(payload: unknown, alg = 'RS256', header: Record<string, unknown> = {}): string {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const signed = `${base64url(JSON.stringify({ alg, ...header }))}.${base64url(text)}`
  const signature = createSign(hashes[alg] ?? 'RSA-SHA256')
    .update(signed)
    .sign(privateKey)
  return `${signed}.${base64url(signature)}`
}

/** One element of DER. */
function der(tag: number, ...contents: (Buffer | string)[]): Buffer {
  const content = Buffer.concat(contents.map((one) => Buffer.from(one)))
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

/** The smallest certificate that holds a public key, base64 as in `x5c`. What signed it nobody looks at. */
export function certificate(key = publicKey): string {
  const algorithm = der(0x30, der(0x06, Buffer.from('2a864886f70d01010b', 'hex')), der(0x05))
  const time = (text: string) => der(0x17, text)
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    algorithm,
    der(0x30),
    der(0x30, time('260101000000Z'), time('360101000000Z')),
    der(0x30),
    key.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('RSA-SHA256').update(body).sign(privateKey)
  return der(0x30, body, algorithm, der(0x03, Buffer.from([0]), signature)).toString('base64')
}

/** A certificate of a key that nothing was signed with. */
export function foreignCertificate(): string {
  return certificate(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey)
}
