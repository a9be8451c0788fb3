import { decodeText, type Fault, type PackageFiles } from '../../package-files.ts'

const manifestFile = 'manifest.webmanifest'
const workerFile = 'service-worker.js'

interface WebManifest {
  name?: string
  short_name?: string
  lang?: string
  start_url?: string
  display?: string
  icons?: { src: string; sizes: string; type: string }[]
}

/** What a browser asks of a page that can be installed, and that the service worker keeps every file for offline. */
export async function checkWeb(files: PackageFiles): Promise<Fault[]> {
  return [
    ...checkManifest(files).map((message) => ({ file: manifestFile, message })),
    ...checkWorker(files).map((message) => ({ file: workerFile, message })),
    ...checkDocument(files).map((message) => ({ file: 'index.html', message })),
  ]
}

function checkManifest(files: PackageFiles): string[] {
  const manifest = readJson<WebManifest>(textOf(files, manifestFile))
  if (!manifest) return ['finns inte, eller är inte JSON.']
  const { name, short_name, lang, start_url = '', display, icons = [] } = manifest
  return [
    ...(name?.trim() && short_name?.trim() ? [] : ['saknar name eller short_name.']),
    ...(lang ? [] : ['saknar lang.']),
    ...(files.has(start_url) ? [] : [`start_url är ”${start_url}”, som inte finns i paketet.`]),
    ...(display === 'standalone' ? [] : [`display är ”${display ?? ''}”, ska vara ”standalone”.`]),
    ...(icons.some(({ sizes }) => sizes === 'any' || Number.parseInt(sizes, 10) >= 144)
      ? []
      : ['har ingen ikon på minst 144 punkter.']),
    ...icons.filter(({ src }) => !files.has(src)).map(({ src }) => `ikonen ${src} finns inte i paketet.`),
  ]
}

function checkWorker(files: PackageFiles): string[] {
  const line = textOf(files, workerFile)?.split('\n')[0] ?? ''
  const kept = readJson<{ files: string[] }>(line.replace(/^self\.kept=/, ''))?.files
  if (!kept) return ['finns inte, eller säger inte vilka filer den sparar.']
  const missing = [...files.keys()].filter((path) => path !== workerFile && !kept.includes(path))
  return [
    ...missing.map((path) => `sparar inte ${path}, som då saknas utan nät.`),
    ...kept.filter((path) => !files.has(path)).map((path) => `sparar ${path}, som inte finns i paketet.`),
  ]
}

function checkDocument(files: PackageFiles): string[] {
  const html = textOf(files, 'index.html') ?? ''
  return html.includes(`<link rel="manifest" href="${manifestFile}">`) ? [] : [`har ingen länk till ${manifestFile}.`]
}

function textOf(files: PackageFiles, path: string): string | undefined {
  const bytes = files.get(path)
  return bytes && decodeText(bytes)
}

function readJson<T>(text: string | undefined): T | undefined {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
