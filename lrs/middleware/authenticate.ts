import type { RequestHandler } from 'express'
import { findCredential } from '../accounts/credential.ts'
import { findSession } from '../accounts/session.ts'
import { LrsError } from '../errors.ts'
import type { Lrs } from '../lrs.ts'

/**
 * Puts what the request may do into `res.locals.access`: a credential's or a course session's, by HTTP Basic.
 * @throws LrsError `unauthorized`; the answer never has WWW-Authenticate, since a browser would ask the learner for a password
 */
export function authenticate({ connection }: Lrs): RequestHandler {
  return async (req, res, next) => {
    const given = parseBasic(req.get('Authorization'))
    const access =
      given &&
      ((await findCredential(connection, given.key, given.secret)) ??
        (await findSession(connection, given.key, given.secret)))
    if (!access)
      throw refusal(given === undefined ? 'is missing or not HTTP Basic' : 'names no credential that is valid now')
    res.locals.access = access
    next()
  }
}

/** Key and secret of an Authorization header (RFC 7617); the secret may hold colons. */
export function parseBasic(header: string | undefined): { key: string; secret: string } | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/_-]+={0,2}) *$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  return colon < 1 ? undefined : { key: text.slice(0, colon), secret: text.slice(colon + 1) }
}

function refusal(message: string): LrsError {
  return new LrsError('unauthorized', `The header Authorization ${message}.`, {
    issues: [{ path: 'header.Authorization', message, requirement: 'Communication 4.0 (XAPI-00334)' }],
  })
}
