import type { Connection } from 'mongoose'
import { LrsError } from '../../errors.ts'
import { isDuplicateKey } from '../../storage/duplicate-key.ts'
import { CLOCK_TOLERANCE } from '../../storage/mongodb/connect.ts'
import type { Session } from './statement-model.ts'

/** How long after `stored` a transaction may still begin to commit, and how long the commit may take (milliseconds). */
const WORK_TIME = 3000
const COMMIT_TIME = 1000

/**
 * How far Consistent-Through lies behind now when several servers store. None knows what another has under way; but what
 * is not stored after the time for work and commit, by clocks that may be apart, will not be: a transaction that has
 * become older takes itself back.
 */
export const BEHIND = WORK_TIME + COMMIT_TIME + 2 * CLOCK_TOLERANCE

const options = {
  readConcern: { level: 'snapshot' },
  writeConcern: { w: 'majority', journal: true },
  maxCommitTimeMS: COMMIT_TIME,
} as const

/**
 * Runs `work` in a transaction, and again as long as others were in its way.
 *
 * @param stored what its statements carry, in milliseconds since 1970
 * @throws LrsError `unavailable` when that is too long ago
 */
export async function inTransaction<T>(
  connection: Connection,
  stored: number,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await connection.transaction(async (session) => {
        refuseLate(stored)
        const result = await work(session)
        refuseLate(stored)
        return result
      }, options)
    } catch (error) {
      // Somebody stored the same id after this transaction began; the next one sees it.
      if (!isDuplicateKey(error)) throw error
    }
  }
}

function refuseLate(stored: number): void {
  if (Date.now() - stored <= WORK_TIME) return
  throw new LrsError('unavailable', 'The database took too long; nothing of it was stored.')
}
