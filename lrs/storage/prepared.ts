import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { bind, countParameters, type SqlValue } from './bind.ts'
import { explained } from './faults.ts'

/** A prepared statement that reads. The row type is the caller's word: SQLite checks nothing. */
export interface Query<Row> {
  get(...values: SqlValue[]): Row | undefined
  all(...values: SqlValue[]): Row[]
}

/** A prepared statement of any kind; `run` works inside `write` only. */
export interface Statement<Row> extends Query<Row> {
  run(...values: SqlValue[]): { changes: number; lastInsertRowid: number }
}

/** Prepared statements kept, the oldest going first: queries come in many shapes, and each holds some kilobytes. */
const MAX_STATEMENTS = 500

/** Prepares each text once and checks what is bound to it. */
export function statementCache(connection: DatabaseSync) {
  const statements = new Map<string, Statement<unknown>>()
  return <Row>(sql: string): Statement<Row> => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = checkedStatement(
        connection,
        explaining(() => connection.prepare(sql)),
        sql,
      )
      if (statements.size === MAX_STATEMENTS) statements.delete(statements.keys().next().value as string)
      statements.set(sql, statement)
    }
    return statement as Statement<Row>
  }
}

function checkedStatement(connection: DatabaseSync, prepared: StatementSync, sql: string): Statement<unknown> {
  const count = countParameters(sql)
  return {
    get(...values) {
      bind(sql, count, values)
      return explaining(() => prepared.get(...values))
    },
    all(...values) {
      bind(sql, count, values)
      return explaining(() => prepared.all(...values))
    },
    run(...values) {
      if (!connection.isTransaction) throw new TypeError(`run() outside write(): ${sql}`)
      bind(sql, count, values)
      const result = explaining(() => prepared.run(...values))
      return { changes: Number(result.changes), lastInsertRowid: Number(result.lastInsertRowid) }
    },
  }
}

function explaining<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw explained(error)
  }
}
