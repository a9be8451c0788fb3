import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Fills a new folder beside `out` with `fill` and puts it in `out`'s place when that succeeded. What goes wrong before that
 * leaves `out` as it was. `keep`: what `out` already has is kept where `fill` writes nothing of the same name.
 */
export async function publish(
  out: string,
  { keep, fill }: { keep: (name: string) => boolean; fill: (folder: string) => Promise<void> },
): Promise<void> {
  mkdirSync(dirname(out), { recursive: true })
  const work = mkdtempSync(join(dirname(out), `.${basename(out)}-`))
  const fresh = join(work, 'new')
  try {
    mkdirSync(fresh)
    if (existsSync(out)) copyKept(out, fresh, keep)
    await fill(fresh)
    writeFileSync(join(fresh, sums), checksums(fresh))
    swap(fresh, out, join(work, 'old'))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function swap(fresh: string, out: string, old: string): void {
  const replaces = existsSync(out)
  if (replaces) renameSync(out, old)
  try {
    renameSync(fresh, out)
  } catch (error) {
    if (replaces) renameSync(old, out)
    throw error
  }
}

const sums = 'SHA256SUMS'

function copyKept(from: string, to: string, keep: (name: string) => boolean): void {
  for (const name of readdirSync(from))
    if (name !== sums && keep(name)) cpSync(join(from, name), join(to, name), { recursive: true })
}

/** Every file below a folder in the form that `sha256sum -c` reads, sorted by path. */
function checksums(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path !== sums && statSync(join(folder, path)).isFile())
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
  return files.map((path) => `${sha256(join(folder, path))}  ${path}\n`).join('')
}

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')
