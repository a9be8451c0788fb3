import { type Connection, type Model, Schema } from 'mongoose'
import type { Person } from './person.ts'
import { createToken, hashToken } from './token.ts'

/** `course` opens the course again and again; `sign-in` works once. */
export type LinkKind = 'course' | 'sign-in'

/** A personal link. Whoever holds it is taken for the person, so only the hash of its token is stored. */
export interface Link {
  /** SHA-256 of the token. */
  _id: string
  kind: LinkKind
  person: string
  municipality: string
  created: Date
  expires: Date
  revoked?: Date
  used?: Date
}

const schema = new Schema<Link>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    person: { type: String, required: true },
    municipality: { type: String, required: true },
    created: { type: Date, required: true },
    expires: { type: Date, required: true },
    revoked: Date,
    used: Date,
  },
  { versionKey: false },
)
schema.index({ person: 1, kind: 1 })

export function linkModel(connection: Connection): Model<Link> {
  return connection.models.Link ?? connection.model<Link>('Link', schema)
}

const day = 24 * 60 * 60 * 1000
const lifetime: Record<LinkKind, number> = { course: 365 * day, 'sign-in': 7 * day }

/** Makes a link and returns its token, which cannot be read again. */
export async function createLink(
  connection: Connection,
  person: Pick<Person, '_id' | 'municipality'>,
  kind: LinkKind,
): Promise<string> {
  const { token, hash } = createToken()
  const now = Date.now()
  await linkModel(connection).create({
    _id: hash,
    kind,
    person: person._id,
    municipality: person.municipality,
    created: new Date(now),
    expires: new Date(now + lifetime[kind]),
  })
  return token
}

/** The link of this token while it works: not expired, not revoked, not used. Looking does not use it. */
export async function findLink(connection: Connection, token: string, kind: LinkKind): Promise<Link | undefined> {
  return (await linkModel(connection).findOne(working(token, kind)).lean()) ?? undefined
}

/** Uses a one-time link: of many callers at once exactly one gets it. */
export async function useLink(connection: Connection, token: string): Promise<Link | undefined> {
  const used = await linkModel(connection)
    .findOneAndUpdate(working(token, 'sign-in'), { $set: { used: new Date() } }, { returnDocument: 'after' })
    .lean()
  return used ?? undefined
}

/** Revokes every link of one kind that the person has; returns how many worked until now. */
export async function revokeLinks(connection: Connection, person: string, kind: LinkKind): Promise<number> {
  const now = new Date()
  const result = await linkModel(connection).updateMany(
    { person, kind, expires: { $gt: now }, revoked: { $exists: false } },
    { $set: { revoked: now } },
  )
  return result.modifiedCount
}

function working(token: string, kind: LinkKind) {
  return {
    _id: hashToken(token),
    kind,
    expires: { $gt: new Date() },
    revoked: { $exists: false },
    used: { $exists: false },
  }
}
