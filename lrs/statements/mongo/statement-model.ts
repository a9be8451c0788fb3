import { type ClientSession, type Connection, type Model, type mongo, Schema } from 'mongoose'
import type { StatementFacts, StatementKey } from '../store.ts'

export type StatementModel = Model<StatementRow>
export type Session = ClientSession

/** What a statement is found by, related keys holding the direct ones too; a field each, so that every filter has its index. */
export type RowKeys = Record<KeyField, string[]>

/**
 * A statement as MongoDB holds it. A row of which only `_id`, `municipality` and `links` are there awaits a statement that
 * others refer to already.
 */
export interface StatementRow {
  /** `<municipality>/<statement id>` */
  _id: string
  municipality: string
  /** Its place in the order of all statements; see position.ts. */
  position: string
  timestamp: Date
  voided: boolean
  voiding: boolean
  /** The id its object refers to. */
  target?: string
  /** SHA-256 of what must not differ in another statement with this id. */
  fingerprint: string
  /** Its own keys and those of the statements that it refers to. */
  keys: RowKeys
  /** Its own keys alone, once `keys` holds others too. */
  own?: RowKeys
  facts: StatementFacts
  /** Folded, for searching. */
  text: string
  json: string
  /**
   * How many came that refer to it, directly or through others. Written so that a transaction that stores a reference and one
   * that stores its target touch the same row: of two such at once, MongoDB lets one through, and the other sees it then.
   */
  links?: number
}

export const keyFields = {
  agent: 'agent',
  'agent-related': 'relatedAgent',
  authority: 'authority',
  verb: 'verb',
  activity: 'activity',
  'activity-related': 'relatedActivity',
  registration: 'registration',
} as const satisfies Record<StatementKey['kind'], string>

export type KeyField = (typeof keyFields)[StatementKey['kind']]

const keys = Object.fromEntries(
  Object.values(keyFields).map((field) => [field, { type: [String], default: undefined }]),
)

const facts = {
  actor: String,
  verb: String,
  object: String,
  objectType: String,
  module: String,
  question: String,
  revision: Number,
  try: Number,
  success: Boolean,
  completion: Boolean,
  scaled: Number,
  seconds: Number,
  response: String,
  lawDate: String,
}

const schema = new Schema<StatementRow>(
  {
    _id: { type: String, required: true },
    municipality: { type: String, required: true },
    position: String,
    timestamp: Date,
    voided: Boolean,
    voiding: Boolean,
    target: String,
    fingerprint: String,
    keys,
    own: keys,
    facts,
    text: String,
    json: String,
    links: Number,
  },
  { versionKey: false, collection: 'statements', shardKey: { municipality: 1, _id: 1 } },
)

// Newest of all: where a starting server goes on from, and the order in which everything is copied.
schema.index({ position: 1 })
schema.index({ municipality: 1, position: 1 })
schema.index({ municipality: 1, timestamp: 1, position: 1 })
schema.index({ municipality: 1, target: 1 })
// Not the authority: it would select nearly everything.
for (const field of ['agent', 'relatedAgent', 'verb', 'activity', 'relatedActivity', 'registration']) {
  schema.index({ municipality: 1, [`keys.${field}`]: 1, position: 1 })
}

export function statementModel(connection: Connection): StatementModel {
  return connection.models.Statement ?? connection.model<StatementRow>('Statement', schema)
}

/** MongoDB's own methods, for rows that need no casting. */
export function rowsOf(model: StatementModel): mongo.Collection<StatementRow> {
  return model.collection as unknown as mongo.Collection<StatementRow>
}
