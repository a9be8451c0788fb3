import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

const versions = new Map<string, { built: number; version: Promise<string> }>()

/**
 * Which course lies in this folder: 16 hexadecimal digits over every file's name and bytes, read again after a build.
 * Undefined when there is no course.
 */
export async function hostedVersion(folder: string): Promise<string | undefined> {
  const built = await stat(join(folder, 'index.html')).then(
    (file) => file.mtimeMs,
    () => undefined,
  )
  if (built === undefined) return undefined
  const known = versions.get(folder)
  if (known?.built === built) return known.version
  const version = readVersion(folder)
  versions.set(folder, { built, version })
  return version
}

async function readVersion(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.sort()) {
    hash
      .update(path.slice(folder.length).replaceAll(sep, '/'))
      .update('\0')
      .update(await readFile(path))
  }
  return hash.digest('hex').slice(0, 16)
}
