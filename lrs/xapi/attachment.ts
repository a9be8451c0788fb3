import { all, arrayOf, at, type Check, object, optional, report, required } from './grammar.ts'
import { languageMap } from './maps.ts'
import type { Attachment, Statement, SubStatement } from './types.ts'
import { iri, irl, length, mediaType, sha2 } from './values.ts'

/** Data 2.6: the usage type of an attachment that is the statement's JSON web signature. */
export const signatureUsage = 'http://adlnet.gov/expapi/attachments/signature'

const properties = object('an attachment', {
  usageType: required(iri, 'Data 2.4.11 (XAPI-00107)'),
  display: required(languageMap, 'Data 2.4.11 (XAPI-00106)'),
  description: optional(languageMap, 'Data 2.4.11 (XAPI-00106)'),
  contentType: required(mediaType, 'Data 2.4.11 (XAPI-00105)'),
  length: required(length, 'Data 2.4.11 (XAPI-00102)'),
  sha2: required(sha2, 'Data 2.4.11 (XAPI-00103)'),
  fileUrl: optional(irl, 'Data 2.4.11 (XAPI-00104)'),
})

const signatureType: Check = (value, path, run) => {
  const { usageType, contentType } = value as Record<string, unknown>
  if (usageType === signatureUsage && !/^application\/octet-stream\s*(?:;|$)/i.test(String(contentType))) {
    report(run, {
      path: at(path, 'contentType'),
      message: 'must be application/octet-stream in a signature',
      requirement: 'Data 2.6 (XAPI-00115)',
    })
  }
  return undefined
}

const attachment = all(properties, signatureType)

/** Data 2.4.11: the declarations; their data travels apart. */
export const attachments = arrayOf(attachment, 'Data 2.4.11 (XAPI-00025)', 'must be an array of attachments')

/** A declaration and its place, `statement.attachments[0]`. */
export interface DeclaredAttachment {
  path: string
  attachment: Attachment
}

/** All that a statement declares, in its sub-statement too. */
export function declaredAttachments(statement: Statement | SubStatement, path: string): DeclaredAttachment[] {
  const { attachments = [], object } = statement
  const own = attachments.map((attachment, index) => ({ path: `${path}.attachments[${index}]`, attachment }))
  return object.objectType === 'SubStatement' ? [...own, ...declaredAttachments(object, `${path}.object`)] : own
}

/** Whether its data must come with it: without a fileUrl (XAPI-00129), and where it is a signature (XAPI-00115). */
export function needsData({ fileUrl, usageType }: Attachment): boolean {
  return fileUrl === undefined || usageType === signatureUsage
}

/** The function of Node's crypto that a SHA-2 in hexadecimal digits was made with, by its length. */
export function sha2Algorithm(sha2: string): string {
  return `sha${sha2.length * 4}`
}
