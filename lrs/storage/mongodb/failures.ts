import mongoose from 'mongoose'
import { LrsError } from '../../errors.ts'

const {
  MongoClientClosedError,
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} = mongoose.mongo

const lost = [
  MongoClientClosedError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
]

/** What MongoDB's driver calls errors after which another attempt may succeed. */
const passing = ['RetryableWriteError', 'TransientTransactionError', 'UnknownTransactionCommitResult']

/** Time is up, the pool is empty, the server is stopping or no longer the primary, its disk is full. */
const passingCodes = new Set<unknown>([50, 91, 189, 10107, 11600, 11602, 13388, 13435, 13436, 14031])

/** What a socket says before the driver knows that it is lost. */
const socketCodes = new Set<unknown>(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT'])

/** The error as `unavailable` when it is MongoDB that cannot answer now, otherwise itself. */
export function asUnavailable(error: unknown): unknown {
  return isPassing(error) ? new LrsError('unavailable', 'The database cannot answer now.', { cause: error }) : error
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof MongoError)) return error instanceof Error && 'code' in error && socketCodes.has(error.code)
  return (
    lost.some((kind) => error instanceof kind) ||
    error.name === 'MongoWaitQueueTimeoutError' ||
    passing.some((label) => error.hasErrorLabel(label)) ||
    passingCodes.has(error.code)
  )
}

/** The same object; what its methods, and those of the cursors they give, are rejected with goes through {@link asUnavailable}. */
export function tellingUnavailable<T extends object>(target: T): T {
  return new Proxy(target, {
    get(_, key) {
      const value = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...args: unknown[]) => told(value.apply(target, args))
    },
  })
}

function told(answer: unknown): unknown {
  if (answer instanceof mongoose.mongo.AbstractCursor) return tellingUnavailable(answer)
  if (!(answer instanceof Promise)) return answer
  return answer.catch((error: unknown) => {
    throw asUnavailable(error)
  })
}
