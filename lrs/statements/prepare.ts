import { randomUUID } from 'node:crypto'
import type { Access, XapiVersion } from '../accounts/access.ts'
import { type Issue, LrsError } from '../errors.ts'
import { declaredAttachments, needsData } from '../xapi/attachment.ts'
import { comparableText } from '../xapi/compare.ts'
import { validateStatement, voidedVerb } from '../xapi/statement.ts'
import { utcTimestamp } from '../xapi/timestamp.ts'
import type { Context, Statement, SubStatement } from '../xapi/types.ts'
import { statementVersion } from '../xapi/versions.ts'
import { extractFacts } from './extract-facts.ts'
import { extractKeys } from './extract-keys.ts'
import type { PreparedStatement } from './store.ts'

/** What the LRS itself says in every statement of a request (Data 2.4.8–2.4.10). */
export interface Receipt {
  /** ISO 8601 UTC with milliseconds, from `StatementStore.now` in the same turn of the event loop as `append`. */
  stored: string
  authority: Access['authority']
  version: XapiVersion
  /** The request has the data of attachments in parts of its own. */
  carriesData?: boolean
}

/**
 * Checks what was sent, one statement or an array of them, and makes it ready to be stored. All or nothing.
 * @throws LrsError `invalid`, with at most twenty issues
 */
export function prepareStatements(body: unknown, receipt: Receipt): PreparedStatement[] {
  const sent = Array.isArray(body) ? body : [body]
  const paths = pathsOf(body)
  const issues: Issue[] = []
  const ids = new Set<string>()
  for (const [index, statement] of sent.entries()) {
    const found = problemsOf(statement, { ...receipt, path: paths[index] ?? '', ids })
    issues.push(...found)
    if (issues.length >= 20) break
  }
  if (issues.length > 0) throw refusal(issues.slice(0, 20), sent.length)
  return sent.map((statement) => prepareStatement(statement as Statement, receipt))
}

/** What each statement of a body is called in issues: `statement` where it stands alone, `[3]` in a batch. */
export function pathsOf(body: unknown): string[] {
  return Array.isArray(body) ? body.map((_, index) => `[${index}]`) : ['statement']
}

function problemsOf(value: unknown, at: Receipt & { path: string; ids: Set<string> }): Issue[] {
  const issues = validateStatement(value, at.version, at.path)
  if (issues.length > 0) return issues
  const statement = value as Statement
  return [...repeatedId(statement, at), ...(at.carriesData ? [] : missingData(statement, at.path))]
}

function repeatedId({ id }: Statement, { ids, path }: { ids: Set<string>; path: string }): Issue[] {
  const key = id?.toLowerCase()
  if (key === undefined) return []
  if (!ids.has(key)) {
    ids.add(key)
    return []
  }
  const message = 'is the id of an earlier statement in the same batch'
  return [{ path: `${path}.id`, message, requirement: 'Communication 2.1.2' }]
}

/** Without raw data in the request, every attachment must say where its data is, and none can be a signature (Communication 1.5.2). */
function missingData(statement: Statement, path: string): Issue[] {
  return declaredAttachments(statement, path)
    .filter(({ attachment }) => needsData(attachment))
    .map(({ path, attachment }) => ({
      path: attachment.fileUrl === undefined ? `${path}.fileUrl` : path,
      message: 'is missing: a request of type application/json carries no data of attachments',
      requirement: 'Communication 1.5.2 (XAPI-00129)',
    }))
}

function refusal(issues: Issue[], sent: number): LrsError {
  const [first] = issues
  const what = sent === 1 ? 'The statement was not stored' : `None of the ${sent} statements was stored`
  return new LrsError('invalid', `${what}: ${first?.path} ${first?.message}.`, { issues })
}

function prepareStatement(sent: Statement, receipt: Receipt): PreparedStatement {
  const { id: sentId, timestamp: sentTimestamp, stored, authority, version, ...rest } = withArrays(sent)
  const id = sentId ?? randomUUID()
  const timestamp = sentTimestamp === undefined ? receipt.stored : utcTimestamp(sentTimestamp)
  const own = JSON.stringify({ authority: receipt.authority, version: version ?? statementVersion(receipt.version) })
  const json = `{"id":"${id}",${JSON.stringify(rest).slice(1, -1)},${own.slice(1, -1)}${times(timestamp, receipt.stored)}`
  return {
    id: id.toLowerCase(),
    timestamp,
    stored: receipt.stored,
    json,
    comparable: comparableText(sent),
    keys: extractKeys(sent, receipt.authority),
    ...reference(sent),
    facts: extractFacts(sent),
  }
}

/** A stored statement's text as it was prepared once: what it is found by and what is said of it all follows from it. */
export function prepareStored(json: string): PreparedStatement {
  const statement = JSON.parse(json) as Required<Pick<Statement, 'id' | 'timestamp' | 'authority'>> & Statement
  return {
    id: statement.id.toLowerCase(),
    timestamp: statement.timestamp,
    stored: storedOf(json),
    json,
    comparable: comparableText(statement),
    keys: extractKeys(statement, statement.authority),
    ...reference(statement),
    facts: extractFacts(statement),
  }
}

/** The end of every statement's text; of a fixed length, so that `storedOf` and `storeAgainAt` need not parse it. */
function times(timestamp: string, stored: string): string {
  return `,"timestamp":"${timestamp}","stored":"${stored}"}`
}

const timesLength = times('2026-11-24T09:30:00.000Z', '2026-11-24T09:30:00.000Z').length
const storedLength = '2026-11-24T09:30:00.000Z"}'.length

/** The id as it was sent, capitals and all. */
export function sentIdOf({ json, id }: PreparedStatement): string {
  const start = '{"id":"'.length
  return json.slice(start, start + id.length)
}

/** When a statement was stored, from the text that was made of it here. */
export function storedOf(json: string): string {
  return json.slice(-storedLength, -2)
}

/** The same statement, stored at another instant: for one that had to wait between being prepared and being stored. */
export function storeAgainAt(stored: string, statement: PreparedStatement): PreparedStatement {
  const timestamp = statement.timestamp === statement.stored ? stored : statement.timestamp
  return { ...statement, stored, timestamp, json: statement.json.slice(0, -timesLength) + times(timestamp, stored) }
}

/** Context activities are returned as arrays even where a single one was sent (Data 2.4.6.2). */
function withArrays<T extends Statement | SubStatement>(statement: T): T {
  const { context, object } = statement
  const changed: Partial<Statement> = {}
  if (context?.contextActivities) changed.context = contextWithArrays(context)
  if (object.objectType === 'SubStatement') changed.object = withArrays(object)
  return { ...statement, ...changed }
}

function contextWithArrays(context: Context): Context {
  const activities = Object.entries(context.contextActivities ?? {})
  return { ...context, contextActivities: Object.fromEntries(activities.map(([key, list]) => [key, [list].flat()])) }
}

function reference({ object, verb }: Statement): Pick<PreparedStatement, 'references' | 'voids'> {
  if (object.objectType !== 'StatementRef') return {}
  const references = object.id.toLowerCase()
  return verb.id === voidedVerb ? { references, voids: references } : { references }
}
