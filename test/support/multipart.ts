import { createHash } from 'node:crypto'
import type { Json } from './statement.ts'

/** One part of a multipart body: its headers as they are written, and its content. */
export interface TestPart {
  headers: string[]
  content: string | Buffer
}

export const boundary = "abcABC0123'()+_,-./:=?"
export const multipartType = `multipart/mixed; boundary="${boundary}"`

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

/** What a statement declares of an attachment with this content; `changes` replaces properties, `undefined` removes one. */
export function attachment(content: string | Buffer, changes: Json = {}): Json {
  const whole: Json = {
    usageType: 'https://example.org/usage/essay',
    display: { sv: 'Uppsats' },
    contentType: 'text/plain; charset=utf-8',
    length: Buffer.byteLength(content),
    sha2: sha256(content),
    ...changes,
  }
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
}

export function statementsPart(statements: unknown): TestPart {
  return { headers: ['Content-Type: application/json'], content: JSON.stringify(statements) }
}

/** The part with an attachment's data. */
export function dataPart(content: string | Buffer, hash = sha256(content)): TestPart {
  return {
    headers: ['Content-Type: text/plain', 'Content-Transfer-Encoding: binary', `X-Experience-API-Hash: ${hash}`],
    content,
  }
}

export function multipartBody(...parts: TestPart[]): Buffer<ArrayBuffer> {
  const pieces = parts.flatMap(({ headers, content }) => [
    `--${boundary}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`,
    content,
    '\r\n',
  ])
  return Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece)))
}

/** Takes an answer of type multipart/mixed apart; the boundary must stand first in its type, without quotation marks. */
export async function readMultipartAnswer(answer: Response): Promise<{ headers: Headers; content: Buffer }[]> {
  const mark = /^multipart\/mixed; boundary=([\w-]+)$/.exec(answer.headers.get('content-type') ?? '')?.[1]
  if (mark === undefined) throw new Error(`not a multipart answer: ${answer.headers.get('content-type')}`)
  const text = `\r\n${Buffer.from(await answer.arrayBuffer()).toString('latin1')}`
  const pieces = text.split(`\r\n--${mark}`)
  if (pieces[0] !== '' || pieces.at(-1) !== '--\r\n') throw new Error('not a whole multipart body')
  return pieces.slice(1, -1).map((piece) => {
    const end = piece.indexOf('\r\n\r\n')
    const lines = piece.slice(2, end).split('\r\n')
    const headers = new Headers(lines.map((line) => line.split(': ') as [string, string]))
    return { headers, content: Buffer.from(piece.slice(end + 4), 'latin1') }
  })
}
