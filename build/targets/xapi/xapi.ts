import { join } from 'node:path'
import type { Course } from '../../../course/structure/types.ts'
import { activities, activityTypes } from '../../../course/vocabulary.ts'
import { renderManifest } from '../../manifest.ts'
import { encodeText, type PackageFiles } from '../../package-files.ts'
import { packageDescription, packageTitle } from '../../words.ts'
import type { Target } from '../target.ts'
import { checkTincan } from './check.ts'

/** xAPI without cmi5: a portal reads tincan.xml and launches the course with the LRS's address in the query. */
export const xapi = {
  name: 'xapi',
  tracker: 'xapi',
  statementTexts: true,
  output: { kind: 'zip', name: 'foretagslots-xapi.zip' },
  describe(course: Course): PackageFiles {
    const tincan = renderManifest(join(import.meta.dirname, 'tincan.hbs'), {
      courseId: activities.course,
      courseType: activityTypes.course,
      moduleType: activityTypes.module,
      language: course.language,
      packageTitle: packageTitle(course),
      description: packageDescription(course),
      modules: course.modules
        .filter(({ written }) => written)
        .map(({ id, number, title, minutes }) => ({
          id: activities.module(id),
          title,
          description: `Modul ${number}, ${minutes} minuter.`,
        })),
    })
    return new Map([['tincan.xml', encodeText(tincan)]])
  },
  check: checkTincan,
} satisfies Target
