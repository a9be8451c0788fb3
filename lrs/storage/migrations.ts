import type { DatabaseSync } from 'node:sqlite'
import { LrsError } from '../errors.ts'
import { schema as statementSchema } from '../statements/sqlite/schema.ts'
import { schema as catalogSchema } from './embedded/catalog.ts'

/** One step from a version of the schema to the next. What it does is never changed once it was released. */
export interface Migration {
  /** What it brings, for the error when it fails. */
  what: string
  /** Runs in a transaction of its own. */
  apply(connection: Pick<DatabaseSync, 'exec' | 'prepare'>): void
}

/**
 * The n-th leads to version n, which the file holds as SQLite's `user_version`. Version 0 is an empty file, or one from before
 * versions were counted: the tables of version 1 are made where they are missing. A change of the schema is a new entry at
 * the end; collections of documents make their own tables and are not counted.
 */
export const migrations: readonly Migration[] = [
  {
    what: 'statements, their keys, and the catalog of collections',
    apply: (connection) => connection.exec(statementSchema + catalogSchema),
  },
]

export function schemaVersion(connection: DatabaseSync): number {
  return Number(connection.prepare('PRAGMA user_version').get()?.user_version)
}

/**
 * Brings a file to the version of the last step, each step in one transaction: where one fails or the process dies, the
 * file is at the version before it, whole.
 *
 * @returns the version it was at
 * @throws LrsError `unavailable` naming the step that failed
 */
export function migrate(connection: DatabaseSync, steps: readonly Migration[] = migrations): number {
  const before = schemaVersion(connection)
  for (const [index, { what, apply }] of steps.entries()) {
    if (index < before) continue
    try {
      connection.exec('BEGIN IMMEDIATE')
      apply(connection)
      connection.exec(`PRAGMA user_version = ${index + 1}`)
      connection.exec('COMMIT')
    } catch (cause) {
      if (connection.isTransaction) connection.exec('ROLLBACK')
      const message = `Its data could not be brought to version ${index + 1} (${what}): ${(cause as Error).message}. It is at version ${index}, as before.`
      throw new LrsError('unavailable', message, { cause })
    }
  }
  return before
}
