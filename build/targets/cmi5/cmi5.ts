import { join } from 'node:path'
import type { Course } from '../../../course/structure/types.ts'
import { activities, activityTypes } from '../../../course/vocabulary.ts'
import { courseData } from '../../course-data.ts'
import { renderManifest } from '../../manifest.ts'
import { encodeText, type PackageFiles } from '../../package-files.ts'
import { packageDescription, packageTitle } from '../../words.ts'
import type { Target } from '../target.ts'
import { checkCourseStructure } from './check.ts'

/** cmi5: one AU for the whole course, because an AU has no access to another's state. */
export const cmi5 = {
  name: 'cmi5',
  tracker: 'cmi5',
  statementTexts: true,
  output: { kind: 'zip', name: 'foretagslots-cmi5.zip' },
  describe(course: Course): PackageFiles {
    const structure = renderManifest(join(import.meta.dirname, 'cmi5.hbs'), {
      courseId: activities.course,
      auId: activities.assignableUnit,
      activityType: activityTypes.course,
      language: course.language,
      title: course.title,
      packageTitle: packageTitle(course),
      description: packageDescription(course),
      ...moveOn(course),
    })
    return new Map([['cmi5.xml', encodeText(structure)]])
  },
  check: checkCourseStructure,
} satisfies Target

/** Said outright: cmi5's default, NotApplicable, is satisfied as soon as the learner is enrolled. */
function moveOn(course: Course): { moveOn: string; masteryScore: number | undefined } {
  const { test } = courseData(course, { texts: false })
  return { moveOn: test ? 'CompletedAndPassed' : 'Completed', masteryScore: test?.passMark }
}
