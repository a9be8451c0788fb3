import { statSync } from 'node:fs'

/** Which file a path leads to now, whatever it is called; undefined when it leads to none. */
export function identityOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stats && `${stats.dev}.${stats.ino}`
}
