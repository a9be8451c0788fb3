import type { Connection } from 'mongoose'
import { credentialModel } from './accounts/credential.ts'
import { linkModel } from './accounts/link.ts'
import { municipalityModel } from './accounts/municipality.ts'
import { personModel } from './accounts/person.ts'
import { sessionModel } from './accounts/session.ts'
import { webSessionModel } from './accounts/web-session.ts'
import { activityModel } from './activities/activity-store.ts'
import { accessLogModel } from './analysis/access-log-store.ts'
import { pseudonymKeyModel } from './analysis/pseudonym-key-store.ts'
import { attachmentModel, chunkModel } from './attachments/attachment-store.ts'
import { documentModel } from './documents/document-store.ts'

const models = [
  accessLogModel,
  activityModel,
  attachmentModel,
  chunkModel,
  credentialModel,
  documentModel,
  linkModel,
  municipalityModel,
  personModel,
  pseudonymKeyModel,
  sessionModel,
  webSessionModel,
]

/** Makes every collection but the statements' own, with its indexes: what must be unique is so from the first request on. */
export async function prepareModels(connection: Connection): Promise<void> {
  await Promise.all(models.map((model) => model(connection).init()))
}
