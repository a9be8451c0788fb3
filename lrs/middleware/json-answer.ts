import { createHash } from 'node:crypto'
import type { Response } from 'express'

/** Answers with a JSON text as it stands. To HEAD only its headers go out (Communication 1.1). */
export function sendJson(res: Response, json: string, status = 200): void {
  const body = Buffer.from(json)
  res.status(status).setHeader('Content-Type', 'application/json; charset=utf-8')
  res.setHeader('Content-Length', body.length)
  res.end(body)
}

/** The same with an ETag, for resources that have concurrency controls (Communication 3.1): the SHA-1 of the contents. */
export function sendTaggedJson(res: Response, json: string): void {
  res.setHeader('ETag', `"${createHash('sha1').update(json).digest('hex')}"`)
  sendJson(res, json)
}
