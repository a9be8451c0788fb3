import { constants, existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LrsError } from '../errors.ts'
import { type BackupNote, noteFile } from './backup.ts'
import { checkCopy, sha256Of, syncToDisk } from './copy-check.ts'
import { faultOf } from './faults.ts'
import { migrations } from './migrations.ts'
import { takeServerLock } from './server-lock.ts'
import { databaseFile } from './sqlite.ts'

/**
 * Puts a backup where a server will find it. Nothing that is there is overwritten, and the database appears when it is
 * whole, checked and on disk, or not at all.
 *
 * @param from the backup's own folder
 * @param folder of the DATABASE_URL, made where missing
 * @throws LrsError `unavailable` when the backup is damaged or not whole, of a newer schema, or the folder has a database
 */
export async function restore(from: string, folder: string): Promise<BackupNote> {
  const note = await readNote(from)
  const backup = join(from, databaseFile)
  if ((await sha256Of(backup).catch(() => undefined)) !== note.sha256) {
    throw new LrsError(
      'unavailable',
      `The backup in ${from} is damaged: ${databaseFile} is not what was written there.`,
    )
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const lock = takeServerLock(folder)
  try {
    const target = join(folder, databaseFile)
    if ([target, `${target}-wal`].some((path) => existsSync(path))) {
      throw new LrsError(
        'unavailable',
        `There is a database in ${folder}. A restore overwrites nothing: choose another folder.`,
      )
    }
    await place(backup, target, note)
    return note
  } finally {
    lock.release()
  }
}

async function place(backup: string, target: string, note: BackupNote): Promise<void> {
  const unfinished = `${target}.restoring`
  await rm(unfinished, { force: true })
  try {
    await copyFile(backup, unfinished, constants.COPYFILE_EXCL)
    checkCopy(unfinished, note)
    await syncToDisk(unfinished, 'file')
    await rename(unfinished, target)
    await syncToDisk(join(target, '..'), 'folder')
  } catch (error) {
    await rm(unfinished, { force: true })
    const reason = faultOf(error) ?? (error as Error).message
    throw new LrsError('unavailable', `Nothing was restored: ${reason}.`, { cause: error })
  }
}

async function readNote(from: string): Promise<BackupNote> {
  const noBackup = (cause: unknown) =>
    new LrsError('unavailable', `${from} is no backup: it has no ${noteFile}.`, { cause })
  const text = await readFile(join(from, noteFile), 'utf8').catch((error) => {
    throw noBackup(error)
  })
  const note = parseNote(text)
  if (note === undefined)
    throw new LrsError('unavailable', `The backup in ${from} is damaged: ${noteFile} cannot be read.`)
  if (note.schemaVersion <= migrations.length) return note
  const message = `The backup in ${from} was made by a newer program (version ${note.schemaVersion}; this one knows versions up to ${migrations.length}). Restore it with that.`
  throw new LrsError('unavailable', message)
}

function parseNote(text: string): BackupNote | undefined {
  try {
    const note: Partial<BackupNote> = JSON.parse(text)
    const { made, bytes, sha256, schemaVersion, rows } = note
    const isWhole =
      [made, sha256].every((value) => typeof value === 'string') &&
      [bytes, schemaVersion].every((value) => typeof value === 'number') &&
      typeof rows === 'object'
    return isWhole ? (note as BackupNote) : undefined
  } catch {
    return undefined
  }
}
