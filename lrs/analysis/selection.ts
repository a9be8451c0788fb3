import { verbs } from '../../course/vocabulary.ts'
import type { FactFilter } from '../statements/store.ts'
import { verbName } from './sentence.ts'
import { endOfDay, isDay, startOfDay } from './swedish-time.ts'

/** What the analyst has chosen to see; everything combined with AND. */
export interface Selection {
  text?: string
  /** A pseudonym. */
  person?: string
  /** A verb: one of the course's by its name (`answered`), another by its IRI. */
  verb?: string
  /** An activity's IRI. */
  activity?: string
  module?: string
  question?: string
  /** First and last day, in Swedish time, both included. */
  from?: string
  to?: string
}

export type SelectionField = keyof Selection

/** What each field is called in the address. */
export const parameters: Record<SelectionField, string> = {
  text: 'text',
  person: 'person',
  verb: 'handelse',
  activity: 'aktivitet',
  module: 'modul',
  question: 'fraga',
  from: 'fran',
  to: 'till',
}

const fields = Object.keys(parameters) as SelectionField[]
const LONGEST_VALUE = 2000

export interface ParsedSelection {
  selection: Selection
  /** What is wrong, by field, in words for the page. */
  problems: Partial<Record<SelectionField, string>>
}

/** Reads the selection from an address's query; what is empty, given twice or unknown does not count. */
export function parseSelection(query: Record<string, unknown>): ParsedSelection {
  const selection: Selection = {}
  for (const field of fields) {
    const value = query[parameters[field]]
    if (typeof value === 'string' && value.trim() !== '') selection[field] = value.trim().slice(0, LONGEST_VALUE)
  }
  return { selection, problems: dateProblems(selection) }
}

function dateProblems({ from, to }: Selection): ParsedSelection['problems'] {
  const howTo = 'Skriv datumet så här: 2026-11-24'
  const problems: ParsedSelection['problems'] = {}
  if (from !== undefined && !isDay(from)) problems.from = howTo
  if (to !== undefined && !isDay(to)) problems.to = howTo
  if (from !== undefined && to !== undefined && !problems.from && !problems.to && from > to) {
    problems.to = 'Slutdatumet är före startdatumet. Ändra ett av dem.'
  }
  return problems
}

/** The selection as an address's query without the question mark, in one fixed order: `modul=M1&fran=2026-11-01`. */
export function selectionQuery(selection: Selection): string {
  const query = new URLSearchParams()
  for (const field of fields) {
    const value = selection[field]
    if (value !== undefined) query.append(parameters[field], value)
  }
  return query.toString()
}

/** The selection without one field. */
export function without(selection: Selection, field: SelectionField): Selection {
  return { ...selection, [field]: undefined }
}

/** The selection as the store understands it; a pseudonym that nobody has finds nothing. */
export function factFilter(selection: Selection, keyOf: (pseudonym: string) => string | undefined): FactFilter {
  const { person, verb, activity, module, question, from, to, text } = selection
  return {
    ...(person !== undefined && { actor: keyOf(person) ?? '' }),
    ...(verb !== undefined && { verb: verbIri(verb) }),
    ...(activity !== undefined && { activity }),
    ...(module !== undefined && { module }),
    ...(question !== undefined && { question }),
    ...(from !== undefined && { since: startOfDay(from) }),
    ...(to !== undefined && { until: endOfDay(to) }),
    ...(text !== undefined && { text }),
  }
}

function verbIri(verb: string): string {
  return Object.hasOwn(verbs, verb) ? verbs[verb as keyof typeof verbs] : verb
}

/** A verb's IRI as the address has it. */
export function verbParameter(iri: string): string {
  return verbName(iri) ?? iri
}
