import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Access, XapiVersion } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'
import { negotiateVersion } from '../xapi/versions.ts'

const header = 'X-Experience-API-Version'

/** Every answer names a version, refusals too (Communication 3.3): the request's, or `fallback` until it is known whose it is. */
export function announceVersion(fallback: XapiVersion): RequestHandler {
  return (req, res, next) => {
    res.setHeader(header, negotiateVersion(req.get(header) ?? '') ?? fallback)
    next()
  }
}

/**
 * Puts the request's version into `res.locals.version`; comes after `authenticate`.
 * @throws LrsError `invalid` when it names none that the server speaks; the answer then names the credential's default
 */
export function requireVersion(req: Request, res: Response, next: NextFunction): void {
  const given = req.get(header)
  const version = negotiateVersion(given ?? '')
  if (version === undefined) {
    const access: Access = res.locals.access
    res.setHeader(header, access.defaultVersion)
    throw new LrsError('invalid', `The header ${header} ${given === undefined ? 'is missing' : 'is not understood'}.`, {
      issues: [
        {
          path: `header.${header}`,
          message: 'must be 1.0, 1.0.x, 2.0 or 2.0.x',
          requirement: 'Communication 3.3 (XAPI-00331)',
        },
      ],
    })
  }
  res.locals.version = version
  res.setHeader(header, version)
  next()
}
