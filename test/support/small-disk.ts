import { spawnSync } from 'node:child_process'
import { statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { temporaryFolder } from './folder.ts'

/** A file system of its own, which only root can make. */
export interface SmallDisk {
  path: string
  /** Fills it, but for so many bytes. */
  fill(free: number): void
  /** Gives back what `fill` took. */
  empty(): void
  setReadOnly(readOnly: boolean): void
  remove(): void
}

/** Undefined where nobody may mount. */
export function smallDisk(bytes: number): SmallDisk | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined
  const folder = temporaryFolder()
  const mount = (...args: string[]) => spawnSync('mount', [...args, folder.path]).status === 0
  if (!mount('-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs')) {
    folder.remove()
    return undefined
  }
  const ballast = join(folder.path, 'ballast')
  return {
    path: folder.path,
    fill(free) {
      const { bavail, bsize } = statfsSync(folder.path)
      writeFileSync(ballast, new Uint8Array(Math.max(0, bavail * bsize - free)))
    },
    empty: () => truncateSync(ballast),
    setReadOnly(readOnly) {
      if (!mount('-o', `remount,${readOnly ? 'ro' : 'rw'}`)) throw new Error('the file system is in use')
    },
    remove() {
      spawnSync('umount', ['-l', folder.path])
      folder.remove()
    },
  }
}

/** Makes one file read-only for this process and its children, root included; returns a function that undoes it. */
export function protectFile(path: string): (() => void) | undefined {
  if (process.getuid?.() !== 0) {
    if (spawnSync('chmod', ['a-w', path]).status !== 0) return undefined
    return () => void spawnSync('chmod', ['u+w', path])
  }
  if (spawnSync('mount', ['--bind', path, path]).status !== 0) return undefined
  spawnSync('mount', ['-o', 'remount,ro,bind', path])
  return () => void spawnSync('umount', [path])
}
