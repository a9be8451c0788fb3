import { type Connection, type Model, Schema } from 'mongoose'

/** One look at people's data: who, when, why, at what, and how much of it was shown. */
export interface AccessEntry {
  municipality: string
  /** The id of the person who looked. */
  person: string
  at: Date
  what: 'events' | 'raw' | 'csv' | 'questions'
  /** The person's own words, or one of those to choose from. */
  purpose: string
  /** The selection as the address has it; for `raw` the statement's id, for `questions` the one that was asked. */
  query: string
  /** How many events, or rows of tables, were shown or exported. */
  rows: number
}

const schema = new Schema<AccessEntry>(
  {
    municipality: { type: String, required: true },
    person: { type: String, required: true },
    at: { type: Date, required: true },
    what: { type: String, required: true },
    purpose: { type: String, required: true },
    query: String,
    rows: { type: Number, required: true },
  },
  { versionKey: false, collection: 'access_log' },
)
schema.index({ municipality: 1, at: 1 })

export function accessLogModel(connection: Connection): Model<AccessEntry> {
  return connection.models.AccessEntry ?? connection.model<AccessEntry>('AccessEntry', schema)
}

/** Written before the answer goes out: nobody sees what the log does not know of. */
export async function logAccess(connection: Connection, entry: Omit<AccessEntry, 'at'>): Promise<void> {
  await accessLogModel(connection).create({ ...entry, at: new Date() })
}
