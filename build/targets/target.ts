import type { Course } from '../../course/structure/types.ts'
import type { Fault, PackageFiles } from '../package-files.ts'

/** One format that the course is built into. */
export interface Target {
  name: TargetName
  /** The file in course/runtime/trackers that `#tracker` means in this target's script. */
  tracker: 'scorm12' | 'scorm2004' | 'cmi5' | 'xapi' | 'web'
  /** Whether questions' texts go along in the data: statements need them, and the descriptions of SCORM 2004's interactions. */
  statementTexts: boolean
  /** What it becomes in dist: a zip, or a folder that a server serves. */
  output: { kind: 'zip' | 'folder'; name: string }
  /** The files that the format adds to the course's own: its manifest and schemas. */
  describe(course: Course, own: PackageFiles): PackageFiles | Promise<PackageFiles>
  /** What the format's own rules find wrong in the finished package. */
  check(files: PackageFiles): Promise<Fault[]>
}

export type TargetName = 'scorm12' | 'scorm2004-3' | 'scorm2004-4' | 'cmi5' | 'xapi' | 'web' | 'hosted'
