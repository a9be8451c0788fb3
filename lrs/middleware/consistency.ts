import type { RequestHandler } from 'express'
import type { Lrs } from '../lrs.ts'

/**
 * Says on every answer of the Statements resource, refusals too, up to when everything stored can be found
 * (Communication 2.1.3). Computed before any query runs, never after: a statement that came in between would be promised
 * and missing, and a client that reads on from there would never see it.
 */
export function announceConsistency({ statements }: Lrs): RequestHandler {
  return (_req, res, next) => {
    res.setHeader('X-Experience-API-Consistent-Through', statements.consistentThrough())
    next()
  }
}
