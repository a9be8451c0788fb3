import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type NextFunction, type Request, type Response, Router } from 'express'
import type { Lrs } from '../lrs.ts'
import { requireRole, type SignedIn } from '../middleware/require-role.ts'
import { renderErrorPage } from '../web/error-page.ts'
import { renderPage } from '../web/render.ts'
import { pageHeaders } from '../web/routes.ts'
import { type AccessEntry, logAccess } from './access-log-store.ts'
import { address } from './chips.ts'
import { columns } from './columns.ts'
import { openDirectory } from './directory.ts'
import { readEventsPage } from './events-page.ts'
import { exportInBackground } from './export.ts'
import { analysisFrame } from './frame.ts'
import { createLabels } from './labels.ts'
import { parsePlace, placeQuery } from './paging.ts'
import { purposeRoutes, requirePurpose } from './purpose-routes.ts'
import { questionRoutes } from './question-routes.ts'
import { readRawStatement } from './raw-statement.ts'
import { factFilter, parseSelection, selectionQuery } from './selection.ts'
import { swedishDay } from './swedish-time.ts'

/**
 * The analyst's pages, mounted at `/analys`. A granskare sees rows of the own municipality under pseudonyms, a rapportläsare
 * the tables of `/analys/fragor` and nothing else.
 */
export function analysisRoutes(lrs: Lrs): Router {
  const router = Router()
  router.use(pageHeaders)
  router.use('/fragor', requireRole(lrs, 'granskare', 'rapportlasare'), questionRoutes(lrs))
  router.get('/', requireRole(lrs, 'granskare', 'rapportlasare'), leadReportReaders)
  router.use(requireRole(lrs, 'granskare'))
  router.use(purposeRoutes(lrs))
  router.get('/', requirePurpose, showEvents(lrs))
  router.get('/radata/:id', requirePurpose, showRaw(lrs))
  router.get('/csv', requirePurpose, sendCsv(lrs))
  router.get('/kolumner', async (_req, res) => {
    const frame = await analysisFrame(lrs, res.locals.person, {
      title: 'Kolumner i csv-filen',
      current: '/analys/kolumner',
    })
    res.send(renderPage('columns', { ...frame, columns }))
  })
  return router
}

/** Everybody who signs in is sent to `/analys`. */
function leadReportReaders(_req: Request, res: Response, next: NextFunction): void {
  const { roles }: SignedIn = res.locals.person
  if (roles.includes('granskare')) next()
  else res.redirect(303, '/analys/fragor')
}

function showEvents(lrs: Lrs) {
  const labels = createLabels(lrs.statements)
  return async (req: Request, res: Response) => {
    const { municipality }: SignedIn = res.locals.person
    const parsed = parseSelection(req.query)
    const place = parsePlace(req.query.efter)
    const page = await readEventsPage({ lrs, labels }, { municipality, parsed, place })
    await log(lrs, res, { what: 'events', query: placeQuery(parsed.selection, place), rows: page.shown })
    const frame = await analysisFrame(lrs, res.locals.person, { title: 'Händelser', current: '/analys' })
    res.status(page.hasProblems ? 400 : 200)
    res.send(renderPage('events', { ...frame, ...page, purpose: res.locals.purpose, purposeHref: purposeHref(req) }))
  }
}

function showRaw(lrs: Lrs) {
  return async (req: Request<{ id: string }>, res: Response) => {
    const { municipality }: SignedIn = res.locals.person
    const raw = await readRawStatement(lrs, municipality, req.params.id)
    if (raw === undefined) return void res.status(404).send(renderErrorPage({ status: 404 }))
    await log(lrs, res, { what: 'raw', query: req.params.id, rows: 1 })
    const { selection } = parseSelection(req.query)
    const back = placeQuery(selection, parsePlace(req.query.efter))
    const frame = await analysisFrame(lrs, res.locals.person, { title: 'Rådata' })
    res.send(renderPage('raw', { ...frame, ...raw, backHref: back === '' ? '/analys' : `/analys?${back}` }))
  }
}

function sendCsv(lrs: Lrs) {
  return async (req: Request, res: Response) => {
    const { municipality }: SignedIn = res.locals.person
    const { selection, problems } = parseSelection(req.query)
    if (Object.keys(problems).length > 0) return void res.redirect(303, address(selection))
    const directory = await openDirectory(lrs, municipality)
    const filter = factFilter(selection, directory.keyOf)
    const rows = await lrs.statements.countFacts(municipality, filter)
    await log(lrs, res, { what: 'csv', query: selectionQuery(selection), rows })
    res.type('text/csv; charset=utf-8')
    res.attachment(`foretagslots-${municipality}-${swedishDay(new Date().toISOString())}.csv`)
    const text = exportInBackground(lrs, { municipality, filter, directory })
    await pipeline(Readable.from(text, { objectMode: false }), res).catch(unlessLeft)
  }
}

/** A reader who closes the download in the middle is no fault. */
function unlessLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
}

function purposeHref(req: Request): string {
  return `/analys/syfte?till=${encodeURIComponent(req.originalUrl)}`
}

async function log(lrs: Lrs, res: Response, look: Pick<AccessEntry, 'what' | 'query' | 'rows'>): Promise<void> {
  const { id, municipality }: SignedIn = res.locals.person
  await logAccess(lrs.connection, { municipality, person: id, purpose: res.locals.purpose, ...look })
}
