import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** An attachment as it goes out: its bytes are asked for when it is its turn. */
export interface OutgoingAttachment {
  sha2: string
  contentType: string
  /** Bytes. */
  length: number
  bytes: AsyncIterable<Buffer>
}

/**
 * The answer to `attachments=true` (Communication 1.5.2): the statements are the first part, the data of each attachment one
 * more. A piece of it is held at a time. To HEAD only the headers go out.
 */
export async function sendMultipart(res: Response, json: string, attachments: OutgoingAttachment[]): Promise<void> {
  const boundary = randomUUID()
  const first = Buffer.from(`--${boundary}\r\nContent-Type: application/json\r\n\r\n${json}`)
  const parts = attachments.map((attachment) => ({ ...attachment, head: headOf(attachment, boundary) }))
  const end = Buffer.from(`\r\n--${boundary}--\r\n`)
  const length = parts.reduce((sum, { head, length }) => sum + head.length + length, first.length + end.length)
  res.setHeader('Content-Type', `multipart/mixed; boundary=${boundary}`)
  res.setHeader('Content-Length', length)
  if (res.req.method === 'HEAD') {
    res.end()
    return
  }
  const body = async function* () {
    yield first
    for (const { head, bytes } of parts) {
      yield head
      yield* bytes
    }
    yield end
  }
  try {
    await pipeline(body, res)
  } catch (error) {
    const isGone = (error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE'
    if (!isGone) throw error
  }
}

function headOf({ contentType, sha2 }: OutgoingAttachment, boundary: string): Buffer {
  const lines = [
    '',
    `--${boundary}`,
    `Content-Type: ${contentType}`,
    'Content-Transfer-Encoding: binary',
    `X-Experience-API-Hash: ${sha2}`,
    '',
    '',
  ]
  return Buffer.from(lines.join('\r\n'))
}
