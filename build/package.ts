import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Course } from '../course/structure/types.ts'
import { archive } from './archive.ts'
import { bundleScript, bundleStyle } from './bundle.ts'
import { composeView } from './compose.ts'
import { encodeText, type PackageFiles } from './package-files.ts'
import { renderDocument } from './pages.ts'
import { pictureFile, readTokens } from './pictures.ts'
import type { Target } from './targets/target.ts'
import { verifyPackage } from './verify.ts'
import type { Workshop } from './workshop.ts'

export interface BuiltPackage {
  target: Target['name']
  /** The zip's or folder's name in dist. */
  name: string
  /** Of the zip, or of all files in the folder. */
  bytes: number
  script: { bytes: number; gzipped: number }
}

/** Builds one target: renders, bundles, describes, verifies, and writes the zip or folder into `out`. */
export async function buildPackage(
  { course, workshop }: { course: Course; workshop: Workshop },
  target: Target,
  out: string,
): Promise<BuiltPackage> {
  const script = await bundleScript(workshop.runtime, target)
  const own: PackageFiles = new Map([
    ['index.html', encodeText(renderDocument(composeView(course, target), workshop.templates))],
    ['course.js', script],
    ['course.css', await bundleStyle(workshop.styles)],
    ...fontFiles(workshop),
    ...pictureFiles(course, workshop),
  ])
  const files: PackageFiles = new Map([...own, ...(await target.describe(course, own))])
  await verifyPackage(files, target)
  const bytes = write(files, target, out)
  return { target: target.name, name: target.output.name, bytes, script: sizes(script) }
}

const sizes = (script: Uint8Array) => ({ bytes: script.length, gzipped: gzipSync(script, { level: 9 }).length })

/** The fonts, with their licences, as OFL asks. */
function fontFiles({ styles }: Workshop): [string, Uint8Array][] {
  const folder = join(styles, 'fonts')
  return readdirSync(folder)
    .toSorted()
    .map((name) => [`fonts/${name}`, new Uint8Array(readFileSync(join(folder, name)))])
}

/** The pictures that some page shows. */
function pictureFiles(course: Course, { pictures, styles }: Workshop): [string, Uint8Array][] {
  const tokens = readTokens(readFileSync(join(styles, 'tokens.css'), 'utf8'))
  const used = course.modules.flatMap(({ pages }) =>
    pages.flatMap((page) => ('picture' in page && page.picture ? [page.picture.file] : [])),
  )
  return [...new Set(used)].toSorted().map((name) => {
    const draw = pictures[name] as () => string
    return [`pictures/${name}`, encodeText(pictureFile(name, draw(), tokens))]
  })
}

function write(files: PackageFiles, { output }: Target, out: string): number {
  if (output.kind === 'zip') {
    const zip = archive(files)
    writeFileSync(join(out, output.name), zip)
    return zip.length
  }
  for (const [path, bytes] of files) {
    const file = join(out, output.name, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  return [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
}
