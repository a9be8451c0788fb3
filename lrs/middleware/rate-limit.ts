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
      throw refusal(`makes more than ${perMinute} requests in a minute`)
    }
    next()
  }
}

/**
 * At most so many requests of a credential or course session are answered at the same time; 0 means as many as come.
 * Comes after `authenticate`.
 */
export function limitAtOnce(most: number): RequestHandler {
  if (most === 0) return (_req, _res, next) => next()
  const open = new Map<string, number>()
  return (_req, res, next) => {
    const caller = callerOf(res.locals.access)
    const count = open.get(caller) ?? 0
    if (count >= most) {
      res.setHeader('Retry-After', '1')
      throw refusal(`has ${most} requests under way already`)
    }
    open.set(caller, count + 1)
    res.once('close', () => {
      const left = (open.get(caller) ?? 1) - 1
      if (left === 0) open.delete(caller)
      else open.set(caller, left)
    })
    next()
  }
}

function refusal(message: string): LrsError {
  return new LrsError('too-many-requests', `This credential ${message}. Wait, then go on.`, {
    issues: [{ path: 'header.Authorization', message, requirement: 'Communication 3.2' }],
  })
}

function callerOf({ municipality, authority, session }: Access): string {
  return JSON.stringify([municipality, session?.id ?? authority.account.name])
}
