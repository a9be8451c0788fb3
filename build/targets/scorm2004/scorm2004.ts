import { join } from 'node:path'
import type { Course } from '../../../course/structure/types.ts'
import { renderManifest } from '../../manifest.ts'
import { encodeText, type PackageFiles } from '../../package-files.ts'
import { readSchemas } from '../../schemas.ts'
import { packageTitle } from '../../words.ts'
import type { Target } from '../target.ts'
import { checkManifest } from './check.ts'
import { type Edition, fourthEdition, thirdEdition } from './edition.ts'
import { schemaFiles } from './schema-files.ts'

/** One SCO with its own menu here too: several of them is broken in Moodle. */
const target = (edition: Edition) =>
  ({
    name: edition.name,
    tracker: 'scorm2004',
    statementTexts: true,
    output: { kind: 'zip', name: `foretagslots-${edition.name}.zip` },
    describe(course: Course, own: PackageFiles): PackageFiles {
      const manifest = renderManifest(join(import.meta.dirname, 'manifest.hbs'), {
        id: course.id,
        version: course.version,
        title: course.title,
        packageTitle: packageTitle(course),
        schemaVersion: edition.schemaVersion,
        paths: [...own.keys()].toSorted(),
      })
      return new Map([['imsmanifest.xml', encodeText(manifest)], ...readSchemas(edition.schemas, schemaFiles)])
    },
    check: (files: PackageFiles) => checkManifest(files, edition),
  }) satisfies Target

export const scorm2004Third = target(thirdEdition)
export const scorm2004Fourth = target(fourthEdition)
