import type { ReadWorker } from '../../storage/read-worker.ts'
import type { Reader } from '../../storage/sqlite.ts'
import type { StatementStore } from '../store.ts'
import { countAnswers, countFacts, distinctFacts, findFacts } from './facts.ts'
import { createTerms, type Names } from './terms.ts'

/** The analyst's part of a statement store: reads that may take seconds when much is stored. */
export type FactReader = Pick<StatementStore, 'facts' | 'countFacts' | 'countAnswers' | 'distinctFacts'>

export function createFactReader(read: Reader): FactReader {
  const terms = createTerms()

  /** Asks `query` for a municipality, or answers `nothing` when no statement was ever stored for it. */
  function within<T>(slug: string, nothing: T, query: (names: Names) => T): T {
    const municipality = terms.find(read, slug)
    return municipality === undefined ? nothing : query({ municipality, terms })
  }

  return {
    async facts(slug, filter, page) {
      return within(slug, { rows: [] }, (names) => findFacts(read, { filter, ...page }, names))
    },
    async countFacts(slug, filter) {
      return within(slug, 0, (names) => countFacts(read, filter, names))
    },
    async countAnswers(slug, filter) {
      return within(slug, [], (names) => countAnswers(read, filter, names))
    },
    async distinctFacts(slug, field) {
      return within(slug, [], ({ municipality }) => distinctFacts(read, municipality, field))
    },
  }
}

/** The same, read in another thread, whose tasks a `FactReader` gives. */
export function askFacts(worker: ReadWorker): FactReader {
  const asking =
    <K extends keyof FactReader>(task: K) =>
    (...args: Parameters<FactReader[K]>) =>
      worker.ask(task, ...args) as ReturnType<FactReader[K]>
  return {
    facts: asking('facts'),
    countFacts: asking('countFacts'),
    countAnswers: asking('countAnswers'),
    distinctFacts: asking('distinctFacts'),
  }
}
