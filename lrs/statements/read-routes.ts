import type { Request, RequestHandler } from 'express'
import type { Access } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'
import type { Lrs } from '../lrs.ts'
import { sendJson, sendMultipart } from '../middleware/json-answer.ts'
import { canonicalFormat, idsFormat } from '../xapi/formats.ts'
import { parseAcceptLanguage } from '../xapi/language.ts'
import type { Statement } from '../xapi/types.ts'
import { type Continuation, decodeCursor, encodeCursor } from './more.ts'
import { parametersOf } from './parameters.ts'
import { storedOf } from './prepare.ts'
import { type OneStatement, parseQuery, type StatementQuery } from './query.ts'

/** Communication 2.1.3: one statement, or a page of those that match with the address of the next. */
export function getStatements(lrs: Lrs): RequestHandler {
  return async (req, res) => {
    const { municipality }: Access = res.locals.access
    const { parameters, after } = continuationOf(parametersOf(req.originalUrl))
    const query = parseQuery(parameters, lrs.config.limits)
    const show = presentation(query, req)
    const send = query.attachments ? sendMultipart : sendJson
    if ('id' in query) {
      const statement = await findOne(lrs, municipality, query)
      res.setHeader('Last-Modified', new Date(storedOf(statement)).toUTCString())
      return send(res, show(statement))
    }
    const { statements, next } = await lrs.statements.find(municipality, { ...query.filter, after })
    const more = next === undefined ? '' : moreAddress(lrs, { parameters, after: next })
    send(res, `{"statements":[${statements.map(show).join(',')}],"more":"${more}"}`)
  }
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

/** A stored statement's text in the format asked for; `exact` is the text itself, never parsed. */
function presentation({ format }: StatementQuery, req: Request): (json: string) => string {
  if (format === 'exact') return (json) => json
  if (format === 'ids') return (json) => JSON.stringify(idsFormat(JSON.parse(json) as Statement))
  const ranges = parseAcceptLanguage(req.get('Accept-Language'))
  return (json) => JSON.stringify(canonicalFormat(JSON.parse(json) as Statement, ranges))
}

async function findOne({ statements }: Lrs, municipality: string, { id, voided }: OneStatement): Promise<string> {
  const statement = await statements.get(municipality, id, { voided })
  if (statement !== undefined) return statement
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
