import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The database and its log in a folder, byte for byte, and the names of whatever else lies there. */
export function storedFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name !== 'server.lock' && !name.endsWith('-shm'))
  return Object.fromEntries(
    files.sort().map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  )
}

/** Copies what a database that is open has on disk: what a server leaves behind that is killed at this moment. */
export function leaveBehind(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of ['lrs.sqlite', 'lrs.sqlite-wal']) cpSync(join(from, name), join(to, name))
}
