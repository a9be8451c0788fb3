import type { Request, RequestHandler } from 'express'
import { type Access, readsOwnOnly } from '../accounts/access.ts'
import { findDefinitions } from '../activities/activity-store.ts'
import { outgoingAttachments } from '../attachments/outgoing.ts'
import { LrsError } from '../errors.ts'
import type { Lrs } from '../lrs.ts'
import { sendJson } from '../middleware/json-answer.ts'
import { sendMultipart } from '../middleware/multipart-answer.ts'
import { activitiesOf } from '../xapi/activities-of.ts'
import { canonicalFormat, idsFormat } from '../xapi/formats.ts'
import { actorKey } from '../xapi/identifiers.ts'
import { parseAcceptLanguage } from '../xapi/language.ts'
import { parametersOf } from '../xapi/parameters.ts'
import type { Statement } from '../xapi/types.ts'
import { type Continuation, decodeCursor, encodeCursor } from './more.ts'
import { storedOf } from './prepare.ts'
import { type OneStatement, parseQuery, type StatementQuery } from './query.ts'
import type { StatementPage } from './store.ts'

/** Communication 2.1.3: one statement, or a page of those that match with the address of the next. */
export function getStatements(lrs: Lrs): RequestHandler {
  return async (req, res) => {
    const reader = readerOf(res.locals.access)
    const { parameters, after } = continuationOf(parametersOf(req.originalUrl))
    const query = parseQuery(parameters, lrs.config.limits)
    const found = await findFor(lrs, reader, { query, after })
    const shown = await present(lrs, reader.municipality, found.statements, { query, req })
    let json = shown[0] ?? ''
    if ('id' in query) {
      res.setHeader('Last-Modified', new Date(storedOf(found.statements[0] ?? '')).toUTCString())
    } else {
      const more = found.next === undefined ? '' : moreAddress(lrs, { parameters, after: found.next })
      json = `{"statements":[${shown.join(',')}],"more":"${more}"}`
    }
    if (!query.attachments) return sendJson(res, json)
    await sendMultipart(res, json, await outgoingAttachments(lrs.connection, found.statements, reader))
  }
}

/** Whose statements may be read: all of a municipality, or those of one authority of it. */
interface Reader {
  municipality: string
  /** The authority's key. */
  authority?: string | undefined
}

function readerOf(access: Access): Reader {
  const { municipality } = access
  return readsOwnOnly(access) ? { municipality, authority: actorKey(access.authority) } : { municipality }
}

async function findFor(
  lrs: Lrs,
  { municipality, authority }: Reader,
  { query, after }: { query: StatementQuery; after: string | undefined },
): Promise<StatementPage> {
  if ('id' in query) return { statements: [await findOne(lrs, { municipality, authority }, query)] }
  return lrs.statements.find(municipality, { ...query.filter, ...(authority !== undefined && { authority }), after })
}

/** A first page says what it looks for; later ones carry it in `more`, and then nothing else may stand there. */
function continuationOf(given: URLSearchParams): Partial<Continuation> & Pick<Continuation, 'parameters'> {
  const cursor = given.get('more')
  if (cursor === null) return { parameters: given }
  if (given.size === 1) return decodeCursor(cursor)
  const issue = { path: 'query.more', message: 'must be the only parameter', requirement: 'Data 2.5' }
  throw new LrsError('invalid', 'query.more must be the only parameter.', { issues: [issue] })
}

/** Relative, with the whole path (Data 2.5); a server behind a proxy may have a path of its own before /xapi. */
function moreAddress({ config }: Lrs, continuation: Continuation): string {
  const base = new URL(config.publicUrl).pathname.replace(/\/$/, '')
  return `${base}/xapi/statements?more=${encodeCursor(continuation)}`
}

/** The stored texts in the format asked for; `exact` are those texts themselves, never parsed. */
async function present(
  { connection }: Lrs,
  municipality: string,
  texts: string[],
  { query, req }: { query: StatementQuery; req: Request },
): Promise<string[]> {
  if (query.format === 'exact') return texts
  const statements = texts.map((json) => JSON.parse(json) as Statement)
  if (query.format === 'ids') return statements.map((statement) => JSON.stringify(idsFormat(statement)))
  const ids = statements.flatMap((statement) => activitiesOf(statement).map(({ id }) => id))
  const definitions = await findDefinitions(connection, municipality, ids)
  const ranges = parseAcceptLanguage(req.get('Accept-Language'))
  return statements.map((statement) => JSON.stringify(canonicalFormat(statement, ranges, definitions)))
}

async function findOne({ statements }: Lrs, reader: Reader, { id, voided }: OneStatement): Promise<string> {
  const statement = await statements.get(reader.municipality, id, { voided })
  if (statement !== undefined && mayRead(reader, statement)) return statement
  throw new LrsError('not-found', `There is no ${voided ? 'voided ' : ''}statement with the id ${id}.`, {
    issues: [
      {
        path: voided ? 'query.voidedStatementId' : 'query.statementId',
        message: voided ? 'names no voided statement' : 'names no statement, or one that is voided',
        requirement: 'Communication 2.1.4',
      },
    ],
  })
}

function mayRead({ authority }: Reader, json: string): boolean {
  if (authority === undefined) return true
  const { authority: own } = JSON.parse(json) as Statement
  return own !== undefined && actorKey(own) === authority
}
