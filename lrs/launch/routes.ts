import { type NextFunction, type Request, type Response, Router } from 'express'
import { findLink } from '../accounts/link.ts'
import { findPerson } from '../accounts/person.ts'
import { fetchAuthToken } from '../accounts/session.ts'
import { createLog } from '../log.ts'
import type { Lrs } from '../lrs.ts'
import { renderPage } from '../web/render.ts'
import { pageHeaders } from '../web/routes.ts'
import { hostedRoutes } from './hosted-routes.ts'
import { hostedVersion } from './hosted-version.ts'
import { abandonOthers, launchCourse } from './launch.ts'

/**
 * The hosted course, mounted at `/kurs`: a learner's link launches it, `/kurs/fil` serves its files, `/kurs/session` is
 * the fetch URL of cmi5 8.2, `/kurs/slut` is where a learner lands who closes it.
 */
export function launchRoutes(lrs: Lrs): Router {
  const router = Router()
  router.use('/fil', hostedRoutes(lrs.config.hostedCourse))
  router.use(pageHeaders, secretAddress)
  router.route('/session/:token').post(answerFetch(lrs)).all(refuseMethod)
  router.get('/slut', (_req, res) => void res.send(renderPage('message', left)))
  router
    .route('/:link')
    .head(async (req, res) => {
      const link = await findLink(lrs.connection, req.params.link, 'course')
      res.status(link ? 200 : 404).end()
    })
    .get(openLink(lrs))
  return router
}

/** The address is the key to the course: it must not be kept, listed or told to another page. */
function secretAddress(_req: Request, res: Response, next: NextFunction): void {
  res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' })
  next()
}

function openLink(lrs: Lrs) {
  return async (req: Request<{ link: string }>, res: Response) => {
    // a browser that only looks ahead has not opened the course
    if (req.get('sec-purpose')?.startsWith('prefetch')) return void res.status(503).end()
    const link = await findLink(lrs.connection, req.params.link, 'course')
    const person = link && (await findPerson(lrs.connection, link.municipality, link.person))
    if (!person) return void res.status(404).send(renderPage('message', unknownLink))
    const version = await hostedVersion(lrs.config.hostedCourse)
    if (version === undefined) return void res.status(503).send(renderPage('message', notBuilt))
    res.redirect(303, await launchCourse(lrs, person, `/kurs/fil/${version}/index.html`))
  }
}

/** cmi5 8.2: always 200 with JSON, and the token to the first caller only. */
function answerFetch(lrs: Lrs) {
  const log = createLog(lrs.config.logLevel)
  return async (req: Request<{ token: string }>, res: Response) => {
    try {
      const fetched = await fetchAuthToken(lrs.connection, req.params.token)
      if ('refused' in fetched) return void res.json(refusals[fetched.refused])
      await abandonOthers(lrs, fetched.session)
      res.json({ 'auth-token': fetched.authToken })
    } catch (error) {
      log.error('the fetch URL has no answer', error)
      res.json({ 'error-code': '3', 'error-text': 'The token could not be made. Open the course again.' })
    }
  }
}

/** cmi5 8.2.3.2 */
const refusals = {
  used: { 'error-code': '1', 'error-text': 'The authorization token has already been returned, or has expired.' },
  unknown: { 'error-code': '2', 'error-text': 'There is no such session.' },
}

function refuseMethod(_req: Request, res: Response): void {
  res.set('Allow', 'POST').status(405).json({ error: 'invalid', message: 'The fetch URL takes POST only.', issues: [] })
}

const unknownLink = {
  title: 'Länken öppnar ingen kurs',
  lines: [
    'Den kan ha gått ut, ha dragits tillbaka eller blivit avklippt i mejlet.',
    'Kontrollera att hela länken kom med. Be annars din lotssamordnare om en ny.',
    'Det du redan har gjort i kursen finns kvar.',
  ],
}

const notBuilt = {
  title: 'Kursen ligger inte på servern än',
  lines: ['Försök igen om en stund.', 'Den som driver servern lägger dit kursen med npm run build.'],
}

const left = {
  title: 'Du har lämnat kursen',
  lines: [
    'Öppna den igen med din länk när du vill fortsätta. Du kommer tillbaka till samma ställe.',
    'Du kan stänga fliken.',
  ],
}
