import { statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { LrsError } from '../errors.ts'
import { isDamage } from './faults.ts'
import { schemaVersion } from './migrations.ts'
import { PATIENCE } from './write-queue.ts'

/** Up to this size every page is looked at, which takes less than a second; beyond it backups do that, each in full. */
const WHOLE_CHECK_BYTES = 64 * 1024 * 1024

const untouched = 'Nothing was changed.'
const howToRestore = 'Restore a backup into another folder (npm run restore) and set DATABASE_URL to that.'

/**
 * Looks at a database file before anything may write to it, and changes no byte of it or of its log.
 *
 * @param latest the newest version of the schema this program knows
 * @returns the file's version; undefined when there is no file yet
 * @throws LrsError `unavailable` when it is damaged, or of a newer version
 */
export function checkFile(path: string, latest: number): number | undefined {
  const logBytes = sizeOf(`${path}-wal`)
  const bytes = sizeOf(path)
  if (bytes === 0) {
    // SQLite would take the log for a leftover and delete it
    if (logBytes > 0) throw damaged(path, 'it is empty or gone, but its log lrs.sqlite-wal is there')
    return undefined
  }
  let connection: DatabaseSync | undefined
  try {
    connection = openUntouched(path, logBytes)
    const version = schemaVersion(connection)
    if (version > latest) throw newer(path, version, latest)
    const report = connection.prepare(bytes > WHOLE_CHECK_BYTES ? endsOfTables(connection) : 'PRAGMA quick_check(1)')
    const [finding] = Object.values(report.get() ?? {})
    if (finding !== 'ok') throw damaged(path, String(finding))
    return version
  } catch (error) {
    throw isDamage(error) ? damaged(path, (error as Error).message, error) : error
  } finally {
    connection?.close()
  }
}

/** Without a log nothing but the file itself is looked at, so that SQLite makes no files beside it. */
function openUntouched(path: string, logBytes: number): DatabaseSync {
  const url = pathToFileURL(path)
  if (logBytes === 0) url.search = '?immutable=1'
  return new DatabaseSync(url, { readOnly: true, timeout: PATIENCE })
}

/** Reads the first and the last row of every table, and so all that the schema says of them. */
function endsOfTables(connection: DatabaseSync): string {
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
  for (const { name } of tables.all() as { name: string }[]) {
    const columns = connection.prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').all(name)
    const key = columns.length === 0 ? ['rowid'] : columns.map((column) => String(column.name))
    for (const direction of ['ASC', 'DESC']) {
      const order = key.map((column) => `"${column}" ${direction}`).join(', ')
      connection.prepare(`SELECT * FROM "${name}" ORDER BY ${order} LIMIT 1`).get()
    }
  }
  return "SELECT 'ok'"
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function damaged(path: string, finding: string, cause?: unknown): LrsError {
  const message = `The database ${path} cannot be opened: it is damaged, or no database (${finding.replaceAll('\n', ' ')}). ${untouched} ${howToRestore}`
  return new LrsError('unavailable', message, { cause })
}

function newer(path: string, version: number, latest: number): LrsError {
  const message = `The database ${path} cannot be opened: a newer program made it (version ${version}; this one knows versions up to ${latest}). ${untouched} Start the newer program, or restore a backup into another folder.`
  return new LrsError('unavailable', message)
}
