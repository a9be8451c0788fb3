import type { Actor, ContextTemplate } from '../xapi/dress.ts'

/** The launch URL's parameters (cmi5 8.1). */
export interface LaunchParameters {
  endpoint: string
  fetch: string
  actor: Actor
  registration: string
  activityId: string
}

/** The state document `LMS.LaunchData` (cmi5 10.2). */
export interface LaunchData {
  contextTemplate?: ContextTemplate
  launchMode?: 'Normal' | 'Browse' | 'Review'
  masteryScore?: number
  returnURL?: string
}

/** Undefined when the address is no cmi5 launch. */
export function parseLaunch(search: string): LaunchParameters | undefined {
  const query = new URLSearchParams(search)
  const [endpoint, fetch, actor, registration, activityId] = names.map((name) => query.get(name) ?? '')
  if (!endpoint || !fetch || !actor || !registration || !activityId) return undefined
  try {
    return { endpoint, fetch, actor: JSON.parse(actor), registration, activityId }
  } catch {
    return undefined
  }
}

const names = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'] as const
