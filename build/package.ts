import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Course, type Page, partsOf } from '../course/structure/types.ts'
import { archive } from './archive.ts'
import { type Brand, brandOf } from './brand/brand.ts'
import { bundleScript, bundleStyle } from './bundle.ts'
import { composeView } from './compose.ts'
import { outputName } from './editions.ts'
import { encodeText, type PackageFiles } from './package-files.ts'
import { documentRenderer } from './pages.ts'
import { pictureFile, readTokens, type Tokens } from './pictures.ts'
import type { Target } from './targets/target.ts'
import { verifyPackage } from './verify.ts'
import type { CourseView } from './view.ts'
import type { Workshop } from './workshop.ts'

export interface BuiltPackage {
  target: Target['name']
  /** The zip's or folder's name in dist. */
  name: string
  /** Of the zip, or of all files in the folder. */
  bytes: number
  script: { bytes: number; gzipped: number }
}

/** What every municipality's edition of one target has alike. */
export interface SharedParts {
  workshop: Workshop
  target: Target
  script: Uint8Array
  style: Uint8Array
  fonts: [string, Uint8Array][]
  tokens: Tokens
  render: (view: CourseView) => string
  /** The drawings that were drawn, by file name; their colours are each edition's own. */
  drawn: Map<string, string>
}

export async function prepareParts(workshop: Workshop, target: Target): Promise<SharedParts> {
  return {
    workshop,
    target,
    script: await bundleScript(workshop.runtime, target),
    style: await bundleStyle(workshop.styles),
    fonts: fontFiles(workshop),
    tokens: readTokens(readFileSync(join(workshop.styles, 'tokens.css'), 'utf8')),
    render: documentRenderer(workshop.templates),
    drawn: new Map(),
  }
}

/** Builds one edition of one target: renders, describes, verifies, and writes the zip or folder into `out`. */
export async function buildPackage(course: Course, parts: SharedParts, out: string): Promise<BuiltPackage> {
  const { target, script } = parts
  const own = coursePackage(course, parts)
  const files: PackageFiles = new Map([...own, ...(await target.describe(course, own))])
  return sealPackage(files, { target, name: outputName(target, course.municipality), script }, out)
}

/** The course's own files, before a format adds its manifest. */
export function coursePackage(course: Course, parts: SharedParts): PackageFiles {
  const { target, script, style, fonts, tokens, render } = parts
  const { municipality } = course
  const brand = municipality?.colour ? brandOf(municipality.colour, tokens) : undefined
  return new Map([
    ['index.html', encodeText(render(composeView(course, target)))],
    ['course.js', script],
    ['course.css', branded(style, brand)],
    ...fonts,
    ...pictureFiles(course, parts, brand?.tokens ?? tokens),
    ...(municipality?.logo ? [[municipality.logo.file, municipality.logo.bytes] as const] : []),
  ])
}

/** Verifies a finished package and writes it as a zip or folder. */
export async function sealPackage(
  files: PackageFiles,
  { target, name, script }: { target: Target; name: string; script: Uint8Array },
  out: string,
): Promise<BuiltPackage> {
  await verifyPackage(files, target)
  const bytes = write(files, target, join(out, name))
  return { target: target.name, name, bytes, script: sizes(script) }
}

const sizes = (script: Uint8Array) => ({ bytes: script.length, gzipped: gzipSync(script, { level: 9 }).length })

const branded = (style: Uint8Array, brand: Brand | undefined) =>
  brand ? new Uint8Array([...style, ...encodeText(brand.css)]) : style

/** The fonts, with their licences, as OFL asks. */
function fontFiles({ styles }: Workshop): [string, Uint8Array][] {
  const folder = join(styles, 'fonts')
  return readdirSync(folder)
    .toSorted()
    .map((name) => [`fonts/${name}`, new Uint8Array(readFileSync(join(folder, name)))])
}

/** A page's own picture, and those of its papers. */
function picturesOn(page: Page): string[] {
  const sheets =
    page.kind === 'document' ? page.questions.flatMap((each) => (each.type === 'mark' ? each.sheets : [])) : []
  const shown = [...('picture' in page ? [page.picture] : []), ...sheets.map(({ picture }) => picture)]
  return shown.flatMap((picture) => picture?.file ?? [])
}

/** The pictures that some page shows. */
function pictureFiles(course: Course, { workshop, drawn }: SharedParts, tokens: Tokens): [string, Uint8Array][] {
  const used = partsOf(course).flatMap(({ pages }) => pages.flatMap(picturesOn))
  if (course.doorTool?.picture) used.push(course.doorTool.picture.file)
  return [...new Set(used)].toSorted().map((name) => {
    const drawing = drawn.get(name) ?? (workshop.pictures[name] as () => string)()
    drawn.set(name, drawing)
    return [`pictures/${name}`, encodeText(pictureFile(name, drawing, tokens))]
  })
}

function write(files: PackageFiles, { output }: Target, path: string): number {
  if (output.kind === 'zip') {
    const zip = archive(files)
    writeFileSync(path, zip)
    return zip.length
  }
  for (const [name, bytes] of files) {
    const file = join(path, name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  return [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
}
