import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Course } from '../../../course/structure/types.ts'
import { bundleWorker } from '../../bundle.ts'
import { encodeText, type PackageFiles } from '../../package-files.ts'
import { packageDescription } from '../../words.ts'
import type { Target } from '../target.ts'
import { checkWeb } from './check.ts'

/** The course on any web server, without an LMS: it can be installed, and works offline after the first visit. */
export const web = {
  name: 'web',
  tracker: 'web',
  statementTexts: false,
  output: { kind: 'zip', name: 'foretagslots-web.zip' },
  async describe(course: Course, own: PackageFiles): Promise<PackageFiles> {
    const added: PackageFiles = new Map([
      ['manifest.webmanifest', encodeText(`${JSON.stringify(manifest(course), null, 2)}\n`)],
      ['icon.svg', new Uint8Array(readFileSync(join(import.meta.dirname, 'icon.svg')))],
    ])
    return new Map([...added, ['service-worker.js', await serviceWorker(new Map([...own, ...added]))]])
  },
  check: checkWeb,
} satisfies Target

/** Web Application Manifest. The colours are those of the cover (tokens.css: brand, paper). */
const manifest = (course: Course) => ({
  id: course.id,
  name: course.title,
  short_name: 'Företagslots',
  description: packageDescription(course),
  lang: course.language,
  start_url: 'index.html',
  scope: './',
  display: 'standalone',
  theme_color: course.municipality?.colour ?? '#0b5563',
  background_color: '#fbfbf8',
  icons: [{ src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' }],
})

/** The worker's first line says what it keeps: with any other file or byte it is another worker, and browsers fetch the new course. */
async function serviceWorker(files: PackageFiles): Promise<Uint8Array> {
  const paths = [...files.keys()].toSorted()
  const hash = createHash('sha256')
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(files.get(path) as Uint8Array)
  const kept = { version: hash.digest('hex').slice(0, 16), files: paths }
  return encodeText(`self.kept=${JSON.stringify(kept)}\n;${new TextDecoder().decode(await bundleWorker())}`)
}
