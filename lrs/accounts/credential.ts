import { randomBytes } from 'node:crypto'
import { type Connection, type Model, Schema } from 'mongoose'
import { LrsError } from '../errors.ts'
import type { Access, Scope, XapiVersion } from './access.ts'
import type { Municipality } from './municipality.ts'
import { createToken, hashToken, matchesHash } from './token.ts'

interface CredentialRow {
  /** The key: the user name of Basic authentication. */
  _id: string
  municipality: string
  /** Copied from the municipality: part of the authority of statements written with it. */
  homePage: string
  /** What it is for, as people read it. */
  name: string
  secretHash: string
  scopes: Scope[]
  defaultVersion: XapiVersion
  createdAt: Date
  expires?: Date
}

const schema = new Schema<CredentialRow>(
  {
    _id: { type: String, required: true },
    municipality: { type: String, required: true },
    homePage: { type: String, required: true },
    name: { type: String, required: true },
    secretHash: { type: String, required: true },
    scopes: [String],
    defaultVersion: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expires: Date,
  },
  { versionKey: false },
)

function credentialModel(connection: Connection): Model<CredentialRow> {
  return connection.models.Credential ?? connection.model<CredentialRow>('Credential', schema)
}

export interface NewCredential {
  municipality: Municipality
  scopes: Scope[]
  /** What it is for, as people read it. */
  name: string
  defaultVersion: XapiVersion
  expires?: Date
}

/** Makes a credential. The secret, 256 random bits, is returned here and never again: only its SHA-256 is stored. */
export async function createCredential(
  connection: Connection,
  credential: NewCredential,
): Promise<{ key: string; secret: string }> {
  const key = randomBytes(12).toString('hex')
  const { token: secret, hash: secretHash } = createToken()
  await credentialModel(connection).create({ ...rowOf(credential), _id: key, secretHash, createdAt: new Date() })
  return { key, secret }
}

/**
 * Makes or brings up to date the credential whose key and secret the operator has chosen (`XAPI_KEY`, `XAPI_SECRET`).
 *
 * @throws LrsError `conflict` when the key belongs to another municipality
 */
export async function keepCredential(
  connection: Connection,
  { key, secret, ...credential }: NewCredential & { key: string; secret: string },
): Promise<void> {
  const credentials = credentialModel(connection)
  const { municipality, ...row } = rowOf(credential)
  const known = await credentials.findById(key).lean()
  if (known && known.municipality !== municipality) {
    throw new LrsError(
      'conflict',
      `The key ${key} belongs to the municipality ${known.municipality}. Choose another key.`,
    )
  }
  await credentials.updateOne(
    { _id: key, municipality },
    { $set: { ...row, secretHash: hashToken(secret) }, $setOnInsert: { createdAt: new Date() } },
    { upsert: true },
  )
  remembered.get(connection)?.delete(key)
}

function rowOf({ municipality, scopes, name, defaultVersion, expires }: NewCredential) {
  return {
    municipality: municipality.slug,
    homePage: municipality.homePage,
    scopes,
    name,
    defaultVersion,
    ...(expires && { expires }),
  }
}

/** What the holder of this key and secret may do; undefined for a wrong key, a wrong secret and an expired credential alike. */
export async function findCredential(connection: Connection, key: string, secret: string): Promise<Access | undefined> {
  const row = await findRow(connection, key)
  if (!matchesHash(secret, row?.secretHash ?? '') || !row) return undefined
  if (row.expires && row.expires.getTime() <= Date.now()) return undefined
  return {
    municipality: row.municipality,
    scopes: row.scopes,
    authority: { objectType: 'Agent', account: { homePage: row.homePage, name: row._id } },
    defaultVersion: row.defaultVersion,
  }
}

/** From then on, within `rememberedFor` milliseconds, the credential opens nothing. False when there is none with this key. */
export async function revokeCredential(connection: Connection, key: string): Promise<boolean> {
  remembered.get(connection)?.delete(key)
  const { deletedCount } = await credentialModel(connection).deleteOne({ _id: key })
  return deletedCount > 0
}

/** How long a credential is taken as it was read, in milliseconds: what another process revokes works until then. */
export const rememberedFor = 2000
const MOST_REMEMBERED = 1000

const remembered = new WeakMap<Connection, Map<string, { row: CredentialRow; until: number }>>()

/** Keys that do not exist are not remembered, so that nobody can fill the memory with them. */
async function findRow(connection: Connection, key: string): Promise<CredentialRow | undefined> {
  const rows = remembered.get(connection) ?? new Map()
  remembered.set(connection, rows)
  const known = rows.get(key)
  if (known && known.until > performance.now()) return known.row
  const until = performance.now() + rememberedFor
  const row = (await credentialModel(connection).findById(key).lean()) ?? undefined
  if (rows.size >= MOST_REMEMBERED) rows.clear()
  if (row) rows.set(key, { row, until })
  else rows.delete(key)
  return row
}
