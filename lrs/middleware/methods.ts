import type { RequestHandler } from 'express'
import { LrsError } from '../errors.ts'

/** For what is left of a route: its methods, as the header Allow lists them, and no other. */
export function refuseMethod(allow: string): RequestHandler {
  return (req, res) => {
    res.setHeader('Allow', allow)
    const message = `must be one of ${allow}, not ${req.method}`
    throw new LrsError('method-not-allowed', `The method ${message}.`, {
      issues: [{ path: 'method', message, requirement: 'Communication 2.0' }],
    })
  }
}
