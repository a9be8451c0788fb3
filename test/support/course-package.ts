import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { buildAll } from '../../build/build-all.ts'
import { temporaryFolder } from './folder.ts'

/** The course as `npm run build` makes it, in a folder of its own: the zip unpacked, the hosted folder as it is. */
export interface BuiltCourse {
  scorm12: string
  hosted: string
  remove(): void
}

export async function buildCourse(): Promise<BuiltCourse> {
  const folder = temporaryFolder()
  const out = join(folder.path, 'dist')
  await buildAll({ out })
  const scorm12 = join(folder.path, 'scorm12')
  const zip = unzipSync(readFileSync(join(out, 'foretagslots-scorm12.zip')))
  for (const [name, bytes] of Object.entries(zip)) {
    mkdirSync(dirname(join(scorm12, name)), { recursive: true })
    writeFileSync(join(scorm12, name), bytes)
  }
  return { scorm12, hosted: join(out, 'hosted'), remove: folder.remove }
}
