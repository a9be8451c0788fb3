import type { Reader, Writer } from '../../storage/sqlite.ts'
import { storableKey } from '../text.ts'

/** Numbers that texts have in the table `term`. */
export interface Terms {
  find(db: Reader, text: string): number | undefined
  /** Numbers the text where it has none. Call `settle` with `fresh` when the transaction is durable, never before. */
  intern(db: Writer, text: string, fresh: Map<string, number>): number
  settle(fresh: Map<string, number>): void
}

/** What a query of one municipality needs to turn texts into numbers. */
export interface Names {
  municipality: number
  terms: Terms
}

const CACHED_TERMS = 50_000

/** Terms are never changed or removed, so what was once committed may be remembered. */
export function createTerms(): Terms {
  const known = new Map<string, number>()
  return {
    find: (db, text) => known.get(text) ?? select(db, storableKey(text)),
    intern(db, text, fresh) {
      const cached = known.get(text) ?? fresh.get(text)
      if (cached !== undefined) return cached
      const term = storableKey(text)
      const id = select(db, term) ?? db.prepare('INSERT INTO term (text) VALUES (?)').run(term).lastInsertRowid
      fresh.set(text, id)
      return id
    },
    settle(fresh) {
      if (known.size + fresh.size > CACHED_TERMS) known.clear()
      for (const [text, id] of fresh) known.set(text, id)
    },
  }
}

function select(db: Reader, term: string): number | undefined {
  return db.prepare<{ id: number }>('SELECT id FROM term WHERE text = ?').get(term)?.id
}
