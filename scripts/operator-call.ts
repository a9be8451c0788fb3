import process from 'node:process'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Connection } from 'mongoose'
import {
  findMunicipality,
  findOrCreateMunicipality,
  isSlug,
  listMunicipalities,
  type Municipality,
} from '../lrs/accounts/municipality.ts'
import { type Config, ConfigError, loadConfig } from '../lrs/config.ts'
import { LrsError } from '../lrs/errors.ts'
import { openStorage } from '../lrs/storage/connection.ts'

/** What is wrong with a call, in words for the person who made it. */
export class CallError extends Error {}

/** Reads the command line; what is wrong with it is said together with how it is written. */
export function parseCall<T extends ParseArgsOptionsConfig>(options: T, usage: string) {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true })
  } catch (error) {
    throw new CallError(`${(error as Error).message}\n\n${usage}`)
  }
}

/** Runs a script; what the person can mend is said in a sentence, everything else with its stack. The exit code is then 1. */
export async function runCall(script: () => Promise<void>): Promise<void> {
  try {
    await script()
  } catch (error) {
    const isCallers = [CallError, ConfigError, LrsError].some((kind) => error instanceof kind)
    console.error(isCallers ? (error as Error).message : error)
    process.exitCode = 1
  }
}

/**
 * Opens the storage that DATABASE_URL names, and closes it afterwards. A server may be running on it: the script then writes
 * to the same SQLite file as a second writer, without the server's lock, and the server sees what it wrote.
 */
export async function withStorage(use: (connection: Connection, config: Config) => Promise<void>): Promise<void> {
  const config = loadConfig(process.env)
  const storage = await openStorage(config.databaseUrl, { beside: true })
  try {
    await use(storage.connection, config)
  } finally {
    await storage.close()
  }
}

/**
 * The municipality of a call; with `create`, its name, it is made when there is none.
 *
 * @throws CallError that says which there are
 */
export async function municipalityOf(
  connection: Connection,
  { municipality: slug, create }: { municipality: string; create?: string | undefined },
  { publicUrl, databaseUrl }: Config,
): Promise<Municipality> {
  if (!isSlug(slug)) {
    throw new CallError(`Kommunens kortnamn skrivs med a–z, siffror och bindestreck, som demo. Det var ”${slug}”.`)
  }
  const found = await findMunicipality(connection, slug)
  if (found) return found
  if (create !== undefined) return findOrCreateMunicipality(connection, { slug, name: create, homePage: publicUrl })
  const known = (await listMunicipalities(connection)).map(({ slug, name }) => `${slug} (${name})`)
  const where = databaseUrl.startsWith('embedded:') ? databaseUrl : 'databasen'
  throw new CallError(
    `Kommunen ${slug} finns inte i ${where}. ` +
      `${known.length > 0 ? `Där finns ${known.join(', ')}.` : 'Där finns ingen kommun än.'}\n` +
      `Gör den genom att lägga till --create "Kommunens namn", eller välj en annan databas med DATABASE_URL.`,
  )
}
