import { createHash } from 'node:crypto'
import type { Connection } from 'mongoose'
import type { Limits } from '../config.ts'
import { type Issue, LrsError } from '../errors.ts'
import { type DeclaredAttachment, needsData, sha2Algorithm, signatureUsage } from '../xapi/attachment.ts'
import type { Part } from '../xapi/multipart.ts'
import { addUploader, findAttachments, startUpload, type Upload } from './attachment-store.ts'

/** The data that came with a request, written and not yet to be found. */
export interface ReceivedAttachments {
  /** Signatures by lower-case hash, to be looked at. */
  signatures: ReadonlyMap<string, Buffer>
  /** Makes all of it the data of the attachments, on disk when it resolves. */
  publish(): Promise<void>
  /** Takes it away again, where the request is refused after all. */
  discard(): Promise<void>
}

interface Receipt {
  municipality: string
  /** Key of the authority that sends. */
  uploader: string
  limits: Pick<Limits, 'attachment' | 'body'>
}

/**
 * Reads the parts after the statements (Communication 1.5.2) and writes their bytes as they come, each matched by its hash
 * alone. Where it throws, nothing of them is left.
 *
 * @param declared what the statements of the request declare
 * @throws LrsError `invalid` for a part that is missing, too many, not declared or not what its hash says; `too-large`
 */
export async function receiveAttachments(
  connection: Connection,
  parts: AsyncIterable<Part>,
  { declared, ...receipt }: Receipt & { declared: DeclaredAttachment[] },
): Promise<ReceivedAttachments> {
  const uploads = new Map<string, Upload>()
  const signatures = new Map<string, Buffer>()
  const expected = new Expected(declared)
  const hashes = expected.hashes()
  const stored = await findAttachments(connection, receipt.municipality, { hashes })
  const known = new Set(stored.map(({ sha2 }) => sha2))
  const discard = async () => {
    for (const upload of uploads.values()) await upload.discard()
  }
  try {
    for await (const part of parts) {
      const sha2 = expected.take(part)
      const isNew = !known.has(sha2) && !uploads.has(sha2)
      const upload = isNew ? startUpload(connection, receipt.municipality) : undefined
      if (upload) uploads.set(sha2, upload)
      const kept = expected.isSignature(sha2) ? [] : undefined
      await readData(part, { sha2, receipt, kept, upload })
      if (kept) signatures.set(sha2, Buffer.concat(kept))
    }
    expected.refuseMissing()
  } catch (error) {
    await discard()
    throw error
  }
  const publish = async () => {
    for (const [sha2, upload] of uploads) await upload.publish(sha2, receipt.uploader)
    for (const attachment of stored) {
      if (expected.isReceived(attachment.sha2)) await addUploader(connection, attachment, receipt.uploader)
    }
  }
  return { signatures, publish, discard }
}

/** Data of a hash that came before in the request is only checked. */
async function readData(
  { body }: Part,
  to: { sha2: string; receipt: Receipt; upload: Upload | undefined; kept: Buffer[] | undefined },
): Promise<void> {
  const { sha2, receipt, upload, kept } = to
  const { attachment, body: most } = receipt.limits
  const limit = kept ? Math.min(attachment, most) : attachment
  const hash = createHash(sha2Algorithm(sha2))
  let length = 0
  for await (const bytes of body) {
    length += bytes.length
    if (length > limit) throw tooLarge(sha2, limit)
    hash.update(bytes)
    kept?.push(bytes)
    await upload?.write(bytes)
  }
  if (hash.digest('hex') !== sha2) {
    throw refusal([issue(`body[${sha2}]`, 'is not the data that its hash was made of', 'XAPI-00132')])
  }
}

/** Which parts may still come: as many of a hash as the statements declare, since some senders repeat the data. */
class Expected {
  readonly #declared: DeclaredAttachment[]
  readonly #left = new Map<string, number>()
  readonly #received = new Set<string>()
  #count = 0

  constructor(declared: DeclaredAttachment[]) {
    this.#declared = declared
    for (const { attachment } of declared) {
      const sha2 = attachment.sha2.toLowerCase()
      this.#left.set(sha2, (this.#left.get(sha2) ?? 0) + 1)
    }
  }

  /** @returns the lower-case hash of a part that is expected */
  take({ headers }: Part): string {
    this.#count += 1
    const path = `body[${this.#count}]`
    const encoding = headers.get('content-transfer-encoding') ?? 'binary'
    if (encoding.toLowerCase() !== 'binary') {
      throw refusal([issue(path, `has the Content-Transfer-Encoding ${encoding}; only binary is taken`, 'XAPI-00135')])
    }
    const sha2 = headers.get('x-experience-api-hash')?.toLowerCase()
    if (sha2 === undefined) throw refusal([issue(path, 'has no header X-Experience-API-Hash', 'XAPI-00132')])
    const left = this.#left.get(sha2)
    if (left === undefined) {
      throw refusal([issue(path, `has a hash that no attachment of the statements has: ${sha2}`, 'XAPI-00132')])
    }
    if (left === 0) throw refusal([issue(path, `is one more of an attachment than there are: ${sha2}`, 'XAPI-00128')])
    this.#left.set(sha2, left - 1)
    this.#received.add(sha2)
    return sha2
  }

  /** All that may come. */
  hashes(): string[] {
    return [...this.#left.keys()]
  }

  isReceived(sha2: string): boolean {
    return this.#received.has(sha2)
  }

  isSignature(sha2: string): boolean {
    return this.#declared.some(
      ({ attachment }) => attachment.usageType === signatureUsage && attachment.sha2.toLowerCase() === sha2,
    )
  }

  refuseMissing(): void {
    const missing = this.#declared.filter(
      ({ attachment }) => needsData(attachment) && !this.#received.has(attachment.sha2.toLowerCase()),
    )
    if (missing.length === 0) return
    throw refusal(
      missing.map(({ path }) => issue(path, 'has neither a part with its data nor a fileUrl', 'XAPI-00129')),
    )
  }
}

function issue(path: string, message: string, requirement: string): Issue {
  return { path, message: message.slice(0, 300), requirement: `Communication 1.5.2 (${requirement})` }
}

function refusal(issues: Issue[]): LrsError {
  const [first] = issues
  return new LrsError('invalid', `Nothing was stored: ${first?.path} ${first?.message}.`, {
    issues: issues.slice(0, 20),
  })
}

function tooLarge(sha2: string, limit: number): LrsError {
  const message = `is larger than ${limit} bytes`
  return new LrsError('too-large', `Nothing was stored: an attachment ${message}.`, {
    issues: [{ path: `body[${sha2}]`, message, requirement: 'Communication 3.2' }],
  })
}
