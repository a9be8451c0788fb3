import { isUtf8 } from 'node:buffer'
import type { IncomingHttpHeaders } from 'node:http'
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { LrsError } from '../errors.ts'
import { parametersOf } from '../xapi/parameters.ts'
import { negotiateVersion } from '../xapi/versions.ts'

/** Form parameters that are headers of the request that is meant. */
const headerNames = [
  'authorization',
  'x-experience-api-version',
  'content-type',
  'content-length',
  'if-match',
  'if-none-match',
]
const methods = ['GET', 'PUT', 'POST', 'DELETE']

/** A form comes from anybody: whose it is, is only known when it is read. */
const LARGEST_FORM = 1024 * 1024

/**
 * The alternate request syntax of 1.0.3 (Communication 1.3): a POST with the method in the address and everything else in a
 * form becomes the request that is meant. 2.0 has no such syntax; there `method` is a parameter like any unknown one.
 */
export function readAlternateSyntax(): RequestHandler[] {
  const read = express.raw({ type: 'application/x-www-form-urlencoded', limit: LARGEST_FORM })
  return [
    (req, res, next) => (isAlternate(req) ? read(req, res, next) : next()),
    (req, res, next) => (isAlternate(req) ? becomeMeantRequest(req, res, next) : next()),
  ]
}

function isAlternate(req: Request): boolean {
  return (
    req.method === 'POST' &&
    parametersOf(req.originalUrl).has('method') &&
    req.is('application/x-www-form-urlencoded') !== false &&
    negotiateVersion(req.get('X-Experience-API-Version') ?? '') !== '2.0.0'
  )
}

function becomeMeantRequest(req: Request, _res: Response, next: NextFunction): void {
  const given = parametersOf(req.originalUrl)
  const method = given.get('method') ?? ''
  if (given.size > 1) throw refusal('query', 'may hold nothing besides method: the rest belongs into the form')
  if (!methods.includes(method)) throw refusal('query.method', `must be one of ${methods.join(', ')}`)
  const { headers, parameters, content } = readForm(req.body)
  const version = headers['x-experience-api-version'] ?? req.get('X-Experience-API-Version')
  if (negotiateVersion(String(version)) === '2.0.0') throw refusal('query.method', 'has a meaning in 1.0.3 only')
  const query = parameters.size > 0 ? `?${parameters}` : ''
  // The form's own headers say nothing of the content
  const { 'content-type': _, 'content-length': __, ...rest } = req.headers
  req.headers = { ...rest, 'content-type': 'application/json', ...headers }
  req.headers['content-length'] = String(content.length)
  req.method = method
  req.url = req.path + query
  req.originalUrl = req.baseUrl + req.url
  req.body = content
  next()
}

interface Form {
  headers: IncomingHttpHeaders
  parameters: URLSearchParams
  content: Buffer
}

function readForm(body: unknown): Form {
  const text = Buffer.isBuffer(body) && isUtf8(body) ? body.toString() : ''
  const form: Form = { headers: {}, parameters: new URLSearchParams(), content: Buffer.alloc(0) }
  const seen = new Set<string>()
  for (const [name, value] of new URLSearchParams(text)) {
    const header = headerNames.find((known) => known === name.toLowerCase())
    const single = header ?? (name === 'content' ? name : undefined)
    if (single === undefined) form.parameters.append(name, value)
    else if (seen.has(single)) throw refusal(`form.${name}`, 'is given more than once')
    else if (header) form.headers[header] = value
    else form.content = Buffer.from(value)
    if (single) seen.add(single)
  }
  return form
}

function refusal(path: string, message: string): LrsError {
  const issues = [{ path, message, requirement: 'Communication 1.3 (XAPI-00336)' }]
  return new LrsError('invalid', `${path} ${message}.`, { issues })
}
