import { createHash } from 'node:crypto'
import type { Writer } from '../../storage/sqlite.ts'
import { conflictOver } from '../conflict.ts'
import type { PreparedStatement, StatementFacts, StatementKey } from '../store.ts'
import { statementText } from '../text.ts'
import { linkStatement } from './links.ts'
import { blockOf, blockSize, isIndexed, type KeyNumbers, kinds, uuidBytes } from './schema.ts'

/** A statement as its row, but for the numbers of its terms, which need the database. */
export interface StatementRow {
  statement: PreparedStatement
  id: Uint8Array
  target: Uint8Array | null
  fingerprint: Uint8Array
  text: string
}

/** Pure, so that it can be done before the transaction and holds nobody up. */
export function prepareRow(statement: PreparedStatement): StatementRow {
  const target = statement.references ?? statement.voids
  return {
    statement,
    id: uuidBytes(statement.id),
    target: target === undefined ? null : uuidBytes(target),
    fingerprint: createHash('sha256').update(statement.comparable).digest(),
    text: statementText(JSON.parse(statement.json)),
  }
}

const columns = [
  'municipality, id, stored, timestamp, voiding, target, fingerprint, keys, text, json',
  'verb, actor, object, object_type, module, question, revision, try',
  'success, completion, scaled, seconds, response, law_date',
].join(', ')

const insertStatement = `
  INSERT INTO statement (${columns}) VALUES (${columns.replace(/\w+/g, '?')})
  ON CONFLICT (municipality, id) DO NOTHING`

const insertKey = 'INSERT INTO statement_key (block, municipality, kind, key, seq) VALUES (?, ?, ?, ?, ?)'

/**
 * Stores the rows in their order inside the caller's transaction.
 *
 * @returns the ids of those that were not there
 * @throws LrsError `conflict` when a statement with the same id and another content is there; the caller takes everything back
 */
export function appendRows(
  db: Writer,
  rows: StatementRow[],
  names: { municipality: number; intern: Intern },
): string[] {
  const { municipality, intern } = names
  const added: string[] = []
  const insert = db.prepare(insertStatement)
  const insertOneKey = db.prepare(insertKey)
  rows.forEach((row, index) => {
    const keys = keyNumbers(row.statement, intern)
    const result = insert.run(...statementValues(row, keys, names))
    if (result.changes === 0) {
      if (isStored(db, row, municipality)) return
      throw conflictOver(row.statement.id, { index, count: rows.length })
    }
    added.push(row.statement.id)
    const seq = result.lastInsertRowid
    const block = blockOf(seq)
    if (seq % blockSize === 0) countKeys(db, block - 1)
    const indexed = keys.filter(isIndexed)
    for (const [kind, key] of indexed) insertOneKey.run(block, municipality, kind, key, seq)
    linkStatement(db, { ...row, municipality, seq, keys: indexed, voiding: row.statement.voids !== undefined })
  })
  return added
}

type Intern = (text: string) => number

/** In the order of `columns`. */
function statementValues(row: StatementRow, keys: KeyNumbers[], names: { municipality: number; intern: Intern }) {
  const { statement } = row
  return [
    names.municipality,
    row.id,
    Date.parse(statement.stored),
    Date.parse(statement.timestamp),
    Number(statement.voids !== undefined),
    row.target,
    row.fingerprint,
    JSON.stringify(keys),
    row.text,
    statement.json,
    ...factValues(statement.facts, names.intern),
  ]
}

function factValues(facts: StatementFacts, intern: Intern) {
  const term = (text: string | undefined) => (text === undefined ? null : intern(text))
  const flag = (value: boolean | undefined) => (value === undefined ? null : Number(value))
  return [
    intern(facts.verb),
    intern(facts.actor),
    intern(facts.object),
    term(facts.objectType),
    term(facts.module),
    term(facts.question),
    facts.revision ?? null,
    facts.try ?? null,
    flag(facts.success),
    flag(facts.completion),
    facts.scaled ?? null,
    facts.seconds ?? null,
    facts.response?.toWellFormed() ?? null,
    facts.lawDate?.toWellFormed() ?? null,
  ]
}

/** A key is also a related one: a search for those looks at one kind, not at two. */
const kindsOf: Record<StatementKey['kind'], readonly number[]> = {
  agent: [kinds.agent, kinds['agent-related']],
  'agent-related': [kinds['agent-related']],
  verb: [kinds.verb],
  activity: [kinds.activity, kinds['activity-related']],
  'activity-related': [kinds['activity-related']],
  registration: [kinds.registration],
  authority: [kinds.authority],
}

/** Each once, in the order in which they lie in the index. */
function keyNumbers(statement: PreparedStatement, intern: Intern): KeyNumbers[] {
  const keys = statement.keys.flatMap(({ kind, key }) => {
    const number = intern(key)
    return kindsOf[kind].map((kind): KeyNumbers => [kind, number])
  })
  keys.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return keys.filter(([kind, key], index) => kind !== keys[index - 1]?.[0] || key !== keys[index - 1]?.[1])
}

/** Whether what is stored under the row's id is the same statement. */
function isStored(db: Writer, row: StatementRow, municipality: number): boolean {
  const stored = db
    .prepare<{ fingerprint: Uint8Array }>('SELECT fingerprint FROM statement WHERE municipality = ? AND id = ?')
    .get(municipality, row.id)
  return stored !== undefined && Buffer.compare(stored.fingerprint, row.fingerprint) === 0
}

/** Adds a full block to the counts that tell which of several filters is the rarer. */
function countKeys(db: Writer, block: number): void {
  db.prepare(`
    INSERT INTO key_count (municipality, kind, key, count)
    SELECT municipality, kind, key, count(*) FROM statement_key WHERE block = ? GROUP BY municipality, kind, key
    ON CONFLICT DO UPDATE SET count = count + excluded.count`).run(block)
}
