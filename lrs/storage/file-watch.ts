import { accessSync, constants, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { LrsError } from '../errors.ts'
import { identityOf } from './identity.ts'
import type { ServerLock } from './server-lock.ts'

export interface FileWatch {
  /** @throws LrsError `unavailable` when what is written now may be lost, or cannot be written */
  check(): void
  sizes(): { bytes: number; logBytes: number }
}

/** Less free space than this is called full: some thousand statements, and the log's next turn. */
const LEAST_FREE_BYTES = 16 * 1024 * 1024

/** Watches from outside what a process that has the database file open would not notice itself. */
export function watchFile(path: string, lock?: ServerLock): FileWatch {
  const identity = identityOf(path)
  return {
    check() {
      if (identityOf(path) !== identity) {
        throw unwell(
          'its file was moved, removed or replaced while the server runs: what is stored now goes to the old one',
        )
      }
      if (lock?.held() === false) throw unwell('its lock file was removed or replaced: a second server could use it')
      if (!isWritable(path)) throw unwell('its file may only be read')
      const { bavail, bsize } = statfsSync(dirname(path))
      if (bavail * bsize < LEAST_FREE_BYTES) throw unwell('the disk is full or nearly so')
    },
    sizes: () => ({ bytes: sizeOf(path), logBytes: sizeOf(`${path}-wal`) }),
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function unwell(reason: string): LrsError {
  return new LrsError('unavailable', `The database is not well: ${reason}.`)
}
