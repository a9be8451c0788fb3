import { type Request, Router } from 'express'
import { hashToken, matchesHash } from './accounts/token.ts'
import { LrsError } from './errors.ts'
import type { Lrs } from './lrs.ts'
import { metricsType } from './metrics.ts'

/** For whoever watches the server: `/health` for everybody, `/metrics` for those who may. */
export function operationsRoutes({ storage, metrics, config }: Lrs): Router {
  const router = Router()
  router.get('/health', async (_req, res) => {
    res.set('Cache-Control', 'no-store')
    await storage.check()
    res.json({ status: 'ok' })
  })
  const tokenHash = config.metricsToken === undefined ? '' : hashToken(config.metricsToken)
  router.get('/metrics', async (req, res) => {
    if (!isLocal(req) && !matchesHash(bearerToken(req), tokenHash)) {
      throw new LrsError('not-found', 'There is nothing at /metrics.')
    }
    res.type(metricsType).send(await metrics.text())
  })
  return router
}

/** From a program on this machine, and not through a proxy on it. */
function isLocal(req: Request): boolean {
  const address = req.socket.remoteAddress ?? ''
  const isLoopback = /^(::ffff:)?127\./.test(address) || address === '::1'
  return isLoopback && !['x-forwarded-for', 'forwarded', 'via'].some((name) => name in req.headers)
}

function bearerToken(req: Request): string {
  return /^Bearer +(\S+) *$/i.exec(req.get('Authorization') ?? '')?.[1] ?? ''
}
