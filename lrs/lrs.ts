import type { Connection } from 'mongoose'
import type { Config } from './config.ts'
import type { Metrics } from './metrics.ts'
import type { StatementStore } from './statements/store.ts'
import type { Storage } from './storage/connection.ts'

/** What every feature of the server is built from; each exports a function of it that returns a router. */
export interface Lrs {
  config: Config
  connection: Connection
  statements: StatementStore
  metrics: Metrics
  /** How the storage behind both is. */
  storage: Pick<Storage, 'check' | 'measures' | 'reads'>
}
