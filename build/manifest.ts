import { readFileSync } from 'node:fs'
import Handlebars from 'handlebars'
import { BuildError } from './build-error.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * A value as XML text or attribute. Only these four: handlebars' own escaping writes `&#x27;` and `&#x3D;`, and Moodle 4.3
 * shows numeric character references literally.
 */
export const escapeXml = (value: unknown): string => String(value).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** Renders a manifest template. Every value goes through `{{xml …}}`; one that is missing, or written without it, stops the build. */
export function renderManifest(template: string, values: Record<string, unknown>): string {
  const handlebars = Handlebars.create()
  handlebars.registerHelper('xml', (value: unknown) => {
    if (value === undefined) throw new BuildError(`${template}: ett värde saknas.`)
    return new Handlebars.SafeString(escapeXml(value))
  })
  const xml = handlebars.compile(readFileSync(template, 'utf8'), { strict: true })(values)
  if (xml.includes('&#')) throw new BuildError(`${template}: ett värde är skrivet utan {{xml …}}.`)
  return xml
}
