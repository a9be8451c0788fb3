import type { Request, RequestHandler } from 'express'
import type { Metrics } from '../metrics.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])

/** Counts and times every answer under the template of its route, never under the address that was asked for. */
export function measureRequests(metrics: Metrics): RequestHandler {
  return (req, res, next) => {
    const start = performance.now()
    const route = watchRoute(req)
    res.on('finish', () => {
      const method = methods.has(req.method) ? req.method : 'other'
      const seconds = (performance.now() - start) / 1000
      metrics.observeRequest({ method, route: route(), status: res.statusCode, seconds })
    })
    next()
  }
}

/** Express forgets where a route was mounted once an error leaves its router, so that is noted when it sets the route. */
function watchRoute(req: Request): () => string {
  let template = 'none'
  let current: unknown
  Object.defineProperty(req, 'route', {
    configurable: true,
    get: () => current,
    set(route) {
      current = route
      template = `${req.baseUrl}${route?.path}`.replace(/(.)\/$/, '$1')
    },
  })
  return () => template
}
