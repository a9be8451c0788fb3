import type { Connection } from 'mongoose'
import { declaredAttachments } from '../xapi/attachment.ts'
import type { Statement } from '../xapi/types.ts'
import { findAttachments, readAttachment } from './attachment-store.ts'

/**
 * The data that is there of what these statements declare, each hash once, in their order.
 *
 * @param statements their JSON texts
 * @param reader with an authority's key only what that has sent itself may be read
 */
export async function outgoingAttachments(
  connection: Connection,
  statements: string[],
  { municipality, authority: uploader }: { municipality: string; authority?: string | undefined },
) {
  const contentTypes = new Map<string, string>()
  for (const json of statements) {
    for (const { attachment } of declaredAttachments(JSON.parse(json) as Statement, '')) {
      const sha2 = attachment.sha2.toLowerCase()
      if (!contentTypes.has(sha2)) contentTypes.set(sha2, attachment.contentType)
    }
  }
  const hashes = [...contentTypes.keys()]
  const found = await findAttachments(connection, municipality, { hashes, ...(uploader !== undefined && { uploader }) })
  const bySha2 = new Map(found.map((attachment) => [attachment.sha2, attachment]))
  return hashes.flatMap((sha2) => {
    const attachment = bySha2.get(sha2)
    if (attachment === undefined) return []
    const contentType = contentTypes.get(sha2) ?? ''
    return [{ sha2, contentType, length: attachment.length, bytes: readAttachment(connection, attachment) }]
  })
}
