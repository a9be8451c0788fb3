import { Findings } from '../course/structure/findings.ts'
import { parseMunicipality } from '../course/structure/municipality.ts'
import type { Course, Municipality, Test } from '../course/structure/types.ts'
import { BuildError } from './build-error.ts'
import type { Target } from './targets/target.ts'

/** The course once for everybody, or once for each municipality's file. Throws a BuildError with every mistake in all of them. */
export function editionsOf(course: Course, files: string[]): Course[] {
  if (files.length === 0) return [course]
  const findings = new Findings()
  const read = files.flatMap((file) => {
    const municipality = parseMunicipality(file, course, findings)
    return municipality ? [{ file, municipality }] : []
  })
  for (const [n, { file, municipality }] of read.entries()) {
    const before = read.slice(0, n).find((other) => other.municipality.slug === municipality.slug)
    if (before)
      findings.error({ file, line: 1 }, `”slug: ${municipality.slug}” står också i ${before.file}. Ändra den ena.`)
  }
  const { issues } = findings
  if (issues.length > 0) throw new BuildError('Kommunens fil har fel.', { issues })
  return read.map(({ municipality }) => editionOf(course, municipality))
}

const editionOf = (course: Course, municipality: Municipality): Course => ({
  ...course,
  contact: municipality.contact ?? course.contact,
  test: course.test && withThreshold(course.test, municipality.thresholds.test),
  municipality,
})

/** An attempt at the final test (blueprint, section 4). */
const questionsDrawn = 30

/** A municipality asks for so many right. */
const withThreshold = (test: Test, right: number | undefined): Test =>
  right === undefined ? test : { ...test, passMark: right / questionsDrawn }

/** The zip's or folder's name in dist: in a municipality's edition its slug follows `foretagslots-`. */
export function outputName({ output }: Target, municipality: Municipality | undefined): string {
  if (!municipality) return output.name
  return `foretagslots-${municipality.slug}-${output.name.replace('foretagslots-', '')}`
}
