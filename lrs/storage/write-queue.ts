import type { DatabaseSync } from 'node:sqlite'
import { LrsError } from '../errors.ts'
import { faultOf, isBusy } from './faults.ts'

interface Job<Writer> {
  fn: (db: Writer) => unknown
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
  outcome?: { value: unknown } | { error: unknown }
}

/** How long writes wait for another process before they are refused, in milliseconds. */
export const PATIENCE = 5000
const PAUSE = 5

/**
 * Group commit: the functions given in one turn of the event loop run in one transaction with one sync, each under a
 * savepoint of its own. Nobody is answered before COMMIT; when that fails, everybody is refused.
 */
export function createWriteQueue<Writer>(connection: DatabaseSync, writer: Writer) {
  let waiting: Job<Writer>[] = []
  let closed = false

  function write<T>(fn: (db: Writer) => T): Promise<T> {
    if (closed) return Promise.reject(new LrsError('unavailable', 'The database is closed.'))
    return new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush, performance.now() + PATIENCE)
      waiting.push({ fn, resolve: resolve as Job<Writer>['resolve'], reject })
    })
  }

  function flush(deadline: number): void {
    if (waiting.length === 0) return
    try {
      connection.exec('BEGIN IMMEDIATE')
    } catch (error) {
      if (isBusy(error) && performance.now() < deadline) setTimeout(flush, PAUSE, deadline)
      else refuse(take(), error)
      return
    }
    commit(take())
  }

  function take(): Job<Writer>[] {
    const jobs = waiting
    waiting = []
    return jobs
  }

  function commit(jobs: Job<Writer>[]): void {
    try {
      for (const job of jobs) runUnderSavepoint(connection, writer, job)
      connection.exec('COMMIT')
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK')
      refuse(jobs, error)
      return
    }
    for (const job of jobs) {
      if (job.outcome && 'value' in job.outcome) job.resolve(job.outcome.value)
      else job.reject(job.outcome?.error)
    }
  }

  /** Resolves when what waits is written. */
  async function close(): Promise<void> {
    const last = waiting.length > 0 ? write(() => undefined) : undefined
    closed = true
    await last?.catch(() => undefined)
  }

  return { write, waiting: () => waiting.length, close }
}

/**
 * Runs one function and notes how it ended.
 *
 * @throws when the transaction itself is lost (disk full, I/O error): then no function of it counts
 */
function runUnderSavepoint<Writer>(connection: DatabaseSync, writer: Writer, job: Job<Writer>): void {
  connection.exec('SAVEPOINT job')
  try {
    const value = job.fn(writer)
    if (value instanceof Promise) throw new TypeError('a function given to write() must be synchronous')
    job.outcome = { value }
  } catch (error) {
    if (!connection.isTransaction || faultOf(error) !== undefined) throw error
    connection.exec('ROLLBACK TO job')
    job.outcome = { error }
  }
  connection.exec('RELEASE job')
}

function refuse<Writer>(jobs: Job<Writer>[], cause: unknown): void {
  const reason = faultOf(cause)
  const message = `The database could not write${reason ? ` (${reason})` : ''}; nothing of it was stored.`
  const error = new LrsError('unavailable', message, { cause })
  for (const job of jobs) job.reject(error)
}
