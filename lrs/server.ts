import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { keepCredential } from './accounts/credential.ts'
import { findOrCreateMunicipality } from './accounts/municipality.ts'
import { createApp } from './app.ts'
import { type Config, ConfigError, loadConfig, localUrl } from './config.ts'
import { LrsError } from './errors.ts'
import { createLog } from './log.ts'
import type { Lrs } from './lrs.ts'
import { createMetrics } from './metrics.ts'
import { refuseUnreadable } from './middleware/address.ts'
import { prepareModels } from './models.ts'
import { openStorage, type Storage, type StorageOptions } from './storage/connection.ts'
import { migrations } from './storage/migrations.ts'

export interface RunningServer {
  /** Where it listens, with the real port. */
  url: string
  lrs: Lrs
  /** Takes no more requests, finishes those it has, closes the store. */
  close(): Promise<void>
}

/** How long requests may go on once the server is told to stop. */
const graceTime = 10_000

/**
 * Opens the store, makes the municipality and the credential of the settings where they are missing, and answers requests
 * from then on.
 * @param options for tests, whose MongoDB is no replica set
 * @throws LrsError when the store cannot be opened, Error when the address is taken
 */
export async function startServer(settings: Config, options: StorageOptions = {}): Promise<RunningServer> {
  const storage = await openStorage(settings.databaseUrl, options)
  const server = createServer()
  const answer = holdRequests(server)
  try {
    const config = await listen(server, settings)
    const metrics = createMetrics(storage)
    const { connection } = storage
    await prepareModels(connection)
    const lrs: Lrs = { config, connection, statements: metrics.counting(storage.statements), metrics, storage }
    await keepSettingsCredential(lrs)
    tellMigration(config, storage)
    answer(refuseUnreadable(createApp(lrs)))
    const url = localUrl(config.host, config.port)
    return { url, lrs, close: () => stop(server).then(() => storage.close()) }
  } catch (error) {
    server.close()
    server.closeAllConnections()
    await storage.close()
    throw error
  }
}

/** Keeps requests that come before the server can answer them, and returns a function that gives them to who can. */
function holdRequests(server: Server): (listener: RequestListener) => void {
  const early: Parameters<RequestListener>[] = []
  const hold: RequestListener = (...request) => void early.push(request)
  server.on('request', hold)
  return (listener) => {
    server.off('request', hold).on('request', listener)
    for (const request of early) listener(...request)
  }
}

/** Listens first: with port 0 the settings name the real one, and what is then stored is right. */
async function listen(server: Server, settings: Config): Promise<Config> {
  const { host, port, publicUrl } = settings
  server.listen(port, host)
  await once(server, 'listening')
  const real = (server.address() as AddressInfo).port
  return { ...settings, port: real, publicUrl: publicUrl === localUrl(host, 0) ? localUrl(host, real) : publicUrl }
}

async function keepSettingsCredential({ config, connection }: Lrs): Promise<void> {
  const { key, secret, municipality: slug, defaultVersion } = config.xapi
  if (key === undefined || secret === undefined) return
  const municipality = await findOrCreateMunicipality(connection, { slug, homePage: config.publicUrl })
  await keepCredential(connection, { key, secret, municipality, scopes: ['all'], name: 'XAPI_KEY', defaultVersion })
}

function tellMigration({ logLevel }: Config, { migratedFrom }: Storage): void {
  if (migratedFrom === undefined) return
  createLog(logLevel).info('the data was brought to the newest schema', { from: migratedFrom, to: migrations.length })
}

/** A connection that a browser keeps open after its last answer would hold up the end, so idle ones are closed again and again. */
async function stop(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  const sweep = setInterval(() => server.closeIdleConnections(), 100)
  const deadline = setTimeout(() => server.closeAllConnections(), graceTime)
  await closed
  clearInterval(sweep)
  clearTimeout(deadline)
}

async function main(): Promise<void> {
  const config = loadConfig()
  const log = createLog(config.logLevel)
  process.on('uncaughtException', (error) => {
    log.error('the server ends: nobody handled an error', error)
    process.exit(1)
  })
  const server = await startServer(config).catch((error: unknown) => {
    throw (error as { code?: unknown }).code === 'EADDRINUSE' ? portTaken(config) : error
  })
  console.log(`Ready: ${server.url} (xAPI at ${server.lrs.config.publicUrl}/xapi)`)
  const stopOnce = async (signal: string) => {
    // a second signal ends the process at once
    process.removeListener('SIGTERM', stopOnce).removeListener('SIGINT', stopOnce)
    log.info('stopping: the requests that are under way are finished', { signal })
    await server.close()
    log.info('stopped')
  }
  process.on('SIGTERM', stopOnce).on('SIGINT', stopOnce)
}

function portTaken({ host, port }: Config): ConfigError {
  return new ConfigError(`PORT ${port} is taken on ${host}. Stop what uses it, or choose another.`)
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    const isExplained = error instanceof ConfigError || error instanceof LrsError
    console.error(isExplained ? error.message : error)
    process.exitCode = 1
  })
}
