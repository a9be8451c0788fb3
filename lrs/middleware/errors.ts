import { randomUUID } from 'node:crypto'
import type { ErrorRequestHandler, Request, Response } from 'express'
import { type ErrorCode, LrsError } from '../errors.ts'
import type { Log } from '../log.ts'
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
 * Answers every error: programs get JSON `{error, message, issues, requestId?}`, browsers outside /xapi a page. What is no
 * LrsError and not the client's fault is a 500 without detail; the log has it under the request id.
 */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error, req, res, next) => {
    if (res.headersSent) return next(error)
    const known = asLrsError(error)
    const requestId = known === undefined || known.code === 'unavailable' ? randomUUID() : undefined
    if (requestId !== undefined) log.error(`${requestId} ${req.method} ${req.path}`, error)
    const status = known === undefined ? 500 : statuses[known.code]
    if (status === 503) res.setHeader('Retry-After', '1')
    if (wantsPage(req)) return sendPage(res, status, requestId)
    res.status(status).json({
      error: known?.code ?? 'internal',
      message: known?.message ?? 'Something went wrong in the server. Its log has the reason under the request id.',
      issues: known?.issues ?? [],
      ...(requestId !== undefined && { requestId }),
    })
  }
}

/** Express and its parts throw errors with a status of their own: a body too large, an address that cannot be decoded. */
function asLrsError(error: unknown): LrsError | undefined {
  if (error instanceof LrsError) return error
  const { status, limit } = error as { status?: unknown; limit?: unknown }
  if (status === 413) {
    return new LrsError('too-large', `The body is larger than ${limit} bytes.`, {
      cause: error,
      issues: [{ path: 'body', message: `must not be larger than ${limit} bytes`, requirement: 'Communication 3.2' }],
    })
  }
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined
  return new LrsError('invalid', 'The request cannot be read.', { cause: error })
}

function wantsPage(req: Request): boolean {
  return !req.originalUrl.startsWith('/xapi') && req.accepts(['json', 'html']) === 'html'
}

function sendPage(res: Response, status: number, requestId: string | undefined): void {
  res.status(status).send(renderErrorPage({ status, ...(requestId !== undefined && { requestId }) }))
}
