/** One statement as its store keeps it; everything else follows from its text. */
export interface ArchivedStatement {
  municipality: string
  json: string
  voided: boolean
}

/** All statements of a store, to be taken to another engine as they are. */
export interface StatementArchive {
  count(): Promise<number>
  /** In the order in which they were stored, some hundreds at a time. */
  read(): AsyncIterable<ArchivedStatement[]>
  /**
   * Stores statements with the `stored` that they have, and their effects on each other. Into a store that was empty, in
   * the order in which they were read, while nobody else writes.
   */
  write(statements: ArchivedStatement[]): Promise<void>
}

/** How many are read at a time. */
export const ARCHIVE_PAGE = 500

/** Consecutive statements of the same municipality together. */
export function byMunicipality(statements: ArchivedStatement[]): { municipality: string; texts: string[] }[] {
  const groups: { municipality: string; texts: string[] }[] = []
  for (const { municipality, json } of statements) {
    const last = groups.at(-1)
    if (last?.municipality === municipality) last.texts.push(json)
    else groups.push({ municipality, texts: [json] })
  }
  return groups
}
