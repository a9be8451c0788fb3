import { randomBytes } from 'node:crypto'
import { type Connection, type Model, Schema } from 'mongoose'

/** The secret that turns other systems' agents into pseudonyms: one per municipality, so that none can be followed between two. */
interface PseudonymKey {
  /** The municipality's slug. */
  _id: string
  /** 256 random bits, base64url. */
  key: string
}

const schema = new Schema<PseudonymKey>(
  { _id: { type: String, required: true }, key: { type: String, required: true } },
  { versionKey: false },
)

export function pseudonymKeyModel(connection: Connection): Model<PseudonymKey> {
  return connection.models.PseudonymKey ?? connection.model<PseudonymKey>('PseudonymKey', schema)
}

/** The municipality's key, made the first time it is asked for and never changed. */
export async function findPseudonymKey(connection: Connection, municipality: string): Promise<string> {
  const keys = pseudonymKeyModel(connection)
  const found = await keys.findById(municipality).lean()
  if (found) return found.key
  const made = await keys
    .findOneAndUpdate(
      { _id: municipality },
      { $setOnInsert: { key: randomBytes(32).toString('base64url') } },
      { upsert: true, returnDocument: 'after' },
    )
    .lean()
  return made.key
}
