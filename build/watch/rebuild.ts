import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readCourse } from '../build-all.ts'
import { coursePackage, prepareParts, type SharedParts } from '../package.ts'
import { web } from '../targets/web/web.ts'
import { ownWorkshop } from '../workshop.ts'

let parts: SharedParts | undefined
const written = new Map<string, string>()

/**
 * Writes the course for any web server into `folder`, only what changed. `saved` is the file below course/ that was saved: script,
 * style and templates are read again when it is one of theirs. Pictures are drawn by code, which this process has read: one that
 * was saved is shown at the next start.
 * @throws BuildError with every mistake; the folder is then as it was
 */
export async function rebuild(folder: string, saved: string | undefined): Promise<void> {
  const { course } = readCourse(ownWorkshop)
  const isBundled = saved === undefined || /\.(ts|css|hbs|woff2)$/.test(saved)
  const fresh = parts && !isBundled ? parts : await prepareParts(ownWorkshop, web)
  const files = coursePackage(course, fresh)
  parts = fresh
  for (const [path, bytes] of files) write(join(folder, path), bytes)
}

function write(path: string, bytes: Uint8Array): void {
  const text = Buffer.from(bytes).toString('latin1')
  if (written.get(path) === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
  written.set(path, text)
}
