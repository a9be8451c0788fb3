import { arrayOf, object, optional, required } from './grammar.ts'
import { languageMap } from './maps.ts'
import { iri, irl, length, mediaType, sha2 } from './values.ts'

const attachment = object('an attachment', {
  usageType: required(iri, 'Data 2.4.11 (XAPI-00107)'),
  display: required(languageMap, 'Data 2.4.11 (XAPI-00106)'),
  description: optional(languageMap, 'Data 2.4.11 (XAPI-00106)'),
  contentType: required(mediaType, 'Data 2.4.11 (XAPI-00105)'),
  length: required(length, 'Data 2.4.11 (XAPI-00102)'),
  sha2: required(sha2, 'Data 2.4.11 (XAPI-00103)'),
  fileUrl: optional(irl, 'Data 2.4.11 (XAPI-00104)'),
})

/** Data 2.4.11: the declarations; their data travels apart. */
export const attachments = arrayOf(attachment, 'Data 2.4.11 (XAPI-00025)', 'must be an array of attachments')
