import { extname } from 'node:path'
import { type RequestHandler, Router } from 'express'
import helmet from 'helmet'
import { coursePolicy } from '../launch/course-policy.ts'
import { renderPage } from '../web/render.ts'
import { listPackages, readPackage } from './packages.ts'
import { playerScript } from './script.ts'

/**
 * Provspela, mounted at `/provspela`: any SCORM zip of dist in a small LMS page that shows what an LMS would store. What is
 * stored stays in the browser's tab; the server only hands out files.
 */
export function playRoutes(folder: string): Router {
  const router = Router()
  router.get('/:name/paket/*path', sendFile(folder))
  router.use(playerHeaders)
  router.get('/provspela.js', async (_req, res) => {
    res
      .set('Cache-Control', 'no-cache')
      .type('js')
      .send(await playerScript())
  })
  router.get('/', async (_req, res) => {
    const packages = await listPackages(folder)
    const shown = packages.map((item) => ({ ...item, size: `${Math.round(item.bytes / 1000)} kB` }))
    res.send(renderPage('play-list', { title: 'Provspela', packages: shown, folder }))
  })
  router.get('/:name', async (req, res, next) => {
    const found = (await listPackages(folder)).find(({ name }) => name === req.params.name)
    if (!found) return next()
    res.send(renderPage('play', { title: `Provspela ${found.name}`, ...found }))
  })
  return router
}

/** As every page of ours, with one script and one frame of this server's. */
const playerHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'"],
      frameSrc: ["'self'"],
      formAction: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
})

function sendFile(folder: string): RequestHandler<{ name: string; path: string[] }> {
  return async (req, res, next) => {
    const path = req.params.path.join('/')
    const files = await readPackage(folder, req.params.name)
    const bytes = files && Object.hasOwn(files, path) ? files[path] : undefined
    if (!bytes) return next()
    res.set({
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': coursePolicy(path, "'self'"),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    res.type(extname(path) || 'bin').send(Buffer.from(bytes))
  }
}
