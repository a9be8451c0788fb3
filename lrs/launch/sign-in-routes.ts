import cookieParser from 'cookie-parser'
import { type CookieOptions, type NextFunction, type Request, type Response, Router } from 'express'
import { findLink, useLink } from '../accounts/link.ts'
import { createWebSession, endWebSession, webSessionLifetime } from '../accounts/web-session.ts'
import type { Lrs } from '../lrs.ts'
import { sessionCookie } from '../middleware/require-role.ts'
import { requireSameOrigin } from '../middleware/same-origin.ts'
import { renderPage } from '../web/render.ts'
import { pageHeaders } from '../web/routes.ts'

/** `/in/<token>` signs in with a one-time link, `/ut` signs out. */
export function signInRoutes(lrs: Lrs): Router {
  const router = Router()
  router.use(['/in', '/ut'], pageHeaders, neverCached, requireSameOrigin, cookieParser())
  // Looking is free and only the button uses the link up: programs that scan e-mail follow links, they press nothing.
  router.get('/in/:token', async (req, res) => {
    if (await findLink(lrs.connection, req.params.token, 'sign-in')) res.send(renderPage('message', ask))
    else res.status(404).send(renderPage('message', usedUp))
  })
  router.post('/in/:token', async (req, res) => {
    const link = await useLink(lrs.connection, req.params.token)
    if (!link) return void res.status(404).send(renderPage('message', usedUp))
    const token = await createWebSession(lrs.connection, { _id: link.person, municipality: link.municipality })
    res.cookie(sessionCookie, token, { ...cookieOptions(lrs), maxAge: webSessionLifetime }).redirect(303, '/analys')
  })
  router.post('/ut', async (req, res) => {
    const token = req.cookies[sessionCookie]
    if (typeof token === 'string') await endWebSession(lrs.connection, token)
    res.clearCookie(sessionCookie, cookieOptions(lrs)).redirect(303, '/ut')
  })
  router.get('/ut', (_req, res) => void res.send(renderPage('message', signedOut)))
  return router
}

function neverCached(_req: Request, res: Response, next: NextFunction): void {
  res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
  next()
}

function cookieOptions({ config }: Lrs): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https://'), path: '/' }
}

const ask = {
  title: 'Logga in',
  lines: ['Länken fungerar en gång. När du har loggat in är du inloggad i tolv timmar, i den här webbläsaren.'],
  button: 'Logga in',
}

const usedUp = {
  title: 'Länken gäller inte längre',
  lines: [
    'En inloggningslänk fungerar en gång, inom sju dagar. Kontrollera att hela länken kom med.',
    'Är du redan inloggad går du direkt till sidan Analys. Annars ber du om en ny länk.',
  ],
}

const signedOut = {
  title: 'Du är utloggad',
  lines: ['Nästa gång loggar du in med en ny länk.'],
}
