import express, { type RequestHandler, type Response, Router } from 'express'
import { hostedVersion } from './hosted-version.ts'

const scriptPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
/** A picture brings its own colours for light and dark in a <style>; nothing in it may run or load. */
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

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
    'Content-Security-Policy': path.endsWith('.svg') ? picturePolicy : scriptPolicy,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  })
}
