import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, Response } from 'express'
import { type ErrorCode, LrsError } from '../errors.ts'
import { type Log, loggedPath } from '../log.ts'
import { renderErrorPage } from '../web/error-page.ts'

/** The one place where the domain's words become HTTP's. */
export const statuses: Record<ErrorCode, number> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'precondition-failed': 412,
  'too-large': 413,
  'too-many-requests': 429,
  unavailable: 503,
}

/**
 * Answers every error: programs get JSON `{error, message, issues, requestId?}`, or only the message where they ask for plain
 * text, browsers outside /xapi a page. What is no LrsError and not the client's fault is a 500 without detail; the log has it
 * under the request id.
 */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error, req, res, next) => {
    const known = asLrsError(error)
    const requestId = known === undefined || known.code === 'unavailable' ? randomUUID() : undefined
    if (requestId !== undefined)
      log.error('a request failed', error, { requestId, method: req.method, path: loggedPath(req.path) })
    if (res.headersSent) return next(error)
    const status = known === undefined ? 500 : statuses[known.code]
    if (status === 503) res.setHeader('Retry-After', '1')
    if (wantsPage(req)) return sendPage(res, status, requestId)
    const message = known?.message ?? 'Something went wrong in the server. Its log has the reason under the request id.'
    res.status(status)
    // Communication 3.2: what suits the caller best, JSON where it does not say
    if (req.accepts(['json', 'text']) === 'text') return res.type('text').send(message)
    res.json({
      error: known?.code ?? 'internal',
      message,
      issues: known?.issues ?? [],
      ...(requestId !== undefined && { requestId }),
    })
  }
}

/** Express and its parts throw errors with a status of their own: a body too large or packed wrong, an address that cannot be decoded. */
function asLrsError(error: unknown): LrsError | undefined {
  if (error instanceof LrsError) return error
  const { status, limit, type } = error as { status?: unknown; limit?: unknown; type?: unknown }
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined
  if (status === 413) return refusal('too-large', 'body', `must not be larger than ${limit} bytes`, error)
  if (type === 'encoding.unsupported') return refusal('invalid', 'header.Content-Encoding', 'is not supported', error)
  return refusal('invalid', error instanceof URIError ? 'path' : 'body', 'cannot be read', error)
}

function refusal(code: ErrorCode, path: string, message: string, cause: unknown): LrsError {
  const issues = [{ path, message, requirement: 'Communication 3.2' }]
  return new LrsError(code, `The request was not taken: ${path} ${message}.`, { issues, cause })
}

function wantsPage(req: Request): boolean {
  return !req.originalUrl.startsWith('/xapi') && req.accepts(['json', 'html']) === 'html'
}

function sendPage(res: Response, status: number, requestId: string | undefined): void {
  res.status(status).send(renderErrorPage({ status, ...(requestId !== undefined && { requestId }) }))
}
