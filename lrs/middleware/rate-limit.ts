import type { RequestHandler } from 'express'
import type { Access } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'

const minute = 60_000

/**
 * At most `perMinute` requests of a credential or course session in each minute of the clock; 0 means as many as it likes.
 * Comes after `authenticate`.
 */
export function limitRate(perMinute: number, now: () => number = Date.now): RequestHandler {
  if (perMinute === 0) return (_req, _res, next) => next()
  let current = 0
  let counts = new Map<string, number>()
  return (_req, res, next) => {
    const time = now()
    if (Math.floor(time / minute) !== current) {
      current = Math.floor(time / minute)
      counts = new Map()
    }
    const caller = callerOf(res.locals.access)
    const count = (counts.get(caller) ?? 0) + 1
    counts.set(caller, count)
    if (count > perMinute) {
      res.setHeader('Retry-After', String(Math.ceil((minute - (time % minute)) / 1000)))
      throw new LrsError('too-many-requests', `More than ${perMinute} requests in a minute. Wait, then go on.`)
    }
    next()
  }
}

function callerOf({ municipality, authority, session }: Access): string {
  return JSON.stringify([municipality, session?.id ?? authority.account.name])
}
