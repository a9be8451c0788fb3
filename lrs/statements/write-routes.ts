import type { Request, RequestHandler, Response } from 'express'
import type { Access, XapiVersion } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'
import type { Lrs } from '../lrs.ts'
import { sendJson } from '../middleware/json-answer.ts'
import { isObject } from '../xapi/grammar.ts'
import { parametersOf } from '../xapi/parameters.ts'
import { sentIdOf } from './prepare.ts'
import { parseWriteQuery } from './query.ts'
import { isMultipart, readMultipart, readStatements } from './read-body.ts'
import { type SentStatements, storeStatements } from './store-statements.ts'

/** Communication 2.1.2: one statement or several; answers their ids in order when they are on disk. */
export function postStatements(lrs: Lrs): RequestHandler {
  return async (req, res) => {
    parseWriteQuery(parametersOf(req.originalUrl), 'POST')
    const stored = await readBody(lrs, req, (body) => storeStatements(lrs, caller(res), body))
    sendJson(res, JSON.stringify(stored.map(sentIdOf)))
  }
}

/** Communication 2.1.1: one statement under the id in the address. */
export function putStatement(lrs: Lrs): RequestHandler {
  return async (req, res) => {
    const id = parseWriteQuery(parametersOf(req.originalUrl), 'PUT')
    await readBody(lrs, req, ({ statements, parts }) =>
      storeStatements(lrs, caller(res), { statements: withId(statements, id), parts }),
    )
    res.status(204).end()
  }
}

function caller({ locals }: Response): { access: Access; version: XapiVersion } {
  return { access: locals.access, version: locals.version }
}

/**
 * Gives the body to `use`: where attachments come with it, as it comes from the connection. Whatever becomes of it, the rest is
 * taken from the connection, so that the next request can come.
 */
async function readBody<T>({ config }: Lrs, req: Request, use: (body: SentStatements) => Promise<T>): Promise<T> {
  const type = req.get('Content-Type')
  if (!isMultipart(type)) return use({ statements: readStatements(type, req.body, config.limits) })
  const encoding = req.get('Content-Encoding') ?? 'identity'
  if (encoding !== 'identity') throw refusal('header.Content-Encoding', 'must be identity beside multipart/mixed')
  const bytes = req.iterator({ destroyOnReturn: false })
  try {
    return await use(await readMultipart(type, bytes, config.limits))
  } finally {
    await bytes.return?.()
    req.resume()
  }
}

function withId(body: unknown, id: string | undefined): unknown {
  if (Array.isArray(body)) throw refusal('statement', 'must be a single statement: send several with POST')
  if (!isObject(body)) return body
  if (body.id === undefined) return { ...body, id }
  if (typeof body.id === 'string' && body.id.toLowerCase() !== id?.toLowerCase()) {
    throw refusal('statement.id', 'must be the same as the parameter statementId')
  }
  return body
}

function refusal(path: string, message: string): LrsError {
  const issue = { path, message, requirement: 'Communication 2.1.1' }
  return new LrsError('invalid', `${path} ${message}.`, { issues: [issue] })
}
