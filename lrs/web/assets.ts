import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { extname, join, parse } from 'node:path'

/** A file under /static: its name carries a hash of its bytes, so that a browser may keep it for ever. */
export interface Asset {
  name: string
  type: string
  body: Buffer
}

const courseStyles = join(import.meta.dirname, '../../course/styles')
const ownStyles = join(import.meta.dirname, 'styles')

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const fonts = ['lots-grotesk.woff2', 'lots-serif.woff2'].map((file) =>
  hashed(file, readFileSync(join(courseStyles, 'fonts', file))),
)
const assets = new Map(
  [...fonts, hashed('door.svg', readFileSync(join(ownStyles, 'door.svg'))), hashed('lrs.css', stylesheet())].map(
    (asset) => [asset.source, asset],
  ),
)
const byName = new Map([...assets.values()].map((asset) => [asset.name, asset]))

/** @returns the address of `lrs.css`, `lots-grotesk.woff2` … with its hash in it */
export function assetUrl(source: string): string {
  const asset = assets.get(source)
  if (asset === undefined) throw new Error(`no asset "${source}"`)
  return `/static/${asset.name}`
}

/** The asset with this hashed name, or undefined. */
export function findAsset(name: string): Asset | undefined {
  return byName.get(name)
}

function hashed(source: string, body: Buffer): Asset & { source: string } {
  const { name, ext } = parse(source)
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { source, name: `${name}-${hash}${ext}`, type: types[extname(source)] ?? 'application/octet-stream', body }
}

/** The course's tokens and font faces come first, the fonts at their hashed addresses; then the server's own rules. */
function stylesheet(): Buffer {
  const tokens = readFileSync(join(courseStyles, 'tokens.css'), 'utf8')
  const atHashedNames = fonts.reduce((css, font) => css.replaceAll(`fonts/${font.source}`, font.name), tokens)
  return Buffer.from(`${atHashedNames}\n${readFileSync(join(ownStyles, 'lrs.css'), 'utf8')}`)
}
