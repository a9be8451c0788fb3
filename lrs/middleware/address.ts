import type { RequestListener } from 'node:http'
import type { NextFunction, Request, Response } from 'express'
import { LrsError } from '../errors.ts'

const issue = { path: 'path', message: 'cannot be decoded', requirement: 'Communication 3.2' }
const message = `The request was not taken: ${issue.path} ${issue.message}.`

/** Answers 400 to a request line whose target is no address at all; Express would not even look for a route. */
export function refuseUnreadable(listener: RequestListener): RequestListener {
  return (req, res) => {
    const target = req.url ?? ''
    if (target.startsWith('/') || target === '*' || URL.canParse(target)) return listener(req, res)
    const body = JSON.stringify({ error: 'invalid', message, issues: [issue] })
    res.writeHead(400, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length })
    res.end(body)
  }
}

/**
 * Refuses an address with a percent sign that begins no character of UTF-8: what it was to mean can only be guessed.
 * @throws LrsError `invalid`
 */
export function requireDecodable(req: Request, _res: Response, next: NextFunction): void {
  try {
    decodeURIComponent(req.originalUrl)
  } catch {
    throw new LrsError('invalid', message, { issues: [issue] })
  }
  next()
}
