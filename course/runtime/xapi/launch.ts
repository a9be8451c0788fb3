import type { Actor } from './dress.ts'
import type { LrsPlace } from './lrs.ts'

/** The query that a portal launches a tincan.xml package with; undefined when the address is no such launch. */
export function parseLaunch(search: string): LrsPlace | undefined {
  const query = new URLSearchParams(search)
  const [endpoint, auth, actor, activityId] = names.map((name) => query.get(name) ?? '')
  if (!endpoint || !auth || !actor || !activityId) return undefined
  const registration = query.get('registration')
  try {
    return {
      endpoint: endpoint.endsWith('/') ? endpoint : `${endpoint}/`,
      auth,
      actor: currentActor(JSON.parse(actor)),
      activityId,
      ...(registration ? { registration } : {}),
    }
  } catch {
    return undefined
  }
}

const names = ['endpoint', 'auth', 'actor', 'activity_id'] as const

/** Tin Can 0.9, in which some portals still launch, has lists of names and accounts; an LRS of today refuses them. */
function currentActor(actor: Record<string, unknown>): Actor {
  const first = Object.fromEntries(
    Object.entries(actor).map(([key, value]) => [key, Array.isArray(value) && key !== 'member' ? value[0] : value]),
  )
  const { accountServiceHomePage, accountName } = Object(first.account)
  return accountName ? { ...first, account: { homePage: accountServiceHomePage, name: accountName } } : first
}
