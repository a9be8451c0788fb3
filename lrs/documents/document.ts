import { createHash } from 'node:crypto'
import type { Issue } from '../errors.ts'

/** xAPI's document resources (Communication 2.2). */
export type DocumentResource = 'state' | 'agent-profile' | 'activity-profile'

/** What documents belong to: an activity, an agent, or both and perhaps a registration. */
export interface DocumentContext {
  municipality: string
  resource: DocumentResource
  activityId?: string
  /** The agent's key (`actorKey`). */
  agent?: string
  /** Lower-case UUID. For one document "none" is a registration of its own; for all of them it means any. */
  registration?: string
}

export interface DocumentAddress extends DocumentContext {
  /** `stateId` or `profileId` */
  id: string
}

export interface DocumentContent {
  /** As it was sent, whatever it is. */
  body: Buffer
  contentType: string
}

export interface StoredDocument extends DocumentContent {
  /** Without quotation marks. */
  etag: string
  updated: Date
}

/** Changes when the body does and only then (Communication 3.1): its SHA-1, 40 hexadecimal digits. */
export function etagOf(body: Buffer): string {
  return createHash('sha1').update(body).digest('hex')
}

export function isJsonType(contentType: string): boolean {
  return /^application\/json\s*(?:;|$)/i.test(contentType)
}

/** Where a broken rule of documents is written down. */
export const requirements = {
  merge: 'Communication 2.2 (XAPI-00184)',
  concurrency: 'Communication 3.1 (XAPI-00322)',
} as const satisfies Record<string, Issue['requirement']>
