import { LrsError } from '../../errors.ts'
import { isDuplicateKey } from '../../storage/duplicate-key.ts'
import { conflictOver } from '../conflict.ts'
import { linkRows } from './links.ts'
import { statementIdOf } from './row.ts'
import { rowsOf, type Session, type StatementModel, type StatementRow } from './statement-model.ts'

/** Where rows go: all of one municipality. Without a session, on a server without transactions. */
export interface Target {
  model: StatementModel
  municipality: string
  session?: Session
}

/** Of many that store the same ids at once, in every round one gets through. */
const ROUNDS = 100

/**
 * Stores a row by itself, which needs no transaction.
 *
 * @returns false when there is a row with its id: the same statement, another, or one that awaits it
 */
export async function insertAlone(model: StatementModel, row: StatementRow): Promise<boolean> {
  try {
    await rowsOf(model).insertOne(row)
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

/**
 * Stores the rows with all their effects on others.
 *
 * @returns those that were not there
 * @throws LrsError `conflict` when a statement with the same id and another content is there; the caller takes everything back
 */
export async function appendRows(target: Target, rows: StatementRow[]): Promise<StatementRow[]> {
  const awaited = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    const stored = await findStored(target, rows)
    refuseOthers(rows, stored)
    const missing = new Set(rows.filter(({ _id }) => stored.get(_id)?.position === undefined))
    for (const { _id } of missing) if (stored.has(_id)) awaited.add(_id)
    if (missing.size > 0 && !(await insertAll(target, [...missing], stored))) continue
    const added = rows.filter((row) => missing.has(row) || stored.get(row._id)?.position === row.position)
    await linkRows(target, added, awaited)
    return added
  }
  throw new LrsError('unavailable', 'Too many are storing the same statements at once. Try again.')
}

type Stored = Map<string, Pick<StatementRow, '_id' | 'fingerprint' | 'position'>>

async function findStored({ model, municipality, session }: Target, rows: StatementRow[]): Promise<Stored> {
  const ids = rows.map(({ _id }) => _id)
  const found = await model
    .find({ municipality, _id: { $in: ids } }, { fingerprint: 1, position: 1 })
    .session(session ?? null)
    .lean()
  return new Map(found.map((row) => [row._id, row]))
}

function refuseOthers(rows: StatementRow[], stored: Stored): void {
  rows.forEach((row, index) => {
    const other = stored.get(row._id)
    if (other?.position === undefined || other.fingerprint === row.fingerprint) return
    throw conflictOver(statementIdOf(row), { index, count: rows.length })
  })
}

/** @returns false when some were not stored, because rows with their ids have come */
async function insertAll({ model, session }: Target, rows: StatementRow[], awaiting: Stored): Promise<boolean> {
  const operations = rows.map((row) => {
    if (!awaiting.has(row._id)) return { insertOne: { document: row } }
    const { _id, municipality } = row
    return { replaceOne: { filter: { _id, municipality, position: { $exists: false } }, replacement: row } }
  })
  try {
    const done = await rowsOf(model).bulkWrite(operations, { ordered: false, ...(session && { session }) })
    return done.insertedCount + done.matchedCount === rows.length
  } catch (error) {
    if (session || !isDuplicateKey(error)) throw error
    return false
  }
}
