import { LrsError } from '../../errors.ts'
import type { Reader } from '../../storage/sqlite.ts'
import type { StatementFilter, StatementKey, StatementPage } from '../store.ts'
import { blockOf, blockSize, type KeyNumbers, kinds } from './schema.ts'
import type { Names, Terms } from './terms.ts'

/** One filter by key. */
interface Clause {
  kind: number
  key: number
}

/** A stretch of `seq`, both ends included. */
interface Range {
  from: number
  to: number
}

interface Found {
  seq: number
  json: string
}

interface Search {
  municipality: number
  clauses: Clause[]
  /** A piece of `statement.keys` that must be there. */
  ownKey?: string
  range: Range
  ascending: boolean
  limit: number
}

/**
 * One page of the statements that match (Communication 2.1.3), from the newest or, `ascending`, from the oldest. A page
 * after the first goes on in what was stored when the first was asked for, so that nothing is shown twice or never.
 *
 * @throws LrsError `invalid` when `after` is not a cursor of this municipality
 */
export function findStatements(db: Reader, filter: StatementFilter, names: Names): StatementPage {
  const { municipality } = names
  const clauses = keyClauses(db, filter, names.terms)
  const cursor = filter.after === undefined ? undefined : parseCursor(filter.after, municipality)
  const whole = clauses && storedRange(db, filter, municipality)
  if (!whole) return { statements: [] }

  const ascending = filter.ascending ?? false
  const end = Math.min(whole.to, cursor?.end ?? whole.to)
  const range = {
    from: ascending && cursor ? Math.max(whole.from, cursor.last + 1) : whole.from,
    to: !ascending && cursor ? Math.min(end, cursor.last - 1) : end,
  }
  const authority = filter.authority === undefined ? undefined : names.terms.find(db, filter.authority)
  const ownKey = authority === undefined ? undefined : JSON.stringify([kinds.authority, authority] satisfies KeyNumbers)
  const search = { municipality, clauses, ownKey, range, ascending, limit: filter.limit + 1 }
  const found = clauses.length === 0 ? findAll(db, search) : findByKeys(db, search)
  const statements = found.slice(0, filter.limit).map(({ json }) => json)
  const last = found[filter.limit - 1]
  if (found.length <= filter.limit || !last) return { statements }
  return { statements, next: [municipality, last.seq, end].join('.') }
}

function parseCursor(after: string, municipality: number): { last: number; end: number } {
  const [owner, last, end] = /^\d{1,15}\.\d{1,15}\.\d{1,15}$/.test(after) ? after.split('.').map(Number) : []
  if (owner !== municipality || last === undefined || end === undefined) {
    throw new LrsError('invalid', 'This is not where a page of statements ended. Ask for the first page again.')
  }
  return { last, end }
}

/** The filters as numbers, or undefined when one of them names something that no statement has. */
function keyClauses(db: Reader, filter: StatementFilter, terms: Terms): Clause[] | undefined {
  const wanted: [text: string | undefined, kind: StatementKey['kind']][] = [
    [filter.registration, 'registration'],
    [filter.agent, filter.relatedAgents ? 'agent-related' : 'agent'],
    [filter.activity, filter.relatedActivities ? 'activity-related' : 'activity'],
    [filter.verb, 'verb'],
    [filter.authority, 'agent-related'],
  ]
  const clauses: Clause[] = []
  for (const [text, kind] of wanted) {
    if (text === undefined) continue
    const key = terms.find(db, text)
    if (key === undefined) return undefined
    clauses.push({ kind: kinds[kind], key })
  }
  return clauses
}

/** `since` and `until` as a stretch of `seq`, undefined when nothing is in it. */
function storedRange(db: Reader, filter: StatementFilter, municipality: number): Range | undefined {
  const since = filter.since === undefined ? Number.MIN_SAFE_INTEGER : Date.parse(filter.since)
  const until = filter.until === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(filter.until)
  const first = db
    .prepare<{ seq: number }>(
      'SELECT seq FROM statement WHERE municipality = ? AND stored > ? ORDER BY stored, seq LIMIT 1',
    )
    .get(municipality, since)
  const last = db
    .prepare<{ seq: number }>(
      'SELECT seq FROM statement WHERE municipality = ? AND stored <= ? ORDER BY stored DESC, seq DESC LIMIT 1',
    )
    .get(municipality, until)
  return first && last && first.seq <= last.seq ? { from: first.seq, to: last.seq } : undefined
}

function findAll(db: Reader, { municipality, range, ascending, limit }: Search): Found[] {
  const direction = ascending ? 'ASC' : 'DESC'
  return db
    .prepare<Found>(`
      SELECT seq, json FROM statement INDEXED BY statement_stored
      WHERE municipality = ?1 AND seq BETWEEN ?2 AND ?3 AND voided = 0
        AND stored >= (SELECT stored FROM statement WHERE seq >= ?2 ORDER BY seq LIMIT 1)
        AND stored <= (SELECT stored FROM statement WHERE seq <= ?3 ORDER BY seq DESC LIMIT 1)
      ORDER BY stored ${direction}, seq ${direction} LIMIT ?4`)
    .all(municipality, range.from, range.to, limit)
}

/** Walks the blocks until the page is full, starting in each from the filter that fewest statements match. */
function findByKeys(db: Reader, search: Search): Found[] {
  const { municipality, range, ascending, limit, ownKey } = search
  const clauses = rarestFirst(db, search)
  const query = db.prepare<Found>(blockQuery(clauses, search))
  const values = [...clauses.flatMap(({ kind, key }) => [kind, key]), ...(ownKey === undefined ? [] : [ownKey])]
  const found: Found[] = []
  const last = blockOf(ascending ? range.to : range.from)
  const step = ascending ? 1 : -1
  for (let block = blockOf(ascending ? range.from : range.to); (last - block) * step >= 0; block += step) {
    const from = Math.max(range.from, block * blockSize)
    const to = Math.min(range.to, block * blockSize + blockSize - 1)
    if (from <= to) found.push(...query.all(block, municipality, from, to, limit - found.length, ...values))
    if (found.length >= limit) break
  }
  return found
}

function rarestFirst(db: Reader, { municipality, clauses }: Search): Clause[] {
  if (clauses.length < 2) return clauses
  const count = db.prepare<{ count: number }>(
    'SELECT count FROM key_count WHERE municipality = ? AND kind = ? AND key = ?',
  )
  return clauses
    .map(({ kind, key }) => ({ kind, key, total: count.get(municipality, kind, key)?.count ?? 0 }))
    .sort((a, b) => a.total - b.total)
}

/** Parameters: block, municipality, from, to, limit, then each clause's kind and key, then the own key where there is one. */
function blockQuery(clauses: Clause[], { ascending, ownKey }: Pick<Search, 'ascending' | 'ownKey'>): string {
  const others = clauses.slice(1).map((_, index) => {
    const parameter = 8 + 2 * index
    return `AND EXISTS (
      SELECT 1 FROM statement_key AS other WHERE other.block = ?1 AND other.municipality = ?2
        AND other.kind = ?${parameter} AND other.key = ?${parameter + 1} AND other.seq = candidate.seq)`
  })
  if (ownKey !== undefined) others.push(`AND instr(statement.keys, ?${6 + 2 * clauses.length}) > 0`)
  return `
    SELECT statement.seq, statement.json
    FROM statement_key AS candidate CROSS JOIN statement ON statement.seq = candidate.seq
    WHERE candidate.block = ?1 AND candidate.municipality = ?2 AND candidate.kind = ?6 AND candidate.key = ?7
      AND candidate.seq BETWEEN ?3 AND ?4 AND statement.voided = 0 ${others.join(' ')}
    ORDER BY candidate.seq ${ascending ? 'ASC' : 'DESC'} LIMIT ?5`
}
