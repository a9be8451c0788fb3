import type { Database } from '../storage/sqlite.ts'
import { createClock } from './clock.ts'
import { appendRows, internWith, prepareRow } from './sqlite/append.ts'
import { countAnswers, countFacts, distinctFacts, findFacts } from './sqlite/facts.ts'
import { schema, uuidBytes } from './sqlite/schema.ts'
import { findStatements } from './sqlite/search.ts'
import { createTerms } from './sqlite/terms.ts'
import type { StatementStore } from './store.ts'

/** The statement store on SQLite; makes its tables where they are missing. */
export function createSqliteStore(database: Database): StatementStore {
  database.exec(schema)
  const { read } = database
  const terms = createTerms()
  const newest = read.prepare<{ stored: number }>('SELECT stored FROM statement ORDER BY seq DESC LIMIT 1').get()
  const clock = createClock(newest?.stored ?? 0)
  /** `stored` of what has been given to `append` and is not durable yet. */
  const inFlight = new Set<{ stored: number }>()

  /** Calls `query` with the municipality's number, or answers `nothing` when no statement was ever stored for it. */
  function within<T>(slug: string, nothing: T, query: (names: { municipality: number; terms: typeof terms }) => T): T {
    const municipality = terms.find(read, slug)
    return municipality === undefined ? nothing : query({ municipality, terms })
  }

  return {
    async append(slug, statements) {
      const rows = statements.map(prepareRow)
      const flight = { stored: Math.min(...statements.map(({ stored }) => Date.parse(stored))) }
      inFlight.add(flight)
      try {
        const fresh = await database.write((db) => {
          const fresh = new Map<string, number>()
          const intern = internWith(db, terms, fresh)
          appendRows(db, rows, { municipality: intern(slug), intern })
          return fresh
        })
        terms.settle(fresh)
      } finally {
        inFlight.delete(flight)
      }
    },

    async get(slug, id, { voided = false } = {}) {
      return within(slug, undefined, ({ municipality }) =>
        read
          .prepare<{ json: string }>('SELECT json FROM statement WHERE municipality = ? AND id = ? AND voided = ?')
          .get(municipality, uuidBytes(id), Number(voided)),
      )?.json
    },

    async find(slug, filter) {
      return within(slug, { statements: [] }, (names) => findStatements(read, filter, names))
    },

    now: () => new Date(clock()).toISOString(),

    consistentThrough() {
      const oldest = Math.min(clock(), ...[...inFlight].map(({ stored }) => stored))
      return new Date(oldest - 1).toISOString()
    },

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
