import mongoose from 'mongoose'

/** Whether something was not stored because there is another with its unique key already. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongoose.mongo.MongoError && error.code === 11000
}
