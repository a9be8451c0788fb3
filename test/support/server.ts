import { type Config, loadConfig } from '../../lrs/config.ts'
import type { Lrs } from '../../lrs/lrs.ts'
import { startServer } from '../../lrs/server.ts'
import type { StorageOptions } from '../../lrs/storage/connection.ts'
import { temporaryFolder } from './folder.ts'

/** The real server on a free port, with a store of its own and one credential that may do everything. */
export interface TestServer {
  /** `http://127.0.0.1:43111`, without a slash at the end. */
  url: string
  /** `<url>/xapi` */
  xapi: string
  lrs: Lrs
  municipality: string
  key: string
  secret: string
  /** For `fetch`: Authorization, version 2.0.0, Content-Type JSON. */
  headers: Record<string, string>
  /** Stops the server and starts another over the same store. */
  restart(): Promise<TestServer>
  /** Stops the server and removes its store. */
  stop(): Promise<void>
}

const key = 'test-key'
const secret = 'test-secret-of-many-characters'

/** @param changes settings that differ from the defaults, as `loadConfig` returns them */
export function startTestServer(changes: Partial<Config> = {}, options: StorageOptions = {}): Promise<TestServer> {
  const folder = temporaryFolder()
  const config = loadConfig({
    PORT: '0',
    DATABASE_URL: `embedded:${folder.path}`,
    XAPI_KEY: key,
    XAPI_SECRET: secret,
    LOG_LEVEL: 'error',
  })
  return start({ ...config, ...changes }, options, folder.remove)
}

async function start(config: Config, options: StorageOptions, removeFolder: () => void): Promise<TestServer> {
  const server = await startServer(config, options)
  return {
    url: server.url,
    xapi: `${server.url}/xapi`,
    lrs: server.lrs,
    municipality: config.xapi.municipality,
    key,
    secret,
    headers: { ...basic(key, secret), 'X-Experience-API-Version': '2.0.0', 'Content-Type': 'application/json' },
    async restart() {
      await server.close()
      return start(config, options, removeFolder)
    },
    async stop() {
      await server.close()
      removeFolder()
    },
  }
}

/** The Authorization header of HTTP Basic. */
export function basic(key: string, secret: string): { Authorization: string } {
  return { Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}` }
}
