import { Router } from 'express'
import helmet from 'helmet'
import type { Lrs } from '../lrs.ts'
import { findAsset } from './assets.ts'
import { renderPage } from './render.ts'

/** Headers of every page of ours: nothing from elsewhere, nothing inline, no script at all, no framing. */
export const pageHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
})

/** The start page and everything under /static; what comes after it, an error's page above all, has the pages' headers too. */
export function webRoutes(lrs: Lrs): Router {
  const router = Router()
  router.use(pageHeaders)
  router.get('/static/:name', (req, res, next) => {
    const asset = findAsset(req.params.name)
    if (asset === undefined) return next()
    res.set('Cache-Control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.body)
  })
  router.get('/', (_req, res) => {
    res.send(renderPage('start', { title: 'Start', xapiUrl: `${lrs.config.publicUrl}/xapi` }))
  })
  return router
}
