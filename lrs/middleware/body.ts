import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'

/**
 * Reads the body as it is, whatever its content type, into the Buffer `req.body`; more than `limit` bytes are refused with 413.
 * Where `isStreamed` says so it is left for the route to read.
 */
export function readBody(limit: number, isStreamed: (req: Request) => boolean = () => false): RequestHandler[] {
  const read = express.raw({ type: () => true, limit })
  return [(req, res, next) => (isStreamed(req) ? next() : read(req, res, next)), ensureBuffer]
}

function ensureBuffer(req: Request, _res: Response, next: NextFunction): void {
  if (!Buffer.isBuffer(req.body)) req.body = Buffer.alloc(0)
  next()
}
