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
  /** The secret before the last rotation, and until when it is taken as well. */
  previousHash?: string
  previousUntil?: Date
  scopes: Scope[]
  activityPrefix?: string
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
    previousHash: String,
    previousUntil: Date,
    scopes: [String],
    activityPrefix: String,
    defaultVersion: { type: String, required: true },
    createdAt: { type: Date, required: true },
    expires: Date,
  },
  { versionKey: false },
)

export function credentialModel(connection: Connection): Model<CredentialRow> {
  return connection.models.Credential ?? connection.model<CredentialRow>('Credential', schema)
}

export interface NewCredential {
  municipality: Municipality
  scopes: Scope[]
  /** What it is for, as people read it. */
  name: string
  /** What the id of every activity that is written about must begin with. */
  activityPrefix?: string
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

function rowOf({ municipality, scopes, name, activityPrefix, defaultVersion, expires }: NewCredential) {
  return {
    municipality: municipality.slug,
    homePage: municipality.homePage,
    scopes,
    name,
    defaultVersion,
    ...(activityPrefix !== undefined && { activityPrefix }),
    ...(expires && { expires }),
  }
}

/** What the holder of this key and secret may do; undefined for a wrong key, a wrong secret and an expired credential alike. */
export async function findCredential(connection: Connection, key: string, secret: string): Promise<Access | undefined> {
  const row = await findRow(connection, key)
  const isCurrent = matchesHash(secret, row?.secretHash ?? '')
  if (!row || (!isCurrent && !matchesPrevious(secret, row))) return undefined
  if (row.expires && row.expires.getTime() <= Date.now()) return undefined
  return {
    municipality: row.municipality,
    scopes: row.scopes,
    authority: { objectType: 'Agent', account: { homePage: row.homePage, name: row._id } },
    ...(row.activityPrefix !== undefined && { activityPrefix: row.activityPrefix }),
    defaultVersion: row.defaultVersion,
  }
}

function matchesPrevious(secret: string, { previousHash = '', previousUntil }: CredentialRow): boolean {
  return matchesHash(secret, previousHash) && previousUntil !== undefined && previousUntil.getTime() > Date.now()
}

/**
 * Gives a credential a new secret, returned here and never again. The one it had is taken too until `overlap` milliseconds
 * have gone; one from before that is taken no more. Undefined when there is none with this key.
 */
export async function rotateCredential(
  connection: Connection,
  key: string,
  change: { overlap: number; expires?: Date },
): Promise<{ secret: string } | undefined> {
  const credentials = credentialModel(connection)
  const { token: secret, hash: secretHash } = createToken()
  const known = await credentials.findById(key).lean()
  if (!known) return undefined
  const previousUntil = new Date(Date.now() + change.overlap)
  const renewed = { secretHash, previousHash: known.secretHash, previousUntil }
  await credentials.updateOne(
    { _id: key },
    { $set: { ...renewed, ...(change.expires && { expires: change.expires }) } },
  )
  remembered.get(connection)?.delete(key)
  return { secret }
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
