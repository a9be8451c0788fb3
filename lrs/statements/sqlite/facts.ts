import { LrsError } from '../../errors.ts'
import type { Reader, SqlValue } from '../../storage/sqlite.ts'
import type { AnswerCount, FactFilter, FactPage, FactRow } from '../store.ts'
import { foldText } from '../text.ts'
import type { Names } from './terms.ts'

interface Selection {
  /** SQL after WHERE, all parameters as `?`. */
  where: string
  values: SqlValue[]
}

const factTable = 'statement INDEXED BY statement_fact'

/**
 * One page of the rows for the analyst, newest `timestamp` first.
 *
 * @throws LrsError `invalid` when `after` is not where a page ended
 */
export function findFacts(
  db: Reader,
  query: { filter: FactFilter; limit: number; after?: string },
  names: Names,
): FactPage {
  const selection = select(db, query.filter, names)
  if (!selection) return { rows: [] }
  const after = query.after === undefined ? undefined : parseAfter(query.after, names.municipality)
  const found = db
    .prepare<StoredFacts>(`
      SELECT ${factColumns} FROM ${factTable}
      WHERE ${selection.where} AND (timestamp, seq) < (?, ?)
      ORDER BY timestamp DESC, seq DESC LIMIT ?`)
    .all(...selection.values, ...(after ?? [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]), query.limit + 1)
  const page = found.slice(0, query.limit)
  const rows = page.map(factRow)
  const last = page.at(-1)
  if (found.length <= query.limit || !last) return { rows }
  return { rows, next: [names.municipality, last.timestamp, last.seq].join('.') }
}

export function countFacts(db: Reader, filter: FactFilter, names: Names): number {
  const selection = select(db, filter, names)
  if (!selection) return 0
  const { where, values } = selection
  return (
    db.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${factTable} WHERE ${where}`).get(...values)?.count ??
    0
  )
}

/** Answers are statements that name a question and a response. */
export function countAnswers(db: Reader, filter: FactFilter, names: Names): AnswerCount[] {
  const selection = select(db, filter, names)
  if (!selection) return []
  return db
    .prepare<{ question: string; response: string; first: number; success: number | null; count: number }>(`
      SELECT ${termText('question')}, response, try IS NULL OR try = 1 AS first, success, count(*) AS count
      FROM ${factTable} WHERE ${selection.where} AND question IS NOT NULL AND response IS NOT NULL
      GROUP BY statement.question, response, first, success
      ORDER BY question, first DESC, response, success`)
    .all(...selection.values)
    .map(({ first, success, ...row }) => ({ ...row, firstTry: first === 1, success: flag(success) }))
}

export type DistinctField = 'actor' | 'verb' | 'object' | 'module' | 'question'

/** In the order of their code points. */
export function distinctFacts(db: Reader, municipality: number, field: DistinctField): string[] {
  return db
    .prepare<{ text: string }>(`
      SELECT text FROM term WHERE id IN (
        SELECT ${field} FROM ${factTable} WHERE municipality = ? AND voided = 0
      ) AND text <> '' ORDER BY text`)
    .all(municipality)
    .map(({ text }) => text)
}

/** The filter as SQL, or undefined when it names something that no statement has. */
function select(db: Reader, filter: FactFilter, { municipality, terms }: Names): Selection | undefined {
  const conditions = ['municipality = ?', 'voided = 0']
  const values: SqlValue[] = [municipality]
  const add = (condition: string, value: SqlValue) => {
    conditions.push(condition)
    values.push(value)
  }
  if (filter.since !== undefined) add('timestamp >= ?', Date.parse(filter.since))
  if (filter.until !== undefined) add('timestamp < ?', Date.parse(filter.until))
  const { actor, verb, activity: object, module, question } = filter
  for (const [column, text] of Object.entries({ actor, verb, object, module, question })) {
    if (text === undefined) continue
    const term = terms.find(db, text)
    if (term === undefined) return undefined
    add(`${column} = ?`, term)
  }
  if (filter.text !== undefined && filter.text !== '') add('instr(text, ?) > 0', foldText(filter.text))
  return { where: conditions.join(' AND '), values }
}

function parseAfter(after: string, municipality: number): [timestamp: number, seq: number] {
  const [owner, timestamp, seq] = /^\d{1,15}\.-?\d{1,16}\.\d{1,15}$/.test(after) ? after.split('.').map(Number) : []
  if (owner !== municipality || timestamp === undefined || seq === undefined) {
    throw new LrsError('invalid', 'This is not where a page of facts ended. Ask for the first page again.')
  }
  return [timestamp, seq]
}

interface StoredFacts {
  seq: number
  id: Uint8Array
  timestamp: number
  stored: number
  json: string
  actor: string
  verb: string
  object: string
  objectType: string | null
  module: string | null
  question: string | null
  revision: number | null
  try: number | null
  success: number | null
  completion: number | null
  scaled: number | null
  seconds: number | null
  response: string | null
  lawDate: string | null
}

function termText(column: string, name = column): string {
  return `(SELECT term.text FROM term WHERE term.id = statement.${column}) AS ${name}`
}

const factColumns = [
  'seq, id, timestamp, stored, json',
  ...['actor', 'verb', 'object', 'module', 'question'].map((column) => termText(column)),
  termText('object_type', 'objectType'),
  'revision, try, success, completion, scaled, seconds, response, law_date AS lawDate',
].join(', ')

function factRow(row: StoredFacts): FactRow {
  return {
    id: uuidText(row.id),
    timestamp: new Date(row.timestamp).toISOString(),
    stored: new Date(row.stored).toISOString(),
    json: row.json,
    actor: row.actor,
    verb: row.verb,
    object: row.object,
    objectType: row.objectType ?? undefined,
    module: row.module ?? undefined,
    question: row.question ?? undefined,
    revision: row.revision ?? undefined,
    try: row.try ?? undefined,
    success: flag(row.success),
    completion: flag(row.completion),
    scaled: row.scaled ?? undefined,
    seconds: row.seconds ?? undefined,
    response: row.response ?? undefined,
    lawDate: row.lawDate ?? undefined,
  }
}

function flag(value: number | null): boolean | undefined {
  return value === null ? undefined : value === 1
}

function uuidText(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
