import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { LrsError } from '../errors.ts'
import { bind, countParameters, type SqlValue } from './bind.ts'
import { takeServerLock } from './server-lock.ts'
import { createWriteQueue, PATIENCE } from './write-queue.ts'

export type { SqlValue } from './bind.ts'

/** A prepared statement that reads. The row type is the caller's word: SQLite checks nothing. */
export interface Query<Row> {
  get(...values: SqlValue[]): Row | undefined
  all(...values: SqlValue[]): Row[]
}

/** A prepared statement of any kind; `run` works inside `write` only. */
export interface Statement<Row> extends Query<Row> {
  run(...values: SqlValue[]): { changes: number; lastInsertRowid: number }
}

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
  /** Writes what waits, then closes; later calls are refused. */
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** Do not take the server's lock: for a script that writes beside a running server. */
  beside?: boolean
}

/** Milliseconds SQLite itself waits for another process; the event loop stands still meanwhile, so the queue waits longer. */
const BUSY_TIMEOUT = 20

/** Prepared statements kept, the oldest going first: queries come in many shapes, and each holds some kilobytes. */
const MAX_STATEMENTS = 500

/**
 * Opens `<folder>/lrs.sqlite`, made with its folder where missing, as the one server that may.
 *
 * @throws LrsError `unavailable` when another server has the folder
 */
export function openDatabase(folder: string, options: DatabaseOptions = {}): Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const releaseLock = options.beside ? undefined : takeServerLock(folder)
  let connection: DatabaseSync
  try {
    connection = openConnection(join(folder, 'lrs.sqlite'))
  } catch (cause) {
    releaseLock?.()
    throw new LrsError('unavailable', `The database in ${folder} cannot be opened: ${(cause as Error).message}`, {
      cause,
    })
  }

  const prepare = statementCache(connection)
  const queue = createWriteQueue(connection, { prepare, exec: (sql: string) => connection.exec(sql) })
  let closing: Promise<void> | undefined
  const close = async () => {
    await queue.close()
    connection.close()
    releaseLock?.()
  }
  return {
    read: { prepare },
    write: queue.write,
    exec: (sql) => execPatiently(connection, sql),
    reports: () => [report(connection)],
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
      PRAGMA temp_store = MEMORY;`,
    )
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

function statementCache(connection: DatabaseSync) {
  const statements = new Map<string, Statement<unknown>>()
  return <Row>(sql: string): Statement<Row> => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = checkedStatement(connection, connection.prepare(sql), sql)
      if (statements.size === MAX_STATEMENTS) statements.delete(statements.keys().next().value as string)
      statements.set(sql, statement)
    }
    return statement as Statement<Row>
  }
}

function checkedStatement(connection: DatabaseSync, prepared: StatementSync, sql: string): Statement<unknown> {
  const count = countParameters(sql)
  return {
    get(...values) {
      bind(sql, count, values)
      return prepared.get(...values)
    },
    all(...values) {
      bind(sql, count, values)
      return prepared.all(...values)
    },
    run(...values) {
      if (!connection.isTransaction) throw new TypeError(`run() outside write(): ${sql}`)
      bind(sql, count, values)
      const result = prepared.run(...values)
      return { changes: Number(result.changes), lastInsertRowid: Number(result.lastInsertRowid) }
    },
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
