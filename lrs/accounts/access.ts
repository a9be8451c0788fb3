/** What a request may do, from its credential or session token; set by middleware/authenticate.ts. */
export interface Access {
  municipality: string
  scopes: Scope[]
  /** The authority of statements written with it: an agent with an account of this server. */
  authority: { objectType: 'Agent'; account: { homePage: string; name: string } }
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

export type Scope = 'statements/write' | 'statements/read' | 'state' | 'profile' | 'all' | 'all/read'
