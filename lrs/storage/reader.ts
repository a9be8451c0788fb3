import { DatabaseSync } from 'node:sqlite'
import { statementCache } from './prepared.ts'
import type { Reader } from './sqlite.ts'
import { PATIENCE } from './write-queue.ts'

/**
 * A second way into a database file that is open: it can write nothing, and sees what was committed when each query begins.
 */
export function openReader(path: string): { read: Reader; close(): void } {
  const connection = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE })
  connection.exec('PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;')
  return { read: { prepare: statementCache(connection) }, close: () => connection.close() }
}
