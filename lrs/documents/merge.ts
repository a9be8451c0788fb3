import { LrsError } from '../errors.ts'
import { parseJson } from '../xapi/json.ts'
import { type DocumentContent, isJsonType, requirements } from './document.ts'

type JsonObject = Record<string, unknown>

/**
 * What a POST makes of a document (Communication 2.2): JSON objects are merged one level deep, the posted properties
 * replacing the stored ones; where there is nothing yet, what was posted is stored as it is.
 *
 * @param depth how deep JSON may be nested
 * @throws LrsError `invalid` when one of the two is no JSON object of type application/json
 */
export function mergeDocuments(
  stored: DocumentContent | undefined,
  posted: DocumentContent,
  depth: number,
): DocumentContent {
  if (!stored) {
    if (isJsonType(posted.contentType)) objectIn(posted, { depth, name: 'the posted document' })
    return posted
  }
  const before = objectIn(stored, { depth, name: 'the stored document' })
  const changes = objectIn(posted, { depth, name: 'the posted document' })
  return { body: Buffer.from(JSON.stringify({ ...before, ...changes })), contentType: posted.contentType }
}

function objectIn(
  { body, contentType }: DocumentContent,
  { depth, name }: { depth: number; name: string },
): JsonObject {
  if (!isJsonType(contentType)) throw refusal(`${name} must be of type application/json, not ${contentType}`)
  const { value, problem } = { value: undefined, ...parseJson(body.toString('utf8'), depth) }
  if (problem) throw refusal(`${name} is not JSON: at character ${problem.position} it ${problem.message}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refusal(`${name} must be a JSON object`)
  return value as JsonObject
}

function refusal(message: string): LrsError {
  return new LrsError('invalid', `Only JSON objects can be merged: ${message}.`, {
    issues: [{ path: 'body', message, requirement: requirements.merge }],
  })
}
