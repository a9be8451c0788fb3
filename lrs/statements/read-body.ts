import { isUtf8 } from 'node:buffer'
import type { Limits } from '../config.ts'
import { LrsError } from '../errors.ts'
import { parseJson } from '../xapi/json.ts'
import { type Part, parseBoundary, parseMultipart } from '../xapi/multipart.ts'

/**
 * The JSON value in the body of a request to the Statements resource; how it looks is for `prepareStatements` to judge.
 * @throws LrsError `invalid` when it is no JSON in UTF-8 or says it is something else, `too-large` for too many statements
 */
export function readStatements(contentType: string | undefined, body: Buffer, limits: Limits): unknown {
  requireJsonType(contentType)
  if (!isUtf8(body)) throw refusal('body', 'must be encoded in UTF-8', 'Communication 1.4')
  const text = body.toString()
  const parsed = parseJson(text, limits.depth)
  if (parsed.problem) {
    const { message, position, requirement = 'Communication 3.2' } = parsed.problem
    throw refusal('body', `${message}, at ${place(text, position)}`, requirement)
  }
  if (Array.isArray(parsed.value) && parsed.value.length > limits.batch) {
    const message = `may hold ${limits.batch} statements, not ${parsed.value.length}`
    const issues = [{ path: 'body', message, requirement: 'Communication 3.2' }]
    throw new LrsError('too-large', `The request was not taken: body ${message}.`, { issues })
  }
  return parsed.value
}

function requireJsonType(contentType: string | undefined): void {
  if (mediaType(contentType) === 'application/json') return
  throw refusal('header.Content-Type', 'must be application/json or multipart/mixed', 'Communication 1.5 (XAPI-00127)')
}

export function isMultipart(contentType: string | undefined): boolean {
  return mediaType(contentType) === 'multipart/mixed'
}

function mediaType(contentType: string | undefined): string | undefined {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase()
}

/** What a request of type multipart/mixed carries: its statements, and the parts that follow them, read as they are asked for. */
export interface MultipartBody {
  statements: unknown
  parts: AsyncIterable<Part>
}

/**
 * Reads a multipart body as far as its statements, which are its first part (Communication 1.5.2).
 * @throws LrsError as `readStatements` does, and `too-large` when more than `limits.multipart` bytes come
 */
export async function readMultipart(
  contentType: string | undefined,
  source: AsyncIterable<Buffer>,
  limits: Limits,
): Promise<MultipartBody> {
  const boundary = parseBoundary(contentType ?? '')
  if (boundary === undefined) {
    throw refusal('header.Content-Type', 'must name its boundary', 'Communication 1.5.2 (XAPI-00131)')
  }
  const parts = parseMultipart(atMost(limits.multipart, source), boundary)
  const { value: first, done } = await parts.next()
  if (done) throw refusal('body', 'has no part: the first must be the statements', 'Communication 1.5.2 (XAPI-00133)')
  const type = first.headers.get('content-type')
  if (mediaType(type) !== 'application/json') {
    const message = 'must have a first part of type application/json: the statements'
    throw refusal('body', message, 'Communication 1.5.2 (XAPI-00134)')
  }
  const bytes: Buffer[] = []
  for await (const piece of atMost(limits.body, first.body)) bytes.push(piece)
  return { statements: readStatements(type, Buffer.concat(bytes), limits), parts }
}

async function* atMost(limit: number, source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let length = 0
  for await (const bytes of source) {
    length += bytes.length
    if (length > limit) {
      const issue = {
        path: 'body',
        message: `must not be larger than ${limit} bytes`,
        requirement: 'Communication 3.2',
      }
      throw new LrsError('too-large', `The request was not taken: body ${issue.message}.`, { issues: [issue] })
    }
    yield bytes
  }
}

function refusal(path: string, message: string, requirement: string): LrsError {
  return new LrsError('invalid', `${path} ${message}.`, { issues: [{ path, message, requirement }] })
}

/** `position 27 (line 3, column 5)` */
function place(text: string, position: number): string {
  const before = text.slice(0, position)
  const line = before.split('\n').length
  return `position ${position} (line ${line}, column ${position - before.lastIndexOf('\n')})`
}
