import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { buildAll } from '../../build/build-all.ts'
import type { TargetName } from '../../build/targets/target.ts'
import { ownWorkshop } from '../../build/workshop.ts'
import type { CourseData } from '../../course/runtime/course-data.ts'
import { temporaryFolder } from './folder.ts'

/** The course as `npm run build` makes it, or another workshop's, in a folder of its own. */
export interface BuiltCourse {
  /** The SCORM 1.2 zip, unpacked. */
  scorm12: string
  hosted: string
  /** What the course's script is told of it, as it stands in the package. */
  data: CourseData
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
  const scorm12 = unpack('scorm12')
  return { scorm12, hosted: join(out, 'hosted'), data: dataIn(scorm12), unpack, remove: folder.remove }
}

function dataIn(folder: string): CourseData {
  const [, json = ''] = /id="course-data">(.*?)<\/script>/s.exec(readFileSync(join(folder, 'index.html'), 'utf8')) ?? []
  return JSON.parse(json)
}
