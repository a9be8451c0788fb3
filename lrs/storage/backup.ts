import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { LrsError } from '../errors.ts'
import { type Contents, checkCopy, contentsOf, sha256Of, syncToDisk } from './copy-check.ts'
import { faultOf, isDamage } from './faults.ts'
import { databaseFile } from './sqlite.ts'
import { PATIENCE } from './write-queue.ts'

/** What `backup.json` says of the database file beside it. */
export interface BackupNote extends Contents {
  /** ISO 8601 UTC: everything acknowledged before is in it. */
  made: string
  bytes: number
  sha256: string
}

export interface Backup {
  /** The backup's own folder. */
  folder: string
  note: BackupNote
}

export const noteFile = 'backup.json'

const PAGES_AT_A_TIME = 1000

/**
 * Copies the database in `folder`, a server may be using it meanwhile, into a new folder of `into` named by the time, and
 * checks the copy in full. It appears there when it is whole and on disk, or not at all.
 *
 * @param progress called with the share that is copied, 0 to 1
 * @throws LrsError `unavailable` when there is no database, it is damaged, or there is no room for the copy
 */
export async function backUp(folder: string, into: string, progress: (share: number) => void = () => {}) {
  const source = join(folder, databaseFile)
  if ((await stat(source).catch(() => undefined)) === undefined) {
    throw new LrsError('unavailable', `There is no database in ${folder}.`)
  }
  const made = new Date().toISOString()
  const name = `${made.slice(0, 19).replaceAll(':', '')}Z`
  const whole = join(into, name)
  const partial = join(into, `${name}.partial`)
  await mkdir(into, { recursive: true, mode: 0o700 })
  await mkdir(partial, { mode: 0o700 })
  try {
    const path = join(partial, databaseFile)
    const contents = await copySnapshot(source, path, progress)
    checkCopy(path, contents)
    await syncToDisk(path, 'file')
    const note: BackupNote = { made, ...contents, bytes: (await stat(path)).size, sha256: await sha256Of(path) }
    await writeFile(join(partial, noteFile), `${JSON.stringify(note, undefined, 2)}\n`, { flush: true, mode: 0o600 })
    await syncToDisk(partial, 'folder')
    await rename(partial, whole)
    await syncToDisk(into, 'folder')
    return { folder: whole, note } satisfies Backup
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    throw failed(folder, error)
  }
}

function failed(folder: string, cause: unknown): LrsError {
  const reason = isDamage(cause) ? 'it is damaged' : (faultOf(cause) ?? (cause as Error).message)
  const advice = isDamage(cause) ? ' Keep the last backup, and restore it into another folder.' : ''
  return new LrsError('unavailable', `No backup of ${folder} was made: ${reason}.${advice}`, { cause })
}

/**
 * The transaction is what makes this end: it holds one state of the database, and without it SQLite begins anew whenever
 * the server has written. The server is not held up; its log grows until the copy is made.
 */
async function copySnapshot(source: string, path: string, progress: (share: number) => void): Promise<Contents> {
  const connection = new DatabaseSync(source, { readOnly: true, timeout: PATIENCE })
  try {
    connection.exec('BEGIN')
    const contents = contentsOf(connection)
    await backup(connection, path, {
      rate: PAGES_AT_A_TIME,
      progress: ({ totalPages, remainingPages }) => progress(1 - remainingPages / totalPages),
    })
    leaveLog(path)
    await chmod(path, 0o600)
    return contents
  } finally {
    connection.close()
  }
}

/** A database with a log makes further files when it is looked at; the copy is one file. */
function leaveLog(path: string): void {
  const connection = new DatabaseSync(path)
  connection.exec('PRAGMA journal_mode = DELETE')
  connection.close()
}
