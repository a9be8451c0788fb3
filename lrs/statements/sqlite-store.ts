import type { Database } from '../storage/sqlite.ts'
import { refuseTooLarge } from './size.ts'
import { appendRows, prepareRow } from './sqlite/append.ts'
import { createFactReader } from './sqlite/fact-reader.ts'
import { uuidBytes } from './sqlite/schema.ts'
import { findStatements } from './sqlite/search.ts'
import { createTerms, type Names, type Terms } from './sqlite/terms.ts'
import type { StatementStore } from './store.ts'
import { createTimeline } from './timeline.ts'

/**
 * The statement store on SQLite.
 *
 * @param facts the analyst's reads, where another thread does them
 */
export function createSqliteStore(database: Database, facts = createFactReader(database.read)): StatementStore {
  const { read } = database
  const terms = createTerms()
  const newest = read.prepare<{ stored: number }>('SELECT stored FROM statement ORDER BY seq DESC LIMIT 1').get()
  const timeline = createTimeline(newest?.stored ?? 0)
  const append = appendTo(database, terms)

  /** Asks `query` for a municipality, or answers `nothing` when no statement was ever stored for it. */
  function within<T>(slug: string, nothing: T, query: (names: Names) => T): T {
    const municipality = terms.find(read, slug)
    return municipality === undefined ? nothing : query({ municipality, terms })
  }

  return {
    now: timeline.now,
    consistentThrough: timeline.consistentThrough,
    async append(slug, statements) {
      const done = timeline.begin(statements)
      return append(slug, statements).finally(done)
    },
    async get(slug, id, { voided = false } = {}) {
      const byId = 'SELECT json FROM statement WHERE municipality = ? AND id = ? AND voided = ?'
      return within(slug, undefined, ({ municipality }) =>
        read.prepare<{ json: string }>(byId).get(municipality, uuidBytes(id), Number(voided)),
      )?.json
    },
    async find(slug, filter) {
      return within(slug, { statements: [] }, (names) => findStatements(read, filter, names))
    },
    ...facts,
  }
}

/** A batch is one transaction; what it names for the first time is remembered only when that is durable. */
function appendTo(database: Database, terms: Terms): StatementStore['append'] {
  return async (slug, statements) => {
    const rows = statements.map(prepareRow)
    refuseTooLarge(rows.map(({ statement, text }) => ({ json: statement.json, text })))
    const { added, fresh } = await database.write((db) => {
      const fresh = new Map<string, number>()
      const intern = (text: string) => terms.intern(db, text, fresh)
      return { added: appendRows(db, rows, { municipality: intern(slug), intern }), fresh }
    })
    terms.settle(fresh)
    return added
  }
}
