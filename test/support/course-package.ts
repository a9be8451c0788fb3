import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { buildAll } from '../../build/build-all.ts'
import type { TargetName } from '../../build/targets/target.ts'
import { ownWorkshop } from '../../build/workshop.ts'
import { temporaryFolder } from './folder.ts'

/** The course as `npm run build` makes it, or another workshop's, in a folder of its own. */
export interface BuiltCourse {
  /** The SCORM 1.2 zip, unpacked. */
  scorm12: string
  hosted: string
  /** The folder of another target's zip, unpacked. */
  unpack(target: Exclude<TargetName, 'hosted'>): string
  remove(): void
}

export async function buildCourse(workshop = ownWorkshop): Promise<BuiltCourse> {
  const folder = temporaryFolder()
  const out = join(folder.path, 'dist')
  await buildAll({ out, workshop })
  const unpack: BuiltCourse['unpack'] = (target) => {
    const unpacked = join(folder.path, target)
    const zip = unzipSync(readFileSync(join(out, `foretagslots-${target}.zip`)))
    for (const [name, bytes] of Object.entries(zip)) {
      mkdirSync(dirname(join(unpacked, name)), { recursive: true })
      writeFileSync(join(unpacked, name), bytes)
    }
    return unpacked
  }
  return { scorm12: unpack('scorm12'), hosted: join(out, 'hosted'), unpack, remove: folder.remove }
}
