import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Access, XapiVersion } from '../accounts/access.ts'
import { LrsError } from '../errors.ts'
import type { Lrs } from '../lrs.ts'
import { authorize } from '../middleware/authorize.ts'
import { sendTaggedJson } from '../middleware/json-answer.ts'
import type { DocumentAddress, DocumentContent, DocumentContext, DocumentResource, StoredDocument } from './document.ts'
import { changeDocument, deleteDocuments, findDocument, listDocuments } from './document-store.ts'
import { mergeDocuments } from './merge.ts'
import { parseDocumentQuery } from './parameters.ts'
import { checkPrecondition, type Precondition } from './precondition.ts'
import { checkDocumentPrefix, checkSessionLimits } from './session-limits.ts'

const paths: Record<DocumentResource, string> = {
  state: '/activities/state',
  'agent-profile': '/agents/profile',
  'activity-profile': '/activities/profile',
}

/**
 * The document resources (Communication 2.2, 2.3, 2.6, 2.7), below `/xapi`; after `authenticate`, `requireVersion`
 * and `readBody`.
 */
export function documentRoutes(lrs: Lrs): Router {
  const router = Router()
  for (const resource of Object.keys(paths) as DocumentResource[]) {
    router
      .route(paths[resource])
      .all(authorize(resource === 'state' ? 'state' : 'profile'), readRequest(resource))
      .get(answerDocuments(lrs))
      .put(storeDocument(lrs))
      .post(storeDocument(lrs))
      .delete(removeDocuments(lrs))
  }
  return router
}

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'] as const

/** What the parameters ask for, checked, is put into `res.locals.documents`. */
interface Asked {
  context: DocumentContext
  id?: string
  since?: Date
}

function readRequest(resource: DocumentResource): RequestHandler {
  return (req, res, next) => {
    const method = methods.find((known) => known === req.method)
    if (!method) {
      res.setHeader('Allow', methods.join(', '))
      const message = `must be one of ${methods.join(', ')}, not ${req.method}`
      const issues = [{ path: 'method', message, requirement: 'Communication 2.2' }]
      throw new LrsError('method-not-allowed', `The method ${message}.`, { issues })
    }
    const access: Access = res.locals.access
    const query = parseDocumentQuery(req.query, { resource, method })
    const wanted = { ...query, isReading: method === 'GET' || method === 'HEAD' }
    checkSessionLimits(access, wanted)
    checkDocumentPrefix(access, wanted)
    const asked: Asked = { ...query, context: { ...query.context, municipality: access.municipality } }
    res.locals.documents = asked
    next()
  }
}

function answerDocuments({ connection }: Lrs): RequestHandler {
  return async (_req, res) => {
    const { context, id, since }: Asked = res.locals.documents
    if (id === undefined) {
      const { ids, updated } = await listDocuments(connection, context, since)
      if (updated) res.setHeader('Last-Modified', updated.toUTCString())
      return sendTaggedJson(res, JSON.stringify(ids))
    }
    const document = await findDocument(connection, { ...context, id })
    if (!document) throw missing(id)
    sendDocument(res, document)
  }
}

function missing(id: string): LrsError {
  const issues = [{ path: 'query', message: 'leads to no document', requirement: 'Communication 3.2' }]
  return new LrsError('not-found', `There is no document ${JSON.stringify(id)} here.`, { issues })
}

/** The content type goes out as it came in, and a browser must not run what somebody stored. */
function sendDocument(res: Response, { body, contentType, etag, updated }: StoredDocument): void {
  res.setHeader('Content-Type', contentType)
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
  res.setHeader('X-Content-Type-Options', 'nosniff')
  res.setHeader('ETag', `"${etag}"`)
  res.setHeader('Last-Modified', updated.toUTCString())
  res.send(body)
}

function storeDocument({ connection, config }: Lrs): RequestHandler {
  return async (req, res) => {
    const precondition = preconditionOf(req, res)
    const sent = contentOf(req, config.limits.document)
    const stored = await changeDocument(connection, addressOf(res), (before) => {
      checkPrecondition(precondition, before?.etag)
      return precondition.method === 'POST' ? mergeDocuments(before, sent, config.limits.depth) : sent
    })
    if (stored) res.setHeader('ETag', `"${stored.etag}"`)
    res.status(204).end()
  }
}

/** @throws LrsError `too-large` for more than `limit` bytes */
function contentOf(req: Request, limit: number): DocumentContent {
  const body: Buffer = req.body
  if (body.length <= limit) return { body, contentType: req.get('Content-Type') ?? 'application/octet-stream' }
  const message = `is larger than ${limit} bytes`
  throw new LrsError('too-large', `The document ${message}.`, {
    issues: [{ path: 'body', message, requirement: 'Communication 3.2' }],
  })
}

function removeDocuments({ connection }: Lrs): RequestHandler {
  return async (req, res) => {
    const { context, id }: Asked = res.locals.documents
    if (id === undefined) {
      await deleteDocuments(connection, context)
    } else {
      const precondition = preconditionOf(req, res)
      await changeDocument(connection, { ...context, id }, (before) => {
        checkPrecondition(precondition, before?.etag)
        return undefined
      })
    }
    res.status(204).end()
  }
}

/** Of a request whose parameters must name one document. */
function addressOf(res: Response): DocumentAddress {
  const { context, id }: Asked = res.locals.documents
  if (id === undefined) throw new TypeError('the parameters name no document')
  return { ...context, id }
}

function preconditionOf(req: Request, res: Response): Precondition {
  const version: XapiVersion = res.locals.version
  const { context }: Asked = res.locals.documents
  const ifMatch = req.get('If-Match')
  const ifNoneMatch = req.get('If-None-Match')
  return {
    method: req.method as Precondition['method'],
    version,
    resource: context.resource,
    ...(ifMatch !== undefined && { ifMatch }),
    ...(ifNoneMatch !== undefined && { ifNoneMatch }),
  }
}
