import mongoose, { type Connection, type Model, Schema } from 'mongoose'
import { LrsError } from '../errors.ts'
import { isDuplicateKey } from '../storage/duplicate-key.ts'
import {
  type DocumentAddress,
  type DocumentContent,
  type DocumentContext,
  etagOf,
  type StoredDocument,
} from './document.ts'

interface Row {
  /** The address as JSON text. */
  _id: string
  municipality: string
  /** Municipality, resource, activity and agent as JSON text: what a list of ids is asked by. */
  context: string
  /** Empty for none. */
  registration: string
  documentId: string
  contentType: string
  body: Buffer | mongoose.mongo.Binary
  etag: string
  updated: Date
}

const schema = new Schema<Row>(
  {
    _id: { type: String, required: true },
    municipality: { type: String, required: true },
    context: { type: String, required: true },
    registration: String,
    documentId: String,
    contentType: { type: String, required: true },
    body: Buffer,
    etag: { type: String, required: true },
    updated: { type: Date, required: true },
  },
  { versionKey: false },
)
schema.index({ context: 1, updated: 1 })

export function documentModel(connection: Connection): Model<Row> {
  return connection.models.Document ?? connection.model<Row>('Document', schema)
}

export async function findDocument(
  connection: Connection,
  address: DocumentAddress,
): Promise<StoredDocument | undefined> {
  const row = await documentModel(connection).findById(rowId(address)).lean()
  if (!row) return undefined
  return { body: bytes(row.body), contentType: row.contentType, etag: row.etag, updated: row.updated }
}

/**
 * The ids of a context's documents in alphabetical order, each once, and when the newest of them was changed; with `since`
 * of those changed after it. Without a registration: those of every registration.
 */
export async function listDocuments(
  connection: Connection,
  context: DocumentContext,
  since?: Date,
): Promise<{ ids: string[]; updated?: Date }> {
  const rows = await documentModel(connection)
    .find({ ...contextFilter(context), ...(since && { updated: { $gt: since } }) }, { documentId: 1, updated: 1 })
    .lean()
  const ids = [...new Set(rows.map(({ documentId }) => documentId))].sort()
  if (rows.length === 0) return { ids }
  return { ids, updated: new Date(Math.max(...rows.map(({ updated }) => updated.getTime()))) }
}

/** Removes all documents of a context, without a registration those of every registration. */
export async function deleteDocuments(connection: Connection, context: DocumentContext): Promise<void> {
  await documentModel(connection).deleteMany(contextFilter(context))
}

/** However many write one document at once, in every round one of them gets through. */
const ROUNDS = 1000

/**
 * Replaces a document by what `change` makes of it, or removes it when that is undefined. When somebody else was
 * faster, `change` is asked again with what is there then, so no update is lost. It may throw to leave everything as it is.
 */
export async function changeDocument(
  connection: Connection,
  address: DocumentAddress,
  change: (stored: StoredDocument | undefined) => DocumentContent | undefined,
): Promise<StoredDocument | undefined> {
  for (let round = 0; round < ROUNDS; round++) {
    const before = await findDocument(connection, address)
    const content = change(before)
    const after = content && { ...content, etag: etagOf(content.body), updated: new Date() }
    if (await exchange(documentModel(connection), address, { before, after })) return after
  }
  throw new LrsError('unavailable', 'The document is being changed by too many at once. Try again.')
}

/** False when what is stored is no longer `before`. */
async function exchange(
  documents: Model<Row>,
  address: DocumentAddress,
  { before, after }: { before?: StoredDocument; after?: StoredDocument },
): Promise<boolean> {
  const unchanged = { _id: rowId(address), etag: before?.etag }
  if (before && after) return (await documents.findOneAndUpdate(unchanged, { $set: after }).lean()) !== null
  if (before) return (await documents.deleteOne(unchanged)).deletedCount === 1
  return after === undefined || insert(documents, address, after)
}

async function insert(documents: Model<Row>, address: DocumentAddress, document: StoredDocument): Promise<boolean> {
  try {
    await documents.create({
      _id: rowId(address),
      municipality: address.municipality,
      context: contextText(address),
      registration: address.registration ?? '',
      documentId: address.id,
      ...document,
    })
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

function contextFilter(context: DocumentContext) {
  const { registration } = context
  return { context: contextText(context), ...(registration !== undefined && { registration }) }
}

function contextText({ municipality, resource, activityId, agent }: DocumentContext): string {
  return JSON.stringify([municipality, resource, activityId ?? null, agent ?? null])
}

function rowId(address: DocumentAddress): string {
  return JSON.stringify([contextText(address), address.registration ?? null, address.id])
}

/** Lean documents hold bytes as the driver gives them. */
function bytes(body: Row['body']): Buffer {
  return body instanceof mongoose.mongo.Binary ? Buffer.from(body.value()) : body
}
