import type { Findings } from './findings.ts'
import type { Source } from './types.ts'
import { type Fields, parseYaml } from './yaml-fields.ts'

/** sources.yaml: every source of law once. */
export function parseSources(text: string, file: string, findings: Findings): Source[] {
  const fields = parseYaml(text, { file, findings })
  if (!fields) return []
  fields.integer('version', { min: 1, max: 999 })
  fields.month('rattslage')
  const sources = fields.list('kallor').map(parseSource)
  fields.close()
  return sources
}

function parseSource(fields: Fields): Source {
  const source: Source = {
    id: fields.id('id', 'source'),
    law: fields.text('lag'),
    sfs: fields.text('sfs'),
    place: fields.text('rum'),
    supports: fields.text('stod'),
    checked: fields.date('kontrollerad'),
    certainty: fields.oneOf('sakerhet', ['hog', 'medel', 'lag']) ?? 'lag',
    nextReview: fields.date('nasta_granskning'),
    note: fields.text('anm'),
  }
  fields.close()
  return source
}
