import { BuildError } from './build-error.ts'
import { decodeText, type Fault, type PackageFiles } from './package-files.ts'
import type { Target } from './targets/target.ts'

/** Endings that some LMSs refuse, serve wrongly, or take for code of the server's. */
const refusedEndings = /(\.(php\d?|cgi|sh|asp|aspx|jsp|py|rb|pl|mjs|wasm|exe)|\.htaccess)$/

/** Moodle's import fails at 255 characters. */
const longestPath = 200

/** Checks a finished package: paths, what the document loads, and the target's own rules. Throws with every fault at once. */
export async function verifyPackage(files: PackageFiles, target: Target): Promise<void> {
  const faults = [...checkPaths(files), ...checkDocument(files), ...(await target.check(files))]
  if (faults.length === 0) return
  const lines = faults.map(({ file, message }) => `  ${file}: ${message}`)
  throw new BuildError(`Paketet ${target.output.name} är inte rätt:\n${lines.join('\n')}`)
}

/** The rules for file names that hold in every format. */
export function checkPaths(files: PackageFiles): Fault[] {
  const paths = [...files.keys()]
  const folded = paths.map((path) => path.toLowerCase())
  return paths.flatMap((file, n) => {
    const messages = [
      ...(/^[A-Za-z0-9._/-]+$/.test(file) ? [] : ['filnamnet har annat än a–z, siffror, punkt, streck och /.']),
      ...(file.startsWith('/') || file.split('/').some((part) => part === '' || part === '..' || part === '.')
        ? ['sökvägen ska gå nedåt från paketets rot.']
        : []),
      ...(file.length > longestPath ? [`sökvägen har ${file.length} tecken, högst ${longestPath} går.`] : []),
      ...(refusedEndings.test(file) ? ['filtypen släpps inte igenom av alla lärplattformar.'] : []),
      ...(folded.indexOf(file.toLowerCase()) < n ? ['bara stora och små bokstäver skiljer filen från en annan.'] : []),
    ]
    return messages.map((message) => ({ file, message }))
  })
}

/** What index.html and the style sheet load lies in the package, and nothing is loaded from elsewhere or written inline. */
function checkDocument(files: PackageFiles): Fault[] {
  const document = files.get('index.html')
  if (!document) return [{ file: 'index.html', message: 'finns inte.' }]
  const html = decodeText(document)
  const style = files.get('course.css')
  return [
    ...loaded(html).flatMap((path) => missing('index.html', path, files)),
    ...(style ? styleUrls(decodeText(style)).flatMap((path) => missing('course.css', path, files)) : []),
    ...danglingLinks(html).map((id) => ({ file: 'index.html', message: `har en länk till #${id}, som inte finns.` })),
    ...inlined(html).map((message) => ({ file: 'index.html', message })),
  ]
}

function loaded(html: string): string[] {
  return [...html.matchAll(/<(?:link|script|img|source|use|image)\b[^>]*?\s(?:href|src)="([^"]*)"/g)].flatMap(
    ([, path = '']) => (path.startsWith('#') ? [] : [path]),
  )
}

/** Links and icons inside the document that lead to no id. `#` alone is the cover. */
function danglingLinks(html: string): string[] {
  const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id))
  const named = [...html.matchAll(/\shref="#([^"/]+)/g)].map(([, id = '']) => id)
  return [...new Set(named)].filter((id) => !ids.has(id))
}

function styleUrls(css: string): string[] {
  return [...css.matchAll(/url\(\s*["']?([^"')]+)["']?\s*\)/g)].flatMap(([, path = '']) =>
    path.startsWith('data:') ? [] : [path],
  )
}

function missing(file: string, path: string, files: PackageFiles): Fault[] {
  return files.has(path.replace(/[?#].*$/, '')) ? [] : [{ file, message: `laddar ${path}, som inte finns i paketet.` }]
}

/** A strict content security policy stops inline scripts, styles and handlers. */
function inlined(html: string): string[] {
  const markup = html.replace(/<script type="application\/json"[\s\S]*?<\/script>/g, '')
  return [
    ...(/<script\b(?![^>]*\ssrc=)/.test(markup) ? ['har ett skript på plats i stället för i en fil.'] : []),
    ...(/<style\b/.test(markup) ? ['har en stilmall på plats i stället för i en fil.'] : []),
    ...[...markup.matchAll(/<[^>]+\s(style|on[a-z]+)="/g)].map(([, name]) => `har attributet ${name}.`),
  ]
}
