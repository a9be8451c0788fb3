import type { NextFunction, Request, Response } from 'express'
import { LrsError } from '../errors.ts'

/**
 * Refuses a form that another site sends in the visitor's name. The browser says where a request comes from; a request
 * that says nothing is refused too, so use it only for pages, not for xAPI.
 * @throws LrsError `forbidden`
 */
export function requireSameOrigin(req: Request, _res: Response, next: NextFunction): void {
  if (req.method !== 'GET' && req.method !== 'HEAD' && !isSameOrigin(req)) {
    throw new LrsError('forbidden', 'Formuläret kom från en annan webbplats. Öppna sidan igen och försök på nytt.')
  }
  next()
}

/** `Origin` is `null` under Referrer-Policy no-referrer, so Sec-Fetch-Site goes first where the browser sends it. */
function isSameOrigin(req: Request): boolean {
  const site = req.get('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  const origin = URL.parse(req.get('origin') ?? '')
  return origin !== null && origin.host === req.host
}
