import mongoose from 'mongoose'
import { LrsError } from '../../errors.ts'

export interface MongoOptions {
  /**
   * For tests only, whose servers are no replica set: whether the server has transactions all the same. Without them a
   * batch is not all or nothing when the server is killed in the middle.
   */
  transactions?: boolean
}

export interface MongoConnection {
  connection: mongoose.Connection
  transactions: boolean
}

/** What was answered survives the loss of a machine, and what is read was written so (milliseconds). */
const clientOptions = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  connectTimeoutMS: 5000,
  serverSelectionTimeoutMS: 5000,
  waitQueueTimeoutMS: 5000,
  socketTimeoutMS: 15_000,
} as const satisfies mongoose.ConnectOptions

/** How far this machine's clock and the database's may be apart, in milliseconds; see `LIFETIME` in statements/mongo/transaction.ts. */
export const CLOCK_TOLERANCE = 500

/**
 * Opens the MongoDB that `databaseUrl` names.
 *
 * @throws LrsError `invalid` for an address without a database, `unavailable` when it does not answer, is a single server
 * without transactions, or has another time than this machine
 */
export async function connectMongo(databaseUrl: string, options: MongoOptions = {}): Promise<MongoConnection> {
  if (!/^mongodb(\+srv)?:\/\/[^/?]+\/[^/?]+/.test(databaseUrl)) {
    throw new LrsError('invalid', 'DATABASE_URL must name the database, such as mongodb://db.example.org/foretagslots.')
  }
  const connection = new mongoose.Mongoose().createConnection()
  try {
    await connection.openUri(databaseUrl, clientOptions)
    const sentAt = Date.now()
    const server = await connection.db?.admin().command({ hello: 1 })
    checkClock(server?.localTime, sentAt)
    const transactions = options.transactions ?? hasTransactions(server)
    if (options.transactions === undefined && !transactions) throw new LrsError('unavailable', standalone)
    return { connection, transactions }
  } catch (error) {
    await connection.close()
    throw error instanceof LrsError ? error : explained(error as Error)
  }
}

const standalone = `The MongoDB of DATABASE_URL is a single server, which has no transactions. Make it a replica set of one: \
start mongod with --replSet rs0 (in mongod.conf: replication: { replSetName: rs0 }), run rs.initiate() once in mongosh, and \
start this server again.`

/** A member of a replica set names it; a router of a sharded cluster says that it is one. */
function hasTransactions(server: mongoose.mongo.BSON.Document | undefined): boolean {
  return typeof server?.setName === 'string' || server?.msg === 'isdbgrid'
}

function checkClock(theirs: unknown, sentAt: number): void {
  if (!(theirs instanceof Date)) return
  const apart = Math.max(sentAt - theirs.getTime(), theirs.getTime() - Date.now())
  if (apart <= CLOCK_TOLERANCE) return
  throw new LrsError(
    'unavailable',
    `The clocks of this machine and of MongoDB are ${(apart / 1000).toFixed(1)} s apart; up to 0.5 s is allowed, because the \
order of statements rests on them. Let both follow a time server (NTP).`,
  )
}

/** The address itself is never repeated: it may hold a password. */
function explained(cause: Error): LrsError {
  if (['MongoParseError', 'MongoInvalidArgumentError', 'MongoRuntimeError'].includes(cause.name)) {
    return new LrsError('invalid', `DATABASE_URL is no address of MongoDB: ${cause.message}.`, { cause })
  }
  return new LrsError('unavailable', `The MongoDB of DATABASE_URL cannot be opened: ${cause.message}.`, { cause })
}
