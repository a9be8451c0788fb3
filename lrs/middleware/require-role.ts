import cookieParser from 'cookie-parser'
import type { RequestHandler } from 'express'
import { findPerson, type Role } from '../accounts/person.ts'
import { findWebSession } from '../accounts/web-session.ts'
import type { Lrs } from '../lrs.ts'
import { renderErrorPage } from '../web/error-page.ts'

/** The cookie of a web session. */
export const sessionCookie = 'session'

/** Who is signed in: put into `res.locals.person` by `requireRole`. */
export interface SignedIn {
  id: string
  municipality: string
  pseudonym: string
  roles: Role[]
}

/** Lets only people with one of these roles through; others get a page that says how to sign in. Their pages are never cached. */
export function requireRole(lrs: Lrs, ...roles: Role[]): RequestHandler[] {
  return [
    cookieParser(),
    async (req, res, next) => {
      res.set('Cache-Control', 'no-store')
      const person = await findSignedIn(lrs, req.cookies[sessionCookie])
      if (person && roles.some((role) => person.roles.includes(role))) {
        res.locals.person = person
        return next()
      }
      const status = person ? 403 : 401
      res.status(status).send(renderErrorPage({ status }))
    },
  ]
}

async function findSignedIn({ connection }: Lrs, token: unknown): Promise<SignedIn | undefined> {
  const session = typeof token === 'string' ? await findWebSession(connection, token) : undefined
  const person = session && (await findPerson(connection, session.municipality, session.person))
  if (!person) return undefined
  return { id: person._id, municipality: person.municipality, pseudonym: person.pseudonym, roles: person.roles }
}
