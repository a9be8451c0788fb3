import { randomUUID } from 'node:crypto'
import mongoose, { type Connection, type Model, Schema } from 'mongoose'
import { isDuplicateKey } from '../storage/duplicate-key.ts'

/** The data of attachments of one municipality: the same bytes once, however many statements have them. */
export interface StoredAttachment {
  municipality: string
  /** In lower case. */
  sha2: string
  length: number
  /** Which upload its bytes are. */
  upload: string
  /** Keys of the authorities that have sent these bytes. */
  uploaders: string[]
}

interface Row extends StoredAttachment {
  /** Municipality and hash as JSON text. */
  _id: string
}

interface Chunk {
  /** Upload and position as JSON text. */
  _id: string
  municipality: string
  upload: string
  position: number
  bytes: Buffer | mongoose.mongo.Binary
}

const schema = new Schema<Row>(
  {
    _id: { type: String, required: true },
    municipality: { type: String, required: true },
    sha2: { type: String, required: true },
    length: { type: Number, required: true },
    upload: { type: String, required: true },
    uploaders: { type: [String], default: undefined },
  },
  { versionKey: false },
)

const chunkSchema = new Schema<Chunk>(
  {
    _id: { type: String, required: true },
    municipality: { type: String, required: true },
    upload: { type: String, required: true },
    position: { type: Number, required: true },
    bytes: Buffer,
  },
  { versionKey: false },
)
chunkSchema.index({ upload: 1, position: 1 })

export function attachmentModel(connection: Connection): Model<Row> {
  return connection.models.Attachment ?? connection.model<Row>('Attachment', schema)
}

export function chunkModel(connection: Connection): Model<Chunk> {
  return connection.models.AttachmentChunk ?? connection.model<Chunk>('AttachmentChunk', chunkSchema)
}

/** What is written at a time: much below what MongoDB holds in one document. */
const CHUNK_LENGTH = 1024 * 1024

/** Bytes on their way in. Nobody can find them before `publish`, and nothing of them is ever held whole. */
export interface Upload {
  write(bytes: Buffer): Promise<void>
  /** Makes them the data of this hash, which they must have, on disk when it resolves. Where the same is there already they go. */
  publish(sha2: string, uploader: string): Promise<void>
  discard(): Promise<void>
}

export function startUpload(connection: Connection, municipality: string): Upload {
  const upload = randomUUID()
  const chunks = chunkModel(connection)
  let waiting: Buffer[] = []
  let waitingLength = 0
  let length = 0
  let position = 0

  async function flush(): Promise<void> {
    if (waitingLength === 0) return
    const bytes = Buffer.concat(waiting)
    waiting = []
    waitingLength = 0
    await chunks.create({ _id: JSON.stringify([upload, position]), municipality, upload, position, bytes })
    position += 1
  }

  const discard = async () => {
    if (position > 0) await chunks.deleteMany({ upload })
  }

  return {
    async write(bytes) {
      waiting.push(bytes)
      waitingLength += bytes.length
      length += bytes.length
      if (waitingLength >= CHUNK_LENGTH) await flush()
    },
    async publish(sha2, uploader) {
      await flush()
      const kept = await keepAttachment(connection, { municipality, sha2, length, upload, uploaders: [uploader] })
      if (kept.upload !== upload) await discard()
    },
    discard,
  }
}

/** Of several uploads of one hash the first is kept. */
async function keepAttachment(connection: Connection, attachment: StoredAttachment): Promise<StoredAttachment> {
  const { uploaders, ...row } = attachment
  const kept = await attachmentModel(connection)
    .findOneAndUpdate(
      { _id: rowId(attachment.municipality, attachment.sha2) },
      { $addToSet: { uploaders: { $each: uploaders } }, $setOnInsert: row },
      { upsert: true, returnDocument: 'after' },
    )
    .lean()
    .catch((error: unknown) => {
      if (isDuplicateKey(error)) return null
      throw error
    })
  // Somebody else was inserting it: now it is there
  return kept ?? keepAttachment(connection, attachment)
}

/** Notes that this authority has sent these bytes too. */
export async function addUploader(connection: Connection, attachment: StoredAttachment, key: string): Promise<void> {
  const { municipality, sha2, uploaders } = attachment
  if (uploaders.includes(key)) return
  await attachmentModel(connection).updateOne({ _id: rowId(municipality, sha2) }, { $addToSet: { uploaders: key } })
}

/**
 * The attachments of these hashes that are there; with `uploader` only those whose bytes that authority has sent itself.
 *
 * @param hashes in lower case
 */
export async function findAttachments(
  connection: Connection,
  municipality: string,
  { hashes, uploader }: { hashes: string[]; uploader?: string },
): Promise<StoredAttachment[]> {
  if (hashes.length === 0) return []
  const ids = hashes.map((sha2) => rowId(municipality, sha2))
  const rows = await attachmentModel(connection)
    .find({ _id: { $in: ids }, ...(uploader !== undefined && { uploaders: uploader }) })
    .lean()
  return rows
}

/** The bytes of an attachment, a piece at a time. */
export async function* readAttachment(connection: Connection, { upload }: StoredAttachment): AsyncGenerator<Buffer> {
  const chunks = chunkModel(connection)
  for (let position = 0; ; position += 1) {
    const chunk = await chunks.findOne({ upload, position }).lean()
    if (!chunk) return
    yield chunk.bytes instanceof mongoose.mongo.Binary ? Buffer.from(chunk.bytes.value()) : chunk.bytes
  }
}

function rowId(municipality: string, sha2: string): string {
  return JSON.stringify([municipality, sha2])
}
