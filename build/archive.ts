import { type Zippable, zipSync } from 'fflate'
import type { PackageFiles } from './package-files.ts'

/**
 * Zip keeps local time without a zone; this one is built from local parts, so the bytes are the same everywhere (at noon,
 * where no time zone skips an hour).
 */
const fixedTime = () => new Date(1980, 0, 2, 12, 0, 0)

const compressed = /\.(woff2|png|jpg|webp)$/

/** A zip of the files: sorted, fixed times, deflate or store. The same files always give the same bytes. */
export function archive(files: PackageFiles): Uint8Array {
  const entries = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const zippable: Zippable = {}
  for (const [path, bytes] of entries)
    zippable[path] = [bytes, { level: compressed.test(path) ? 0 : 6, mtime: fixedTime() }]
  return zipSync(zippable)
}
