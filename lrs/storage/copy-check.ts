import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { pipeline } from 'node:stream/promises'
import { LrsError } from '../errors.ts'
import { schemaVersion } from './migrations.ts'

/** What a database holds, to compare one with its copy. */
export interface Contents {
  schemaVersion: number
  /** Rows by table. */
  rows: Record<string, number>
}

/** Counts every table, in one snapshot when the connection is in a transaction. */
export function contentsOf(connection: DatabaseSync): Contents {
  const tables = connection.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
  )
  const rows = Object.fromEntries(
    tables.all().map(({ name }) => {
      const counted = connection.prepare(`SELECT count(*) AS count FROM "${String(name)}"`).get()
      return [String(name), Number(counted?.count)]
    }),
  )
  return { schemaVersion: schemaVersion(connection), rows }
}

/**
 * Looks at every page of a copy nobody else has open, indexes against their tables included, and at what it holds.
 *
 * @throws LrsError `unavailable` when it is damaged, or does not hold what it should
 */
export function checkCopy(path: string, expected: Contents): void {
  const connection = new DatabaseSync(path, { readOnly: true })
  try {
    const [finding] = Object.values(connection.prepare('PRAGMA integrity_check(1)').get() ?? {})
    if (finding !== 'ok')
      throw new LrsError('unavailable', `the copy is damaged (${String(finding).replaceAll('\n', ' ')})`)
    const difference = differenceOf(expected, contentsOf(connection))
    if (difference !== undefined) throw new LrsError('unavailable', `the copy is not whole: ${difference}`)
  } finally {
    connection.close()
  }
}

function differenceOf(expected: Contents, found: Contents): string | undefined {
  if (expected.schemaVersion !== found.schemaVersion) {
    return `its schema has version ${found.schemaVersion} instead of ${expected.schemaVersion}`
  }
  const tables = new Set([...Object.keys(expected.rows), ...Object.keys(found.rows)])
  const table = [...tables].find((name) => expected.rows[name] !== found.rows[name])
  return table && `${table} has ${found.rows[table] ?? 0} rows instead of ${expected.rows[table] ?? 0}`
}

/** Hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Makes sure that a file, or what a folder lists, is on disk. Windows keeps its folders itself. */
export async function syncToDisk(path: string, kind: 'file' | 'folder'): Promise<void> {
  if (kind === 'folder' && process.platform === 'win32') return
  const handle = await open(path, kind === 'file' ? 'r+' : 'r')
  await handle.sync().finally(() => handle.close())
}
