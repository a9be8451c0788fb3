import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LrsError } from '../errors.ts'
import { faultOf, isBusy } from './faults.ts'
import { identityOf } from './identity.ts'

export interface ServerLock {
  /** False when the file was removed or replaced meanwhile: another server could then take the folder. */
  held(): boolean
  release(): void
}

/**
 * Takes `<folder>/server.lock` for this process. The lock is SQLite's own on a file of its own, so the operating system
 * frees it when the process dies in whatever way.
 *
 * @throws LrsError `unavailable` when another server has it, or the folder cannot be written to
 */
export function takeServerLock(folder: string): ServerLock {
  const path = join(folder, 'server.lock')
  let lock: DatabaseSync | undefined
  try {
    lock = new DatabaseSync(path)
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock?.close()
    throw new LrsError('unavailable', refusalOf(folder, cause), { cause })
  }
  const taken = lock
  const identity = identityOf(path)
  return {
    held: () => taken.isTransaction && identityOf(path) === identity,
    release: () => taken.close(),
  }
}

function refusalOf(folder: string, cause: unknown): string {
  if (isBusy(cause))
    return `Another server is using ${folder} (it holds server.lock). Stop that one first, or set DATABASE_URL to another folder.`
  return `The folder ${folder} cannot be used: server.lock cannot be locked there (${faultOf(cause) ?? String(cause)}). Check who owns the folder and whether its disk may be written to.`
}
