import type { RequestHandler } from 'express'
import { type Access, isGranted, type Scope } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'

export type Resource = 'statements' | 'state' | 'profile' | 'definitions'

/** Scopes that open each resource for reading and for writing; `all` opens everything (Communication 4.2). */
const reading: Record<Resource, Scope[]> = {
  statements: ['statements/read', 'statements/read/mine', 'all/read', 'all'],
  state: ['state', 'all/read', 'all'],
  profile: ['profile', 'all/read', 'all'],
  definitions: ['statements/read', 'statements/read/mine', 'profile', 'define', 'all/read', 'all'],
}
const writing: Record<Exclude<Resource, 'definitions'>, Scope[]> = {
  statements: ['statements/write', 'all'],
  state: ['state', 'all'],
  profile: ['profile', 'all'],
}

/** Lets a request through whose credential may read from this resource; comes after `authenticate`. */
export function authorizeReading(resource: Resource): RequestHandler {
  return (_req, res, next) => {
    requireScope(res.locals.access, reading[resource], 'read')
    next()
  }
}

/** Lets a request through whose credential may use this resource with its method; comes after `authenticate`. */
export function authorize(resource: Exclude<Resource, 'definitions'>): RequestHandler {
  return (req, res, next) => {
    const isReading = req.method === 'GET' || req.method === 'HEAD'
    requireScope(res.locals.access, (isReading ? reading : writing)[resource], isReading ? 'read' : 'write')
    next()
  }
}

function requireScope(access: Access, needed: Scope[], what: 'read' | 'write'): void {
  if (isGranted(access, needed)) return
  throw new LrsError('forbidden', `This credential may not ${what} here.`, {
    issues: [
      {
        path: 'header.Authorization',
        message: `needs one of the scopes ${needed.join(', ')}`,
        requirement: 'Communication 4.2',
      },
    ],
  })
}
