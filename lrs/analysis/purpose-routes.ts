import cookieParser from 'cookie-parser'
import express, { type NextFunction, type Request, type Response, Router } from 'express'
import type { Lrs } from '../lrs.ts'
import type { SignedIn } from '../middleware/require-role.ts'
import { requireSameOrigin } from '../middleware/same-origin.ts'
import { renderPage } from '../web/render.ts'
import { analysisFrame } from './frame.ts'
import { purposeCookie, purposes, rememberedPurpose, statedPurpose } from './purpose.ts'

const cookie = 'syfte'
const lifetime = 12 * 60 * 60 * 1000

/** `/analys/syfte`: whoever wants to see people's data says first what for. */
export function purposeRoutes(lrs: Lrs): Router {
  const router = Router()
  const show = async (res: Response, form: { to: string; problem?: string }) =>
    renderPage('purpose', {
      ...(await analysisFrame(lrs, res.locals.person, { title: 'Syfte' })),
      ...form,
      purposes,
    })
  router.get('/syfte', async (req, res) => res.send(await show(res, { to: destination(req.query.till) })))
  router.post(
    '/syfte',
    requireSameOrigin,
    express.urlencoded({ extended: false, limit: '8kb' }),
    async (req: Request, res: Response) => {
      const to = destination(req.body?.till)
      const purpose = statedPurpose(req.body ?? {})
      if (purpose === undefined) {
        return void res.status(400).send(await show(res, { to, problem: 'Välj ett syfte, eller skriv ett eget.' }))
      }
      const person: SignedIn = res.locals.person
      res.cookie(cookie, purposeCookie(person.id, purpose), {
        httpOnly: true,
        sameSite: 'lax',
        secure: lrs.config.publicUrl.startsWith('https://'),
        path: '/analys',
        maxAge: lifetime,
      })
      res.redirect(303, to)
    },
  )
  return router
}

/** Puts the stated purpose into `res.locals.purpose`; without one the form comes first, and leads back here. */
export const requirePurpose = [
  cookieParser(),
  (req: Request, res: Response, next: NextFunction): void => {
    const person: SignedIn = res.locals.person
    const purpose = rememberedPurpose(req.cookies[cookie], person.id)
    res.locals.purpose = purpose
    if (purpose !== undefined) next()
    else res.redirect(303, `/analys/syfte?till=${encodeURIComponent(req.originalUrl)}`)
  },
]

/** Back to where the reader came from, and never out of the analyst's pages. */
function destination(to: unknown): string {
  return typeof to === 'string' && /^\/analys(?:[/?]|$)/.test(to) ? to : '/analys'
}
