import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BuildError } from './build-error.ts'

const folder = join(import.meta.dirname, '../.tools/schemas')

/** The folders of the published files. */
export type SchemaEdition = 'scorm12edition' | 'scorm20043rdedition' | 'scorm20044thedition'

/** The published schema files of an edition, unmodified, by name. The set-up (scripts/bootstrap.js) put them there. */
export function readSchemas(edition: SchemaEdition, names: string[]): [string, Uint8Array][] {
  return names.map((name) => {
    const path = join(folder, edition, name)
    if (!existsSync(path)) throw new BuildError(`Schemat ${name} saknas. Kör npm run build, som hämtar det.`)
    return [name, new Uint8Array(readFileSync(path))]
  })
}
