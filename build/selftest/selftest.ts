import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import type { Course } from '../../course/structure/types.ts'
import { bundleSelfTest } from '../bundle.ts'
import { type BuiltPackage, type SharedParts, sealPackage } from '../package.ts'
import { encodeText, type PackageFiles } from '../package-files.ts'
import { scorm12 } from '../targets/scorm12/scorm12.ts'
import { scorm2004Fourth } from '../targets/scorm2004/scorm2004.ts'
import type { Target } from '../targets/target.ts'
import { setDocument } from '../typography.ts'

/** The two standards that an LMS can be tried with; the third edition of 2004 has the same elements as the fourth. */
export const selfTestTargets: Target[] = [scorm12, scorm2004Fourth]

const ownStyle = join(import.meta.dirname, '../../course/selftest/selftest.css')

const title = 'Självtest av utbildningsportalen'

/** `foretagslots-selftest-scorm12.zip` */
export const selfTestName = ({ output }: Target) => output.name.replace('foretagslots-', 'foretagslots-selftest-')

/** A package that writes what the course will write, and tells the administrator what this LMS did with it. */
export async function buildSelfTest(course: Course, parts: SharedParts, out: string): Promise<BuiltPackage> {
  const { target, style, fonts } = parts
  const script = await bundleSelfTest(parts.workshop.runtime, target)
  const page = Handlebars.compile(readFileSync(join(import.meta.dirname, 'selftest.hbs'), 'utf8'), { strict: true })
  const standard = target.name === 'scorm12' ? 'SCORM 1.2' : 'SCORM 2004'
  const own: PackageFiles = new Map([
    ['index.html', encodeText(setDocument(page({ title, standard })))],
    ['selftest.js', script],
    ['course.css', new Uint8Array([...style, ...readFileSync(ownStyle)])],
    ...fonts,
  ])
  const described = await target.describe({ ...course, id: 'foretagslots-selftest', title }, own)
  return sealPackage(new Map([...own, ...described]), { target, name: selfTestName(target), script }, out)
}
