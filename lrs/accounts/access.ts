/** What a request may do, from its credential or session token; set by middleware/authenticate.ts. */
export interface Access {
  municipality: string
  scopes: Scope[]
  /** The authority of statements written with it: an agent with an account of this server. */
  authority: { objectType: 'Agent'; account: { homePage: string; name: string } }
  /** What the id of every activity that is written about must begin with; without it any will do. */
  activityPrefix?: string
  /** Answered in the version header when a request names none (rules that are easy to get wrong, "Version"). */
  defaultVersion: XapiVersion
  /** A launched learner: may write only statements and documents with this actor and registration. */
  session?: {
    id: string
    actor: { account: { homePage: string; name: string } }
    registration: string
    activityId: string
  }
}

export type XapiVersion = '1.0.3' | '2.0.0'

/** Communication 4.2 */
export const scopes = [
  'statements/write',
  'statements/read',
  'statements/read/mine',
  'state',
  'profile',
  'define',
  'all/read',
  'all',
] as const
export type Scope = (typeof scopes)[number]

/** Whether one of the scopes that would do is among those that the request has. */
export function isGranted(access: Pick<Access, 'scopes'>, sufficient: readonly Scope[]): boolean {
  return sufficient.some((scope) => access.scopes.includes(scope))
}

/** Whether of all statements only those may be read that were written with the same authority. */
export function readsOwnOnly(access: Pick<Access, 'scopes'>): boolean {
  return !isGranted(access, ['statements/read', 'all/read', 'all'])
}
