/** What a statement is once `prepare` has checked and normalised it: the text that will be returned and the keys to find it by. */
export interface PreparedStatement {
  /** Lower-case UUID. */
  id: string
  /** ISO 8601 UTC with milliseconds; equals `stored` when the sender gave none. */
  timestamp: string
  /** ISO 8601 UTC with milliseconds, never decreasing within a server. */
  stored: string
  /** The statement exactly as it will be returned (`exact`), with id, timestamp, stored, authority and version. */
  json: string
  /** The statement as compared with another of the same id (Data 2.3.1): what must not differ, in one canonical text. */
  comparable: string
  keys: StatementKey[]
  /** Ids this statement's object refers to as StatementRef. */
  references?: string
  /** Set when the verb is `voided`: the id to void. */
  voids?: string
  facts: StatementFacts
}

/**
 * One thing a statement can be found by. `related` keys count only with related_agents or related_activities; `authority` is
 * the statement's own alone: who refers to a statement is never found by the authority of that one.
 */
export interface StatementKey {
  kind: 'agent' | 'agent-related' | 'authority' | 'verb' | 'activity' | 'activity-related' | 'registration'
  /** An agent's inverse functional identifier as one string, an IRI, or a UUID. */
  key: string
}

/** The flat facts that reports need, extracted once. `undefined` = the statement does not say. */
export interface StatementFacts {
  /** The actor's key, as in `StatementKey` of kind `agent`. */
  actor: string
  verb: string
  object: string
  /** Activity type IRI, or the object's objectType. */
  objectType?: string
  success?: boolean
  completion?: boolean
  scaled?: number
  seconds?: number
  response?: string
  module?: string
  question?: string
  revision?: number
  try?: number
  lawDate?: string
}

/** The filters of GET statements (Communication 2.1.3), already validated. */
export interface StatementFilter {
  agent?: string
  relatedAgents?: boolean
  verb?: string
  activity?: string
  relatedActivities?: boolean
  registration?: string
  /** The key of the authority it was stored with, for whoever may read their own statements only. */
  authority?: string
  /** Exclusive, on `stored`. */
  since?: string
  /** Inclusive, on `stored`. */
  until?: string
  ascending?: boolean
  limit: number
  /** Where the previous page ended; from `StatementPage.next`. */
  after?: string
}

export interface StatementPage {
  /** Each statement's JSON text. */
  statements: string[]
  /** Opaque; absent on the last page. */
  next?: string
}

/** The analyst's filters: all optional, all combined with AND. Times are instants on `timestamp`, since inclusive, until exclusive. */
export interface FactFilter {
  actor?: string
  verb?: string
  activity?: string
  module?: string
  question?: string
  since?: string
  until?: string
  /** Case-insensitive (åäö included) substring of the statement's own texts. */
  text?: string
}

/** A row for the analyst: not voided, newest first. */
export interface FactRow extends StatementFacts {
  id: string
  timestamp: string
  stored: string
  json: string
}

export interface FactPage {
  rows: FactRow[]
  next?: string
}

/** How one question was answered within a selection: counted by question, response, success and whether it was a first try. */
export interface AnswerCount {
  question: string
  response: string
  /** True for try 1, and for statements that do not say which try they are. */
  firstTry: boolean
  success?: boolean
  count: number
}

/**
 * The statement store: one implementation per engine, one contract test over both.
 * Every call names its municipality; nothing of another one is ever read, matched or told.
 */
export interface StatementStore {
  /**
   * Stores a batch, all or nothing, and resolves only when it is durable. The same id with the same statement changes
   * nothing; with another it rejects with LrsError `conflict`. Effects of voiding and references are part of it.
   * @returns the ids of those that were not there before
   */
  append(municipality: string, statements: PreparedStatement[]): Promise<string[]>
  /** The JSON text of one statement, or undefined; voided ones only with `voided: true`, and then only voided ones. */
  get(municipality: string, id: string, options?: { voided?: boolean }): Promise<string | undefined>
  find(municipality: string, filter: StatementFilter): Promise<StatementPage>
  /**
   * The instant to give as `stored` to statements that are appended in the same turn of the event loop: never earlier than
   * one given before, always later than a `consistentThrough` told before. ISO 8601 UTC with milliseconds.
   */
  now(): string
  /** Every statement stored at or before this instant can be found now. Compute it before a query, not after. */
  consistentThrough(): string
  facts(municipality: string, filter: FactFilter, page: { limit: number; after?: string }): Promise<FactPage>
  countFacts(municipality: string, filter: FactFilter): Promise<number>
  countAnswers(municipality: string, filter: FactFilter): Promise<AnswerCount[]>
  /** Distinct values for the analyst's menus. */
  distinctFacts(municipality: string, field: 'actor' | 'verb' | 'object' | 'module' | 'question'): Promise<string[]>
}
