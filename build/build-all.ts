import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '../course/structure/findings.ts'
import { parseCourse } from '../course/structure/parse.ts'
import type { Course } from '../course/structure/types.ts'
import { reviewsDue, validateCourse } from '../course/structure/validate.ts'
import { BuildError } from './build-error.ts'
import { courseData } from './course-data.ts'
import { editionsOf, outputName } from './editions.ts'
import { guidePage } from './guide/guide.ts'
import { type BuiltPackage, buildPackage, prepareParts } from './package.ts'
import { profile } from './profile.ts'
import { publish } from './publish.ts'
import { sourcesToReview } from './review/places.ts'
import { buildSelfTest, selfTestName, selfTestTargets } from './selftest/selftest.ts'
import { checkState } from './state-size.ts'
import { cmi5 } from './targets/cmi5/cmi5.ts'
import { hosted } from './targets/hosted/hosted.ts'
import { scorm12 } from './targets/scorm12/scorm12.ts'
import { scorm2004Fourth, scorm2004Third } from './targets/scorm2004/scorm2004.ts'
import type { Target } from './targets/target.ts'
import { web } from './targets/web/web.ts'
import { xapi } from './targets/xapi/xapi.ts'
import { undrawn } from './undrawn.ts'
import { isoToday } from './words.ts'
import { ownWorkshop, type Workshop } from './workshop.ts'

export const targets: Target[] = [scorm12, scorm2004Third, scorm2004Fourth, cmi5, xapi, web, hosted]

export interface BuildOptions {
  /** Where the packages go; dist in the project where nothing is said. */
  out?: string
  /** All where nothing is said. Others that `out` already holds are then kept. */
  only?: Target['name'][]
  /** Files of municipalities, each of which gets its own edition; without any the one for everybody is built. */
  municipalities?: string[]
  workshop?: Workshop
  /** The day that dates of review are compared with, `2026-11-24`. */
  today?: string
}

export interface BuildReport {
  out: string
  packages: BuiltPackage[]
  /** What was built: the course for everybody, or one municipality's edition after another. */
  editions: Course[]
  warnings: Issue[]
  /** Sources in use that a municipal lawyer must read before publishing. */
  toReview: number
  /** The longest state the course can save, in characters of base64url. */
  stateCharacters: number
  seconds: number
}

/**
 * Builds every target, or some, into `out`: all or nothing. Throws a BuildError with all mistakes in the content, or with
 * what a package has wrong, and leaves `out` as it was.
 */
export async function buildAll({
  out = join(import.meta.dirname, '../dist'),
  only,
  municipalities = [],
  workshop = ownWorkshop,
  today = isoToday(),
}: BuildOptions = {}): Promise<BuildReport> {
  const begun = performance.now()
  const { course, warnings } = readCourse(workshop, today)
  const stateCharacters = checkState(courseData(course, { texts: false }))
  const editions = editionsOf(course, municipalities)
  const chosen = targets.filter(({ name }) => !only || only.includes(name))
  const tested = municipalities.length === 0 ? selfTestTargets.filter((target) => chosen.includes(target)) : []
  const names = [
    ...tested.map(selfTestName),
    ...editions.flatMap(({ municipality }) => chosen.map((target) => outputName(target, municipality))),
  ]
  const packages: BuiltPackage[] = []
  await publish(out, {
    keep: (name) => isPackage(name) && !names.includes(name),
    fill: async (folder) => {
      for (const target of chosen) {
        const parts = await prepareParts(workshop, target)
        if (tested.includes(target)) packages.push(await buildSelfTest(course, parts, folder))
        for (let n = 0; n < editions.length; n += atOnce) {
          const some = editions.slice(n, n + atOnce)
          packages.push(...(await Promise.all(some.map((edition) => buildPackage(edition, parts, folder)))))
        }
      }
      writeFileSync(join(folder, 'profile.jsonld'), profile(course))
      writeFileSync(join(folder, 'GUIDE.html'), guidePage(workshop.styles))
    },
  })
  const toReview = sourcesToReview(course, today).length
  return { out, packages, editions, warnings, toReview, stateCharacters, seconds: (performance.now() - begun) / 1000 }
}

/** Manifests are checked in threads of their own, while the next editions are written. */
const atOnce = 4

/** What an earlier build may have left, of any target and municipality. */
const isPackage = (name: string) =>
  name === 'granskning.html' || targets.some(({ output }) => name.endsWith(output.name.replace('foretagslots', '')))

/** Reads and validates the course. Throws a BuildError with everything that is wrong with it. */
export function readCourse({ content, pictures }: Workshop, today = isoToday()): { course: Course; warnings: Issue[] } {
  const parsed = parseCourse(content)
  const issues = validateCourse(parsed, Object.keys(pictures))
  const errors = issues.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new BuildError('Kursens innehåll har fel.', { issues })
  return { course: parsed.course, warnings: [...issues, ...undrawn(parsed), ...reviewsDue(parsed, today)] }
}
