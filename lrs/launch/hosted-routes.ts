import express, { type RequestHandler, type Response, Router } from 'express'
import { coursePolicy } from './course-policy.ts'
import { hostedVersion } from './hosted-version.ts'

/**
 * Serves the unpacked course at `/<version>/…`. A file that this version names never changes; a page that was opened
 * before a new version came still finds its files, but they are not kept.
 */
export function hostedRoutes(folder: string): Router {
  const router = Router()
  const files = express.static(folder, { index: false, redirect: false, setHeaders })
  const versioned: RequestHandler<{ version: string }> = async (req, res, next) => {
    res.locals.lasting = (await hostedVersion(folder)) === req.params.version
    next()
  }
  router.use('/:version', versioned, files)
  return router
}

function setHeaders(res: Response, path: string): void {
  const lasting = res.locals.lasting && !path.endsWith('.html')
  res.set({
    'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Content-Security-Policy': coursePolicy(path, "'none'"),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
}
