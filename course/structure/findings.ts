/** A spot in the course's source: the file as it was opened, and the line counted from 1. */
export interface Place {
  file: string
  line: number
}

/** One mistake, said to the author in Swedish. A warning never stops the build. */
export interface Issue extends Place {
  severity: 'error' | 'warning'
  message: string
}

/** The kinds of ids that one part of the course can name in another. Questions and scenario steps share one. */
export type SymbolKind =
  | 'course'
  | 'module'
  | 'page'
  | 'objective'
  | 'question'
  | 'scenario'
  | 'source'
  | 'picture'
  | 'door'

export interface Named extends Place {
  kind: SymbolKind
  id: string
}

/** A text that learners read, where it is written. */
export interface Prose extends Place {
  text: string
}

/**
 * What parsing found beside the course itself: mistakes, and the two halves of every cross-reference. `validate` compares
 * the halves when the whole course has been read, so that a mistake in one file hides none in another.
 */
export class Findings {
  readonly issues: Issue[] = []
  readonly definitions: Named[] = []
  readonly references: Named[] = []
  /** What the course itself says; lines spoken by people in scenarios are not in it. */
  readonly prose: Prose[] = []
  /** A file could not be read as YAML: what it would have named is not missed elsewhere. */
  unread = false
  /** The objectives that quiz questions test, by id. */
  readonly tested = new Set<string>()

  error(place: Place, message: string): void {
    this.issues.push({ file: place.file, line: place.line, severity: 'error', message })
  }

  warning(place: Place, message: string): void {
    this.issues.push({ file: place.file, line: place.line, severity: 'warning', message })
  }

  define(kind: SymbolKind, id: string, place: Place): void {
    if (id !== '') this.definitions.push({ kind, id, file: place.file, line: place.line })
  }

  refer(kind: SymbolKind, id: string, place: Place): void {
    if (id !== '') this.references.push({ kind, id, file: place.file, line: place.line })
  }
}
