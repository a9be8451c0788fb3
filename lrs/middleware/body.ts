import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'

/** Reads the body as it is, whatever its content type, into the Buffer `req.body`; more than `limit` bytes are refused with 413. */
export function readBody(limit: number): RequestHandler[] {
  return [express.raw({ type: () => true, limit }), ensureBuffer]
}

function ensureBuffer(req: Request, _res: Response, next: NextFunction): void {
  if (!Buffer.isBuffer(req.body)) req.body = Buffer.alloc(0)
  next()
}
