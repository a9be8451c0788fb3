import type { XapiVersion } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'
import { type DocumentResource, requirements } from './document.ts'

/** What a request that changes a document says about the one it expects to find (Communication 3.1). */
export interface Precondition {
  method: 'PUT' | 'POST' | 'DELETE'
  version: XapiVersion
  resource: DocumentResource
  ifMatch?: string
  ifNoneMatch?: string
}

/**
 * @param etag of the document that is there, without quotation marks
 * @throws LrsError `precondition-failed`; for a PUT without a precondition `conflict` when the document exists, or
 * `invalid` when it does not and 1.0.3 asks for one
 */
export function checkPrecondition(precondition: Precondition, etag: string | undefined): void {
  const { ifMatch, ifNoneMatch } = precondition
  if (ifMatch !== undefined && !matches(ifMatch, etag)) throw unfulfilled('If-Match', etag)
  if (ifNoneMatch !== undefined && matches(ifNoneMatch, etag)) throw unfulfilled('If-None-Match', etag)
  if (precondition.method === 'PUT' && ifMatch === undefined && ifNoneMatch === undefined) {
    checkBlindPut(precondition, etag)
  }
}

/** AUs of cmi5 speak 1.0.3 and write their state without a precondition; 2.0 refuses that (4.1.4). */
function checkBlindPut({ version, resource }: Precondition, etag: string | undefined): void {
  if (version === '1.0.3' && resource === 'state') return
  if (etag !== undefined) {
    throw refusal(
      'conflict',
      'A document is there already. Send If-Match with its ETag to replace it, or If-None-Match: * to keep it.',
    )
  }
  if (version === '1.0.3') {
    throw refusal('invalid', 'A PUT of a profile needs If-Match with an ETag, or If-None-Match: * for a new one.')
  }
}

/** RFC 9110 13.1; tags without their quotation marks are taken too. */
function matches(header: string, etag: string | undefined): boolean {
  if (etag === undefined) return false
  if (header.trim() === '*') return true
  return header.split(',').some((tag) => tag.trim().replace(/^(?:W\/)?"?|"$/g, '') === etag)
}

function unfulfilled(header: 'If-Match' | 'If-None-Match', etag: string | undefined): LrsError {
  const there = etag === undefined ? 'there is no document' : `the document's ETag is "${etag}"`
  return refusal('precondition-failed', `${header} does not hold: ${there}.`, header)
}

type Code = 'conflict' | 'invalid' | 'precondition-failed'

function refusal(code: Code, message: string, header = 'If-Match'): LrsError {
  return new LrsError(code, message, {
    issues: [{ path: `header.${header}`, message, requirement: requirements.concurrency }],
  })
}
