import type { Request, RequestHandler, Response } from 'express'
import type { Access, XapiVersion } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'
import { claimStatements } from '../launch/claims.ts'
import type { Lrs } from '../lrs.ts'
import { sendJson } from '../middleware/json-answer.ts'
import { isObject } from '../xapi/grammar.ts'
import { parametersOf } from './parameters.ts'
import { prepareStatements, sentIdOf, storeAgainAt } from './prepare.ts'
import { parseWriteQuery } from './query.ts'
import { readStatements } from './read-body.ts'
import type { PreparedStatement } from './store.ts'

/** Communication 2.1.2: one statement or several; answers their ids in order when they are on disk. */
export function postStatements(lrs: Lrs): RequestHandler {
  return async (req, res) => {
    parseWriteQuery(parametersOf(req.originalUrl), 'POST')
    const stored = await storeStatements(lrs, res, sentBody(lrs, req))
    sendJson(res, JSON.stringify(stored.map(sentIdOf)))
  }
}

/** Communication 2.1.1: one statement under the id in the address. */
export function putStatement(lrs: Lrs): RequestHandler {
  return async (req, res) => {
    const id = parseWriteQuery(parametersOf(req.originalUrl), 'PUT')
    await storeStatements(lrs, res, withId(sentBody(lrs, req), id))
    res.status(204).end()
  }
}

function sentBody({ config }: Lrs, req: Request): unknown {
  return readStatements(req.get('Content-Type'), req.body, config.limits)
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

/** From `now` to `append` nothing may wait, or Consistent-Through would have promised too much: claims go before. */
async function storeStatements(lrs: Lrs, { locals }: Response, body: unknown): Promise<PreparedStatement[]> {
  const { access, version } = locals as { access: Access; version: XapiVersion }
  let prepared = prepareStatements(body, { stored: lrs.statements.now(), authority: access.authority, version })
  if (access.session) {
    await claimStatements(lrs.connection, access.session, prepared)
    const stored = lrs.statements.now()
    prepared = prepared.map((statement) => storeAgainAt(stored, statement))
  }
  await lrs.statements.append(access.municipality, prepared)
  return prepared
}
