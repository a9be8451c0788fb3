import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Lrs } from '../lrs.ts'
import type { FactFilter, StatementStore } from '../statements/store.ts'
import { csvOf } from './csv.ts'
import { analysedEvent } from './event.ts'
import { type Directory, type DirectoryEntries, directoryOf } from './pseudonyms.ts'

const PAGE_LENGTH = 100

interface ExportedSelection {
  municipality: string
  filter: FactFilter
}

type Facts = Pick<StatementStore, 'facts'>

/** The whole selection as CSV text, newest first, read from the store a page at a time as it is asked for. */
export function exportSelection(
  statements: Facts,
  selection: ExportedSelection & { directory: Pick<Directory, 'nameOf'> },
): AsyncGenerator<string> {
  return csvOf(pages(statements, selection))
}

/** The same, made by the storage's reading thread where it has one: a hundred thousand rows keep a processor busy. */
export function exportInBackground(
  { storage, statements }: Pick<Lrs, 'storage' | 'statements'>,
  selection: ExportedSelection & { directory: Directory },
): AsyncIterable<unknown> {
  const { municipality, filter, directory } = selection
  if (storage.reads === undefined) return exportSelection(statements, selection)
  return storage.reads.stream('exportEntries', { municipality, filter, entries: directory.entries })
}

/** What the reading thread makes of it. */
export function exportEntries(
  statements: Facts,
  { entries, ...selection }: ExportedSelection & { entries: DirectoryEntries },
): AsyncGenerator<string> {
  return exportSelection(statements, { ...selection, directory: directoryOf(entries) })
}

async function* pages(
  statements: Facts,
  { municipality, filter, directory }: ExportedSelection & { directory: Pick<Directory, 'nameOf'> },
) {
  let after: string | undefined
  do {
    const { rows, next } = await statements.facts(municipality, filter, { limit: PAGE_LENGTH, after })
    yield rows.map((row) => analysedEvent(row, directory))
    // a socket that takes everything at once would let no other request in between
    await nextTurn()
    after = next
  } while (after !== undefined)
}
