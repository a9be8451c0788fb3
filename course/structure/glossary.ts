import type { Findings } from './findings.ts'
import type { Term } from './types.ts'
import { type Fields, parseYaml } from './yaml-fields.ts'

/** ordlista.yaml: the course's words in the order of the alphabet. */
export function parseGlossary(text: string, file: string, findings: Findings): Term[] {
  const fields = parseYaml(text, { file, findings })
  const rows = fields?.list('termer') ?? []
  fields?.close()
  const taken = new Map<string, string>()
  return rows.map((row) => parseTerm(row, taken)).toSorted((a, b) => a.word.localeCompare(b.word, 'sv'))
}

function parseTerm(row: Fields, taken: Map<string, string>): Term {
  const word = row.text('ord')
  const term = {
    id: wordId(word),
    word,
    explanation: row.text('forklaring'),
    english: row.text('engelska'),
    forms: row.has('former') ? row.texts('former').map(({ value }) => value) : [],
  }
  for (const form of term.forms.map((each) => each.toLowerCase())) {
    const before = taken.get(form)
    if (before) row.error('former', `Formen ”${form}” hör redan till ”${before}”. Ta bort den på ett ställe.`)
    taken.set(form, word)
  }
  row.close()
  return term
}

/** `Varm överlämning` is `varm-overlamning`. */
const wordId = (word: string) => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll(' ', '-')
