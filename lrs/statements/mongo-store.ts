import type { Connection } from 'mongoose'
import { tellingUnavailable } from '../storage/mongodb/failures.ts'
import { appendRows, insertAlone } from './mongo/append.ts'
import { countAnswers, countFacts, distinctFacts, findFacts } from './mongo/facts.ts'
import { createPositions, storedOf } from './mongo/position.ts'
import { prepareRow, rowId, statementIdOf } from './mongo/row.ts'
import { findStatements } from './mongo/search.ts'
import { type StatementModel, type StatementRow, statementModel } from './mongo/statement-model.ts'
import { BEHIND, inTransaction } from './mongo/transaction.ts'
import { refuseTooLarge } from './size.ts'
import type { StatementStore } from './store.ts'
import { createTimeline } from './timeline.ts'

/**
 * The statement store on MongoDB, which several servers may share; makes its collection and indexes where they are missing.
 *
 * @param transactions false on the servers of some tests: then a batch that meets a conflict takes back what it wrote, and
 * nothing is said of a crash in the middle
 */
export async function openMongoStore(
  connection: Connection,
  { transactions }: { transactions: boolean },
): Promise<StatementStore> {
  const model = statementModel(connection)
  await model.init()
  const newest = await model.findOne({}, { position: 1 }).sort({ position: -1 }).lean()
  // One later than that, because the order within a millisecond is each server's own.
  const timeline = createTimeline(newest?.position ? Date.parse(storedOf(newest.position)) + 1 : 0)
  const nextPosition = createPositions()
  const store = transactions ? storeInTransaction(connection, model) : storeWithoutTransaction(model)

  return tellingUnavailable<StatementStore>({
    now: timeline.now,
    consistentThrough() {
      const others = Date.now() - BEHIND
      return new Date(Math.min(Date.parse(timeline.consistentThrough()), others)).toISOString()
    },
    async append(municipality, statements) {
      const rows = statements.map((one) => prepareRow(municipality, nextPosition(one.stored), one))
      refuseTooLarge(rows)
      const done = timeline.begin(statements)
      const added = await storeRows(model, rows, store).finally(done)
      return added.map(statementIdOf)
    },
    async get(municipality, id, { voided = false } = {}) {
      const row = await model.findOne({ _id: rowId(municipality, id), municipality, voided }, { json: 1 }).lean()
      return row?.json
    },
    async find(municipality, filter) {
      return findStatements(model, municipality, filter)
    },
    async facts(municipality, filter, page) {
      return findFacts(model, { municipality, filter }, page)
    },
    async countFacts(municipality, filter) {
      return countFacts(model, { municipality, filter })
    },
    async countAnswers(municipality, filter) {
      return countAnswers(model, { municipality, filter })
    },
    async distinctFacts(municipality, field) {
      return distinctFacts(model, municipality, field)
    },
  })
}

/** Stores rows of one municipality, all or nothing, and returns those that were not there. */
type StoreRows = (rows: [StatementRow, ...StatementRow[]]) => Promise<StatementRow[]>

/** Most come alone and refer to nothing: then the row itself is all there is to write. */
async function storeRows(model: StatementModel, [row, ...others]: StatementRow[], store: StoreRows) {
  if (!row) return []
  const isAlone = others.length === 0 && row.target === undefined
  return isAlone && (await insertAlone(model, row)) ? [row] : store([row, ...others])
}

function storeInTransaction(connection: Connection, model: StatementModel): StoreRows {
  return ([row, ...others]) =>
    inTransaction(connection, Date.parse(storedOf(row.position)), (session) =>
      appendRows({ model, municipality: row.municipality, session }, [row, ...others]),
    )
}

function storeWithoutTransaction(model: StatementModel): StoreRows {
  return async ([row, ...others]) => {
    const { municipality } = row
    const rows = [row, ...others]
    try {
      return await appendRows({ model, municipality }, rows)
    } catch (error) {
      const positions = rows.map(({ position }) => position)
      const ids = rows.map(({ _id }) => _id)
      await model.deleteMany({ municipality, _id: { $in: ids }, position: { $in: positions } })
      throw error
    }
  }
}
