import { type Access, isGranted, type XapiVersion } from '../accounts/access.ts'
import { defineActivities } from '../activities/define.ts'
import { type ReceivedAttachments, receiveAttachments } from '../attachments/receive.ts'
import { type Issue, LrsError } from '../errors.ts'
import { claimStatements } from '../launch/claims.ts'
import type { Lrs } from '../lrs.ts'
import { declaredAttachments, signatureUsage } from '../xapi/attachment.ts'
import { actorKey } from '../xapi/identifiers.ts'
import { signatureProblem } from '../xapi/signature.ts'
import type { Statement } from '../xapi/types.ts'
import { checkPrefix } from './activity-prefix.ts'
import { pathsOf, prepareStatements, storeAgainAt } from './prepare.ts'
import type { MultipartBody } from './read-body.ts'
import type { PreparedStatement } from './store.ts'

interface Caller {
  access: Access
  version: XapiVersion
}

/** The body of a request; it has `parts` where the data of attachments comes with it. */
export type SentStatements = Pick<MultipartBody, 'statements'> & { parts?: MultipartBody['parts'] | undefined }

/**
 * Stores what was sent, all or nothing, and resolves when it is on disk: first the data of attachments, then the statements,
 * then what those that are new say of activities.
 *
 * @throws LrsError for whatever the specification, the credential or cmi5 does not allow
 */
export async function storeStatements(lrs: Lrs, caller: Caller, sent: SentStatements): Promise<PreparedStatement[]> {
  const { access, version } = caller
  const receipt = { stored: lrs.statements.now(), authority: access.authority, version }
  let prepared = prepareStatements(sent.statements, { ...receipt, carriesData: sent.parts !== undefined })
  const statements = [sent.statements].flat() as Statement[]
  checkPrefix(statements, pathsOf(sent.statements), access)
  const received = sent.parts && (await receive(lrs, caller, { ...sent, parts: sent.parts }))
  try {
    if (access.session) await claimStatements(lrs.connection, access.session, prepared)
    await received?.publish()
  } catch (error) {
    await received?.discard()
    throw error
  }
  if (received || access.session) {
    // From `now` to `append` nothing may wait, or Consistent-Through would have promised too much
    const stored = lrs.statements.now()
    prepared = prepared.map((statement) => storeAgainAt(stored, statement))
  }
  const added = new Set(await lrs.statements.append(access.municipality, prepared))
  if (isGranted(access, ['define', 'all'])) {
    const fresh = statements.filter((_, index) => added.has(prepared[index]?.id ?? ''))
    await defineActivities(lrs.connection, access, fresh)
  }
  return prepared
}

/** Reads the data of attachments and looks at the signatures among it. */
async function receive(lrs: Lrs, { access, version }: Caller, sent: MultipartBody): Promise<ReceivedAttachments> {
  const { limits } = lrs.config
  const paths = pathsOf(sent.statements)
  const statements = [sent.statements].flat() as Statement[]
  const declared = statements.flatMap((statement, index) => declaredAttachments(statement, paths[index] ?? ''))
  const uploader = actorKey(access.authority) ?? ''
  const receipt = { municipality: access.municipality, uploader, limits }
  const received = await receiveAttachments(lrs.connection, sent.parts, { declared, ...receipt })
  const issues: Issue[] = []
  for (const [index, statement] of statements.entries()) {
    const given = { version, depth: limits.depth, path: paths[index] ?? '' }
    issues.push(...(await signatureIssues(statement, received, given)))
  }
  if (issues.length === 0) return received
  await received.discard()
  throw new LrsError('invalid', `Nothing was stored: ${issues[0]?.path} ${issues[0]?.message}.`, { issues })
}

async function signatureIssues(
  statement: Statement,
  { signatures }: ReceivedAttachments,
  given: { version: XapiVersion; depth: number; path: string },
): Promise<Issue[]> {
  const issues: Issue[] = []
  for (const [index, { usageType, sha2 }] of (statement.attachments ?? []).entries()) {
    const jws = usageType === signatureUsage && signatures.get(sha2.toLowerCase())
    const message = jws && (await signatureProblem(jws, statement, given))
    if (!message) continue
    issues.push({ path: `${given.path}.attachments[${index}]`, message, requirement: 'Data 2.6 (XAPI-00116)' })
  }
  return issues
}
