import type { RequestHandler } from 'express'
import type { Access, Scope } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'

export type Resource = 'statements' | 'state' | 'profile'

/** Scopes that open each resource for reading and for writing; `all` opens everything (Communication 4.2). */
const reading: Record<Resource, Scope[]> = {
  statements: ['statements/read', 'all/read', 'all'],
  state: ['state', 'all/read', 'all'],
  profile: ['profile', 'all/read', 'all'],
}
const writing: Record<Resource, Scope[]> = {
  statements: ['statements/write', 'all'],
  state: ['state', 'all'],
  profile: ['profile', 'all'],
}

/** Lets a request through whose credential may use this resource with its method; comes after `authenticate`. */
export function authorize(resource: Resource): RequestHandler {
  return (req, res, next) => {
    const isReading = req.method === 'GET' || req.method === 'HEAD'
    const { scopes }: Access = res.locals.access
    const needed = (isReading ? reading : writing)[resource]
    if (!needed.some((scope) => scopes.includes(scope))) {
      throw new LrsError('forbidden', `This credential may not ${isReading ? 'read' : 'write'} here.`, {
        issues: [
          {
            path: 'header.Authorization',
            message: `needs one of the scopes ${needed.join(', ')}`,
            requirement: 'Communication 4.2',
          },
        ],
      })
    }
    next()
  }
}
