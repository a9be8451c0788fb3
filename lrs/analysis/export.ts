import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FactFilter, StatementStore } from '../statements/store.ts'
import { csvOf } from './csv.ts'
import type { Directory } from './directory.ts'
import { analysedEvent } from './event.ts'

const PAGE_LENGTH = 100

/** The whole selection as CSV text, newest first, read from the store a page at a time as it is asked for. */
export function exportSelection(
  statements: StatementStore,
  selection: { municipality: string; filter: FactFilter; directory: Directory },
): AsyncGenerator<string> {
  return csvOf(pages(statements, selection))
}

async function* pages(
  statements: StatementStore,
  { municipality, filter, directory }: { municipality: string; filter: FactFilter; directory: Directory },
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
