import type { Connection } from 'mongoose'
import type { StatementArchive } from '../statements/archive.ts'
import { createMongoArchive } from '../statements/mongo/archive.ts'
import { statementModel } from '../statements/mongo/statement-model.ts'
import { createSqliteArchive } from '../statements/sqlite/archive.ts'
import type { Database } from './sqlite.ts'

/** All that is stored, for taking it to another engine. */
export interface Archive {
  statements: StatementArchive
  /** The names of the collections that are there; statements have their own way. */
  collections(): Promise<string[]>
}

export function embeddedArchive(database: Database): Archive {
  return {
    statements: createSqliteArchive(database),
    async collections() {
      const tables = database.read.prepare<{ name: string }>(`
        SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'collection\\_%' ESCAPE '\\'
          AND name NOT IN ('collection_array', 'collection_index') ORDER BY name`)
      return tables.all().map(({ name }) => name.slice('collection_'.length))
    },
  }
}

export function mongoArchive(connection: Connection): Archive {
  const model = statementModel(connection)
  return {
    statements: createMongoArchive(model),
    async collections() {
      const names = (await connection.listCollections()).map(({ name }) => name)
      return names.filter((name) => name !== model.collection.name && !name.startsWith('system.')).sort()
    },
  }
}
