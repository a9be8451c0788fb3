import { decodeText, encodeText, type PackageFiles } from '../../build/package-files.ts'
import type { Target } from '../../build/targets/target.ts'
import { parseCourse } from '../../course/structure/parse.ts'
import type { Course } from '../../course/structure/types.ts'
import { fixtureCourse } from './fixture-course.ts'

/** The fixture course's files around one target's manifest, for tests that break it in one place. */
export interface PackageUnderTest {
  files: PackageFiles
  /** The manifest as text. */
  manifest: string
  /** The package with its manifest changed in one place; throws where the text is not found, so that no test breaks nothing. */
  changed(from: string, to: string): PackageFiles
  without(path: string): PackageFiles
  with(path: string, text?: string): PackageFiles
}

export const { course } = parseCourse(fixtureCourse)

const html = '<!doctype html><link rel="manifest" href="manifest.webmanifest">'

export const courseFiles: PackageFiles = new Map([
  ['course.js', new Uint8Array()],
  ['index.html', encodeText(html)],
  ['pictures/a.svg', new Uint8Array()],
])

export async function packageOf(
  target: Target,
  { manifest: file, changes = {} }: { manifest: string; changes?: Partial<Course> },
): Promise<PackageUnderTest> {
  const described = await target.describe({ ...course, ...changes }, courseFiles)
  const files: PackageFiles = new Map([...courseFiles, ...described])
  const manifest = decodeText(files.get(file) ?? new Uint8Array())
  return {
    files,
    manifest,
    changed(from, to) {
      if (!manifest.includes(from)) throw new Error(`the manifest does not have ${from}`)
      return new Map([...files, [file, encodeText(manifest.replaceAll(from, () => to))]])
    },
    without: (path) => new Map([...files].filter(([name]) => name !== path)),
    with: (path, text = '') => new Map([...files, [path, encodeText(text)]]),
  }
}

/** What the target's own check says. */
export const messagesOf = async (target: Target, files: PackageFiles): Promise<string[]> =>
  (await target.check(files)).map(({ message }) => message)
