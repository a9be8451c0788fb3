import { type Connection, type Model, Schema } from 'mongoose'
import type { Person } from './person.ts'
import { createToken, hashToken } from './token.ts'

/** Somebody signed in to the server's own pages; the token is in a cookie. */
export interface WebSession {
  /** SHA-256 of the token. */
  _id: string
  person: string
  municipality: string
  created: Date
  expires: Date
}

const schema = new Schema<WebSession>(
  {
    _id: { type: String, required: true },
    person: { type: String, required: true },
    municipality: { type: String, required: true },
    created: { type: Date, required: true },
    expires: { type: Date, required: true },
  },
  { versionKey: false },
)

export function webSessionModel(connection: Connection): Model<WebSession> {
  return connection.models.WebSession ?? connection.model<WebSession>('WebSession', schema)
}

/** A working day: in milliseconds. */
export const webSessionLifetime = 12 * 60 * 60 * 1000

/** Signs a person in and returns the token for the cookie. */
export async function createWebSession(
  connection: Connection,
  person: Pick<Person, '_id' | 'municipality'>,
): Promise<string> {
  const { token, hash } = createToken()
  const now = Date.now()
  await webSessionModel(connection).create({
    _id: hash,
    person: person._id,
    municipality: person.municipality,
    created: new Date(now),
    expires: new Date(now + webSessionLifetime),
  })
  return token
}

export async function findWebSession(connection: Connection, token: string): Promise<WebSession | undefined> {
  const session = await webSessionModel(connection)
    .findOne({ _id: hashToken(token), expires: { $gt: new Date() } })
    .lean()
  return session ?? undefined
}

export async function endWebSession(connection: Connection, token: string): Promise<void> {
  await webSessionModel(connection).deleteOne({ _id: hashToken(token) })
}
