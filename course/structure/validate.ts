import { basename } from 'node:path'
import { standingPages } from './extra-pages.ts'
import type { Issue, Named, SymbolKind } from './findings.ts'
import type { ParsedCourse } from './parse.ts'
import { checkPlainLanguage } from './plain-language.ts'

/** What a missing name is called, and what to do about it. */
const missing: Record<SymbolKind, (id: string) => string> = {
  door: (id) => `Dörren ”${id}” finns inte. Skriv ett id ur doors.yaml, till exempel nar för NÄR.`,
  course: (id) => `Kursen ”${id}” finns inte.`,
  module: (id) => `Modulen ”${id}” finns inte.`,
  page: (id) => `Länken leder till sidan ”${id}”, som inte finns. Skriv id:t på en sida i kursen.`,
  objective: (id) => `Målet ”${id}” finns inte. Skriv ett mål ur module.yaml, eller lägg till det där.`,
  question: (id) => `Frågan ”${id}” finns inte.`,
  scenario: (id) => `Scenariot ”${id}” finns inte.`,
  source: (id) => `Källan ”${id}” finns inte. Skriv ett id ur sources.yaml, eller lägg till källan där.`,
  picture: (id) => `Bilden ”${id}” finns inte i course/pictures. Rätta namnet, eller lägg till bilden.`,
}

/**
 * Everything that is wrong with a course, what parsing found included, in the order of files and lines. `pictures` are the
 * file names of course/pictures. An issue with `severity: 'error'` means that the course must not be built.
 */
export function validateCourse({ course, findings }: ParsedCourse, pictures: string[]): Issue[] {
  const { definitions, references } = findings
  const issues = [
    ...findings.issues,
    ...duplicates(definitions),
    ...(findings.unread
      ? []
      : [...dangling(references, definitions, pictures), ...untested(definitions, findings.tested)]),
    ...unconfirmed(references, course),
    ...checkPlainLanguage(findings.prose.filter(({ file }) => basename(file) !== 'sources.yaml')),
  ]
  return withoutRepeats(issues).toSorted((a, b) => compare(a.file, b.file) || a.line - b.line)
}

/** The same thing said twice of one line, as of the two tags in `<b>text</b>`, is said once. */
function withoutRepeats(issues: Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [`${issue.file}:${issue.line} ${issue.message}`, issue])).values()]
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const error = ({ file, line }: Named, message: string): Issue => ({ file, line, severity: 'error', message })

/** Ids that differ in case only count as the same: file systems and some LMSs cannot tell them apart. */
const nameOf = ({ kind, id }: Named) => `${kind} ${id.toLowerCase()}`

function duplicates(definitions: Named[]): Issue[] {
  const first = new Map<string, Named>()
  return definitions.flatMap((named) => {
    const before = first.get(nameOf(named))
    if (!before) first.set(nameOf(named), named)
    return before
      ? [error(named, `Id:t ”${named.id}” finns redan i ${before.file}, rad ${before.line}. Välj ett annat.`)]
      : []
  })
}

function dangling(references: Named[], definitions: Named[], pictures: string[]): Issue[] {
  const known = new Set([
    ...definitions.map(({ kind, id }) => `${kind} ${id}`),
    ...pictures.map((id) => `picture ${id}`),
    ...standingPages.map((id) => `page ${id}`),
  ])
  return references
    .filter(({ kind, id }) => !known.has(`${kind} ${id}`))
    .map((named) => error(named, missing[named.kind](named.id)))
}

function untested(definitions: Named[], tested: Set<string>): Issue[] {
  return definitions
    .filter(({ kind, id }) => kind === 'objective' && !tested.has(id))
    .map((named) =>
      error(named, `Ingen fråga prövar målet ${named.id}. Skriv en med mal: ${named.id}, eller ta bort målet.`),
    )
}

/**
 * A page may not be published on a source that nobody has confirmed. Versions below 1.0.0 are drafts and only warn, so that
 * a page can be written, built and read before its last source is confirmed.
 */
function unconfirmed(references: Named[], { sources, version }: ParsedCourse['course']): Issue[] {
  const low = new Set(sources.filter(({ certainty }) => certainty === 'lag').map(({ id }) => id))
  const severity = version.startsWith('0.') ? 'warning' : 'error'
  return references
    .filter(({ kind, id }) => kind === 'source' && low.has(id))
    .map(({ id, file, line }) => ({
      file,
      line,
      severity,
      message: `Källan ”${id}” är inte bekräftad (sakerhet: lag). Bekräfta den i sources.yaml före version 1.0.0, eller byt källa.`,
    }))
}

/** Sources in use whose date of review has passed on `today` (ISO 8601 date), each at its id in sources.yaml. */
export function reviewsDue({ course, findings }: ParsedCourse, today: string): Issue[] {
  const used = new Set(findings.references.filter(({ kind }) => kind === 'source').map(({ id }) => id))
  const due = new Map(course.sources.filter((s) => used.has(s.id) && s.nextReview <= today).map((s) => [s.id, s]))
  return findings.definitions
    .filter(({ kind, id }) => kind === 'source' && due.has(id))
    .map(({ id, file, line }) => ({
      file,
      line,
      severity: 'warning',
      message: `Källan ”${id}” skulle läsas igen senast ${due.get(id)?.nextReview}. Läs den, och skriv nya datum.`,
    }))
}
