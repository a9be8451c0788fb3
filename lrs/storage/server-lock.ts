import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LrsError } from '../errors.ts'

/**
 * Takes `<folder>/server.lock` for this process. The lock is SQLite's own on a file of its own, so the operating system
 * frees it when the process dies in whatever way.
 *
 * @returns a function that frees it
 * @throws LrsError `unavailable` when another server has it
 */
export function takeServerLock(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, 'server.lock'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    throw new LrsError(
      'unavailable',
      `Another server is using ${folder} (it holds server.lock). Stop that one first, or set DATABASE_URL to another folder.`,
      { cause },
    )
  }
  return () => lock.close()
}
