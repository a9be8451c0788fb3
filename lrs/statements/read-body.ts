import { isUtf8 } from 'node:buffer'
import type { Limits } from '../config.ts'
import { LrsError } from '../errors.ts'
import { parseJson } from '../xapi/json.ts'

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
    const { message, position } = parsed.problem
    throw refusal('body', `${message}, at ${place(text, position)}`, 'Communication 3.2')
  }
  if (Array.isArray(parsed.value) && parsed.value.length > limits.batch) {
    throw new LrsError('too-large', `A request may carry ${limits.batch} statements, not ${parsed.value.length}.`)
  }
  return parsed.value
}

function requireJsonType(contentType: string | undefined): void {
  const type = contentType?.split(';', 1)[0]?.trim().toLowerCase()
  if (type === 'application/json') return
  const message =
    type === 'multipart/mixed'
      ? 'must be application/json: this server does not take the data of attachments yet; give each a fileUrl'
      : 'must be application/json'
  throw refusal('header.Content-Type', message, 'Communication 1.5 (XAPI-00127)')
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
