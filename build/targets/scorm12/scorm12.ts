import { join } from 'node:path'
import type { Course } from '../../../course/structure/types.ts'
import { renderManifest } from '../../manifest.ts'
import { encodeText, type PackageFiles } from '../../package-files.ts'
import { readSchemas } from '../../schemas.ts'
import { packageTitle } from '../../words.ts'
import type { Target } from '../target.ts'
import { checkManifest } from './check.ts'
import { schemaFiles } from './schema-files.ts'

/** SCORM 1.2: one SCO with its own menu; the baseline that every LMS takes. */
export const scorm12 = {
  name: 'scorm12',
  tracker: 'scorm12',
  statementTexts: false,
  output: { kind: 'zip', name: 'foretagslots-scorm12.zip' },
  describe(course: Course, own: PackageFiles): PackageFiles {
    const manifest = renderManifest(join(import.meta.dirname, 'manifest.hbs'), {
      id: course.id,
      version: course.version,
      title: course.title,
      packageTitle: packageTitle(course),
      paths: [...own.keys()].toSorted(),
    })
    return new Map([['imsmanifest.xml', encodeText(manifest)], ...readSchemas('scorm12edition', schemaFiles)])
  },
  check: checkManifest,
} satisfies Target
