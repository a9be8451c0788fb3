import { compactVerify, importX509 } from 'jose'
import type { XapiVersion } from '../accounts/access.ts'
import { signatureUsage } from './attachment.ts'
import { comparableText } from './compare.ts'
import { isObject, type JsonObject } from './grammar.ts'
import { parseJson } from './json.ts'
import { validateStatement } from './statement.ts'
import type { Statement } from './types.ts'

const algorithms = ['RS256', 'RS384', 'RS512']

/**
 * What is wrong with a JSON web signature as the one of this statement (Data 2.6); undefined when nothing is. With a
 * certificate in its header the signature is verified by it: that finds mistakes, and says nothing of who signed.
 *
 * @param jws what was attached: a JWS, compact or as JSON with one signature
 * @param given the version of the request, and how deep JSON may be nested
 */
export async function signatureProblem(
  jws: Buffer,
  statement: Statement,
  given: { version: XapiVersion; depth: number },
): Promise<string | undefined> {
  const compact = compactText(jws.toString('latin1').trim(), given.depth)
  const [head = '', payload = '', signature = '', ...more] = compact.split('.')
  if (![head, payload, signature].every((part) => /^[\w-]+$/.test(part)) || more.length > 0) {
    return 'must be a JSON web signature of RFC 7515'
  }
  const header = decode(head, given.depth)
  if (!isObject(header)) return 'must have a JSON object as its protected header'
  if (!algorithms.includes(String(header.alg))) return `must use one of the algorithms ${algorithms.join(', ')}`
  const signed = decode(payload, given.depth)
  const [issue] = validateStatement(signed, given.version, 'payload')
  if (issue) return `must hold the statement in its payload, where ${issue.path} ${issue.message}`
  if (!isSameStatement(signed as Statement, statement)) return 'must hold the same statement in its payload'
  return header.x5c === undefined ? undefined : certificateProblem(compact, header)
}

/** JSON serialisation is discouraged and not forbidden (Data 2.6). */
function compactText(text: string, depth: number): string {
  const json = text.startsWith('{') ? parseJson(text, depth) : { value: undefined, problem: undefined }
  if (json.problem || !isObject(json.value)) return text
  const { payload, signatures } = json.value
  const [only, ...others] = Array.isArray(signatures) ? signatures : [json.value]
  if (!isObject(only) || others.length > 0) return text
  return [only.protected, payload, only.signature].join('.')
}

function decode(base64url: string, depth: number): unknown {
  const { value } = { value: undefined, ...parseJson(Buffer.from(base64url, 'base64url').toString(), depth) }
  return value
}

/** The payload is the statement as it was before it was signed; it may have been without the id that it was then sent with. */
function isSameStatement(signed: Statement, statement: Statement): boolean {
  const isSameId = signed.id === undefined || signed.id.toLowerCase() === statement.id?.toLowerCase()
  return isSameId && comparableText(unsigned(signed)) === comparableText(unsigned(statement))
}

function unsigned({ attachments, ...rest }: Statement): Statement {
  const others = (attachments ?? []).filter(({ usageType }) => usageType !== signatureUsage)
  return others.length === 0 ? rest : { ...rest, attachments: others }
}

async function certificateProblem(jws: string, { alg, x5c }: JsonObject): Promise<string | undefined> {
  const [certificate] = Array.isArray(x5c) ? x5c : []
  try {
    const lines = String(certificate).replace(/.{64}(?=.)/g, '$&\n')
    const key = await importX509(`-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----`, String(alg))
    await compactVerify(jws, key, { algorithms })
    return undefined
  } catch {
    return 'must be one that the certificate in its header verifies'
  }
}
