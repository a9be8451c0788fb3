import type { NextFunction, Request, Response } from 'express'

/** Response headers that scripts of other origins may read. */
const exposed = 'ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through, Retry-After'
const allowed =
  'Authorization, Content-Type, X-Experience-API-Version, If-Match, If-None-Match, Accept, Accept-Language, X-Requested-With'
const oneDay = '86400'

/**
 * Lets courses on any origin speak xAPI: they carry their own credentials in a header, never a cookie. A browser's
 * question beforehand (OPTIONS) needs no credentials and no version.
 */
export function allowOrigins(req: Request, res: Response, next: NextFunction): void {
  res.setHeader('Access-Control-Allow-Origin', '*')
  res.setHeader('Access-Control-Expose-Headers', exposed)
  res.setHeader('X-Content-Type-Options', 'nosniff')
  if (req.method !== 'OPTIONS') {
    next()
    return
  }
  res.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, PUT, POST, DELETE, OPTIONS')
  res.setHeader('Access-Control-Allow-Headers', allowed)
  res.setHeader('Access-Control-Max-Age', oneDay)
  res.statusCode = 204
  res.end()
}
