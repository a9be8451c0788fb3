import type { RequestHandler } from 'express'
import { type Log, loggedPath } from '../log.ts'

/** One line for each answer: what was asked for, the status and how many milliseconds it took. */
export function logRequests(log: Log): RequestHandler {
  return (req, res, next) => {
    const start = performance.now()
    res.on('finish', () => {
      const milliseconds = (performance.now() - start).toFixed(1)
      log.debug(`${req.method} ${loggedPath(req.originalUrl.split('?', 1)[0] ?? '')} ${res.statusCode} ${milliseconds}`)
    })
    next()
  }
}
