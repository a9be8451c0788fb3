import { isIP } from 'node:net'
import process from 'node:process'
import type { XapiVersion } from './accounts/access.ts'

/** The server's settings, checked; see the README for what each environment variable means. */
export interface Config {
  host: string
  /** 0 lets the operating system choose; the server then puts the real one here and into `publicUrl`. */
  port: number
  /** Where browsers reach this server, without a slash at the end. */
  publicUrl: string
  /** Express' `trust proxy`: false, a number of hops, or addresses. */
  trustProxy: false | number | string[]
  databaseUrl: string
  xapi: {
    /** The credential that is made at start, when both parts are given. */
    key?: string
    secret?: string
    municipality: string
    defaultVersion: XapiVersion
  }
  /** Requests a minute and credential; 0 = no limit. */
  rateLimit: number
  /** Requests of a credential that are answered at the same time; 0 = no limit. */
  requestsAtOnce: number
  logLevel: LogLevel
  /** Opens /metrics to callers from elsewhere; without one it answers this machine only. */
  metricsToken?: string
  /** Folder of the hosted course, as `npm run build` writes it. */
  hostedCourse: string
  /** Folder of the zips that Provspela plays, as `npm run build` writes them. */
  packages: string
  limits: Limits
}

export type LogLevel = 'silent' | 'error' | 'info' | 'debug'

export interface Limits {
  /** Bytes in the body of a request; where attachments come with it, in the part with the statements. */
  body: number
  /** Bytes in one attachment. */
  attachment: number
  /** Bytes in the body of a request whose attachments come with it. */
  multipart: number
  /** Statements in one POST. */
  batch: number
  /** Bytes in one document (state, profile); an embedded row holds some 12 MB. */
  document: number
  /** Statements in one page of an answer, whatever `limit` says. */
  page: number
  /** Objects and arrays inside each other in a JSON body. */
  depth: number
}

/** All that is wrong with the settings, one line each: name, what is allowed, what stood there. */
export class ConfigError extends Error {}

type Environment = Record<string, string | undefined>

const mebibyte = 1024 * 1024

/**
 * Reads the settings from environment variables. An empty variable counts as absent.
 * @throws ConfigError naming every variable with a wrong value and what it may be
 */
export function loadConfig(env: Environment = process.env): Config {
  const read = new Reader(env)
  const host = read.text('HOST', '127.0.0.1', isHost, 'an IP address or "localhost"')
  const port = read.integer('PORT', 8080, { min: 0, max: 65535 })
  const givenUrl = read.text('PUBLIC_URL', '', isPublicUrl, 'an http or https address without query or fragment')
  if (!isLoopback(host) && !givenUrl.startsWith('https://')) {
    read.refuse('PUBLIC_URL', `must be an https address when HOST (${host}) is not loopback`)
  }
  const config: Config = {
    host,
    port,
    publicUrl: givenUrl === '' ? localUrl(host, port) : givenUrl.replace(/\/+$/, ''),
    trustProxy: trustProxy(read),
    databaseUrl: read.text(
      'DATABASE_URL',
      'embedded:./data/lrs',
      (value) => /^embedded:.+|^mongodb(\+srv)?:\/\/.+/.test(value),
      'embedded:<folder> or mongodb://…',
    ),
    xapi: {
      ...initialCredential(read),
      municipality: read.text('XAPI_MUNICIPALITY', 'demo', isSlug, 'lower-case letters a–z, digits and hyphens'),
      defaultVersion: read.choice('XAPI_DEFAULT_VERSION', '2.0.0', ['1.0.3', '2.0.0']),
    },
    rateLimit: read.integer('RATE_LIMIT', 0, { min: 0, max: 1_000_000 }),
    requestsAtOnce: read.integer('MAX_REQUESTS_AT_ONCE', 200, { min: 0, max: 100_000 }),
    ...metricsToken(read),
    logLevel: read.choice('LOG_LEVEL', 'info', ['silent', 'error', 'info', 'debug']),
    hostedCourse: read.text('HOSTED_COURSE', './dist/hosted', () => true, 'a folder'),
    packages: read.text('PACKAGES', './dist', () => true, 'a folder'),
    limits: {
      body: read.integer('MAX_BODY_BYTES', 10 * mebibyte, { min: 1024, max: 256 * mebibyte }),
      attachment: read.integer('MAX_ATTACHMENT_BYTES', 20 * mebibyte, { min: 1024, max: 4096 * mebibyte }),
      multipart: read.integer('MAX_MULTIPART_BYTES', 60 * mebibyte, { min: 1024, max: 4096 * mebibyte }),
      batch: read.integer('MAX_BATCH_STATEMENTS', 5000, { min: 1, max: 100_000 }),
      document: read.integer('MAX_DOCUMENT_BYTES', 5 * mebibyte, { min: 1024, max: 10 * mebibyte }),
      page: read.integer('MAX_PAGE_STATEMENTS', 500, { min: 1, max: 10_000 }),
      depth: read.integer('MAX_JSON_DEPTH', 100, { min: 20, max: 500 }),
    },
  }
  read.finish()
  return config
}

/** The address a server on this host and port answers on when nothing else is said. */
export function localUrl(host: string, port: number): string {
  return `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`
}

class Reader {
  readonly #env: Environment
  readonly #problems: string[] = []

  constructor(env: Environment) {
    this.#env = env
  }

  value(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined
  }

  refuse(name: string, reason: string): void {
    this.#problems.push(`${name} ${reason}`)
  }

  text(name: string, fallback: string, allowed: (value: string) => boolean, description: string): string {
    const value = this.value(name)
    if (value === undefined) return fallback
    if (!allowed(value)) this.refuse(name, `must be ${description}, not "${value}"`)
    return value
  }

  integer(name: string, fallback: number, range: { min: number; max: number }): number {
    const value = this.value(name)
    if (value === undefined) return fallback
    const number = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN
    if (number >= range.min && number <= range.max) return number
    this.refuse(name, `must be a whole number from ${range.min} to ${range.max}, not "${value}"`)
    return fallback
  }

  choice<T extends string>(name: string, fallback: T, allowed: readonly T[]): T {
    const value = this.value(name)
    if (value === undefined) return fallback
    const found = allowed.find((candidate) => candidate === value)
    if (found === undefined) this.refuse(name, `must be one of ${allowed.join(', ')}, not "${value}"`)
    return found ?? fallback
  }

  finish(): void {
    if (this.#problems.length > 0) throw new ConfigError(this.#problems.join('\n'))
  }
}

/** A secret is never repeated in an error. */
function initialCredential(read: Reader): { key?: string; secret?: string } {
  const key = read.value('XAPI_KEY')
  const secret = read.value('XAPI_SECRET')
  if ((key === undefined) !== (secret === undefined)) {
    read.refuse(
      key === undefined ? 'XAPI_KEY' : 'XAPI_SECRET',
      'is missing: give XAPI_KEY and XAPI_SECRET both or neither',
    )
  }
  if (key !== undefined && !/^[\x21-\x39\x3b-\x7e]{1,200}$/.test(key)) {
    read.refuse('XAPI_KEY', 'must be 1 to 200 visible ASCII characters without a colon')
  }
  if (secret !== undefined && !/^[\x21-\x7e]{16,200}$/.test(secret)) {
    read.refuse('XAPI_SECRET', 'must be 16 to 200 visible ASCII characters')
  }
  return key === undefined || secret === undefined ? {} : { key, secret }
}

function metricsToken(read: Reader): { metricsToken?: string } {
  const token = read.value('METRICS_TOKEN')
  if (token === undefined) return {}
  if (!/^[\x21-\x7e]{16,200}$/.test(token)) read.refuse('METRICS_TOKEN', 'must be 16 to 200 visible ASCII characters')
  return { metricsToken: token }
}

function trustProxy(read: Reader): Config['trustProxy'] {
  const value = read.value('TRUST_PROXY')
  if (value === undefined || value === '0' || value === 'false') return false
  if (/^\d{1,2}$/.test(value)) return Number(value)
  const addresses = value.split(',').map((address) => address.trim())
  if (!addresses.every(isProxyAddress)) {
    read.refuse(
      'TRUST_PROXY',
      `must be a number of proxies or a list of addresses, networks (10.0.0.0/8) or "loopback", not "${value}"`,
    )
  }
  return addresses
}

function isProxyAddress(value: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true
  const [address = '', bits, ...rest] = value.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

function isHost(value: string): boolean {
  return value === 'localhost' || isIP(value) !== 0
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function isPublicUrl(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === ''
}

function isSlug(value: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 60
}
