/** Statements as they are once validated (Data 2.4); `validateStatement` says whether a value is one. */
export interface Statement {
  id?: string
  actor: Actor
  verb: Verb
  object: StatementObject
  result?: Result
  context?: Context
  timestamp?: string
  stored?: string
  authority?: Actor
  version?: string
  attachments?: Attachment[]
}

export type StatementObject = Activity | ObjectActor | SubStatement | StatementRef

/** An actor as object must say what it is. */
export type ObjectActor = Actor & { objectType: 'Agent' | 'Group' }

export interface SubStatement extends Omit<Statement, 'id' | 'stored' | 'authority' | 'version' | 'object'> {
  objectType: 'SubStatement'
  object: Exclude<StatementObject, SubStatement>
}

export interface StatementRef {
  objectType: 'StatementRef'
  id: string
}

/** Exactly one inverse functional identifier; an anonymous group has none. */
export interface Identifiers {
  mbox?: string
  mbox_sha1sum?: string
  openid?: string
  account?: { homePage: string; name: string }
}

export interface Agent extends Identifiers {
  objectType?: 'Agent'
  name?: string
}

export interface Group extends Identifiers {
  objectType: 'Group'
  name?: string
  member?: Agent[]
}

export type Actor = Agent | Group

export interface Verb {
  id: string
  display?: LanguageMap
}

export type LanguageMap = Record<string, string>
export type Extensions = Record<string, unknown>

export interface Activity {
  objectType?: 'Activity'
  id: string
  definition?: ActivityDefinition
}

export interface ActivityDefinition {
  name?: LanguageMap
  description?: LanguageMap
  type?: string
  moreInfo?: string
  interactionType?: string
  correctResponsesPattern?: string[]
  choices?: InteractionComponent[]
  scale?: InteractionComponent[]
  source?: InteractionComponent[]
  target?: InteractionComponent[]
  steps?: InteractionComponent[]
  extensions?: Extensions
}

export interface InteractionComponent {
  id: string
  description?: LanguageMap
}

export interface Result {
  score?: { scaled?: number; raw?: number; min?: number; max?: number }
  success?: boolean
  completion?: boolean
  response?: string
  duration?: string
  extensions?: Extensions
}

export interface Context {
  registration?: string
  instructor?: Actor
  team?: Group
  contextActivities?: ContextActivities
  /** xAPI 2.0 */
  contextAgents?: { objectType: 'contextAgent'; agent: Agent; relevantTypes?: string[] }[]
  /** xAPI 2.0 */
  contextGroups?: { objectType: 'contextGroup'; group: Group; relevantTypes?: string[] }[]
  revision?: string
  platform?: string
  language?: string
  statement?: StatementRef
  extensions?: Extensions
}

/** A single activity is allowed where an array is meant; it is returned as an array (Data 2.4.6.2). */
export type ContextActivities = Partial<Record<'parent' | 'grouping' | 'category' | 'other', Activity | Activity[]>>

export interface Attachment {
  usageType: string
  display: LanguageMap
  description?: LanguageMap
  contentType: string
  length: number
  sha2: string
  fileUrl?: string
}

export function isGroup(actor: Actor): actor is Group {
  return actor.objectType === 'Group'
}

/** An object without objectType is an activity (Data 2.4.4). */
export function isActivity(object: StatementObject): object is Activity {
  return object.objectType === undefined || object.objectType === 'Activity'
}
