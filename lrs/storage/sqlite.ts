import { accessSync, constants, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LrsError } from '../errors.ts'
import type { SqlValue } from './bind.ts'
import { faultOf } from './faults.ts'
import { checkFile } from './file-check.ts'
import { watchFile } from './file-watch.ts'
import { type Migration, migrate, migrations } from './migrations.ts'
import { type Query, type Statement, statementCache } from './prepared.ts'
import { type ServerLock, takeServerLock } from './server-lock.ts'
import { createWriteQueue, PATIENCE } from './write-queue.ts'

export type { SqlValue } from './bind.ts'

export interface Reader {
  /** The same text gives the same prepared statement, so call it where it is used. Parameters: `?`, or `?1` … `?N`. */
  prepare<Row = Record<string, SqlValue>>(sql: string): Query<Row>
}

export interface Writer {
  prepare<Row = Record<string, SqlValue>>(sql: string): Statement<Row>
  /** Several statements without values, schema above all. */
  exec(sql: string): void
}

/** What SQLite itself reports of a connection that writes. */
export interface ConnectionReport {
  /** 2 = FULL: a commit returns when it is on disk. */
  synchronous: number
  journalMode: string
  pageSize: number
  /** Negative: KiB. */
  cacheSize: number
  walAutocheckpoint: number
}

export interface Database {
  /** Sees everything committed; never a half-done `write`, because those run without a pause. */
  read: Reader
  /**
   * Runs `fn` in a transaction and resolves with its result once that is on disk. All functions given in the same turn of
   * the event loop share one transaction and one sync; each has its own savepoint, so one that throws rejects alone.
   * `fn` is synchronous, and does nothing that must be undone when its transaction is: it may be told of a failed commit
   * after it returned.
   */
  write<T>(fn: (db: Writer) => T): Promise<T>
  /** Runs statements at once, for the schema when a store opens (`CREATE TABLE IF NOT EXISTS …`). */
  exec(sql: string): void
  /** One entry for each connection that writes. */
  reports(): ConnectionReport[]
  /** The file, for those who open it themselves to read. */
  path: string
  /** The version of the schema the file had, when it was brought to a newer one now. */
  migratedFrom?: number
  /**
   * Asks for something, and looks whether what is written goes where it will be found, without writing.
   *
   * @throws LrsError `unavailable` with what is wrong
   */
  check(): void
  /** What there is to watch, as of now. */
  measures(): DatabaseMeasures
  /** Writes what waits, then closes; later calls are refused. */
  close(): Promise<void>
}

export interface DatabaseMeasures {
  /** Functions given to `write` that are not in the file yet. */
  waiting: number
  /** Size of the file and of its log. */
  bytes: number
  logBytes: number
}

export interface DatabaseOptions {
  /** Do not take the server's lock: for a script that writes beside a running server. */
  beside?: boolean
  /** The steps to the newest schema, other than the program's own: for tests of migrating. */
  migrations?: readonly Migration[]
}

export const databaseFile = 'lrs.sqlite'

/** Milliseconds SQLite itself waits for another process; the event loop stands still meanwhile, so the queue waits longer. */
const BUSY_TIMEOUT = 20

/**
 * Opens `<folder>/lrs.sqlite`, made with its folder where missing, as the one server that may, and brings it to the newest
 * schema.
 *
 * @throws LrsError `unavailable` when another server has the folder, or the file is damaged, of a newer schema or cannot be
 *   written to; a file that is refused is not touched
 */
export function openDatabase(folder: string, options: DatabaseOptions = {}): Database {
  makeFolder(folder)
  const path = join(folder, databaseFile)
  const lock = options.beside ? undefined : takeServerLock(folder)
  let opened: { connection: DatabaseSync; migratedFrom?: number }
  try {
    opened = openNewest(path, { lock, steps: options.migrations ?? migrations })
  } catch (cause) {
    lock?.release()
    if (cause instanceof LrsError) throw cause
    const reason = faultOf(cause) ?? (cause as Error).message
    throw new LrsError('unavailable', `The database in ${folder} cannot be opened: ${reason}.`, { cause })
  }
  return databaseOver(opened, { path, lock })
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
  } catch (cause) {
    const message = `The folder ${folder} of DATABASE_URL cannot be written to: ${(cause as Error).message}.`
    throw new LrsError('unavailable', message, { cause })
  }
}

/** Only who has the server's lock changes the schema: a script beside takes it for that long, or is refused. */
function openNewest(path: string, { lock, steps }: { lock?: ServerLock; steps: readonly Migration[] }) {
  const version = checkFile(path, steps.length)
  const connection = openConnection(path)
  if (version === steps.length) return { connection }
  const besides = lock ? undefined : takeServerLock(dirname(path))
  try {
    migrate(connection, steps)
    return { connection, ...(version !== undefined && { migratedFrom: version }) }
  } catch (error) {
    connection.close()
    throw error
  } finally {
    besides?.release()
  }
}

function databaseOver(
  { connection, migratedFrom }: { connection: DatabaseSync; migratedFrom?: number },
  { path, lock }: { path: string; lock?: ServerLock },
): Database {
  const prepare = statementCache(connection)
  const queue = createWriteQueue(connection, { prepare, exec: (sql: string) => connection.exec(sql) })
  const watch = watchFile(path, lock)
  let closing: Promise<void> | undefined
  const close = async () => {
    await queue.close()
    connection.close()
    lock?.release()
  }
  return {
    read: { prepare },
    write: queue.write,
    exec: (sql) => execPatiently(connection, sql),
    reports: () => [report(connection)],
    path,
    ...(migratedFrom !== undefined && { migratedFrom }),
    check() {
      prepare('SELECT count(*) FROM sqlite_schema').get()
      watch.check()
    },
    measures: () => ({ waiting: queue.waiting(), ...watch.sizes() }),
    close() {
      closing ??= close()
      return closing
    },
  }
}

function openConnection(path: string): DatabaseSync {
  const connection = new DatabaseSync(path)
  try {
    execPatiently(
      connection,
      `PRAGMA page_size = 4096;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA cache_size = -65536;
      PRAGMA wal_autocheckpoint = 1000;
      PRAGMA journal_size_limit = 67108864;
      PRAGMA temp_store = MEMORY;`,
    )
    // SQLite opens for reading what it may not write, and says so at the first write only
    execPatiently(connection, 'BEGIN IMMEDIATE; PRAGMA user_version = 0; ROLLBACK')
  } catch (error) {
    connection.close()
    throw error
  }
  return connection
}

/** Waits for another process as long as a write would, at the price of holding up the event loop: for starting only. */
function execPatiently(connection: DatabaseSync, sql: string): void {
  connection.exec(`PRAGMA busy_timeout = ${PATIENCE}`)
  try {
    connection.exec(sql)
  } finally {
    connection.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
  }
}

function report(connection: DatabaseSync): ConnectionReport {
  const pragma = (name: string) => Object.values(connection.prepare(`PRAGMA ${name}`).get() ?? {})[0]
  return {
    synchronous: Number(pragma('synchronous')),
    journalMode: String(pragma('journal_mode')),
    pageSize: Number(pragma('page_size')),
    cacheSize: Number(pragma('cache_size')),
    walAutocheckpoint: Number(pragma('wal_autocheckpoint')),
  }
}
