import type { RequestHandler } from 'express'
import { type Log, loggedPath } from '../log.ts'

/** One entry for each answer: what was asked for, the status and how many milliseconds it took. */
export function logRequests(log: Log): RequestHandler {
  return (req, res, next) => {
    const start = performance.now()
    res.on('finish', () => {
      log.debug('a request was answered', {
        method: req.method,
        path: loggedPath(req.originalUrl.split('?', 1)[0] ?? ''),
        status: res.statusCode,
        milliseconds: Math.round((performance.now() - start) * 10) / 10,
      })
    })
    next()
  }
}
