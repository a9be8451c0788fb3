import type { Database, Writer } from '../sqlite.ts'
import type { Layout } from './filter.ts'

export interface Index {
  /** MongoDB's name: `municipality_1_key_1`. */
  name: string
  keys: [path: string, direction: 1 | -1][]
  unique: boolean
  /** Holds only documents that have one of the fields. */
  sparse: boolean
}

export interface Catalog {
  layout(collection: string): Layout
  indexes(collection: string): readonly Index[]
  /** Notes the paths at which a document about to be written holds arrays: filters on other paths need not look for any. */
  noteArrays(db: Writer, collection: string, paths: Iterable<string>): void
  noteIndex(db: Writer, collection: string, index: Index): void
}

interface Entry {
  arrays: Set<string>
  indexes: Index[]
  sparse: Set<string>
}

/** As of version 1; what came later stands in storage/migrations.ts. */
export const schema = `
  CREATE TABLE IF NOT EXISTS collection_array (collection TEXT, path TEXT, PRIMARY KEY (collection, path)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS collection_index (collection TEXT, name TEXT, definition TEXT, PRIMARY KEY (collection, name)) WITHOUT ROWID;
`

/** What is known of every collection's rows and indexes, kept in the file and in memory. */
export function openCatalog(database: Database): Catalog {
  let entries = new Map<string, Entry>()
  let version: number | undefined

  /** Read again when another process has written; what a rolled back write of our own left in memory does no harm. */
  function entry(collection: string): Entry {
    const now = database.read.prepare<{ data_version: number }>('PRAGMA data_version').get()?.data_version
    if (now !== version) {
      version = now
      entries = readEntries(database)
    }
    return entryOf(entries, collection)
  }

  return {
    layout: entry,
    indexes: (collection) => entry(collection).indexes,
    noteArrays(db, collection, paths) {
      const { arrays } = entry(collection)
      for (const path of paths) {
        db.prepare('INSERT OR IGNORE INTO collection_array VALUES (?, ?)').run(collection, path)
        arrays.add(path)
      }
    },
    noteIndex(db, collection, index) {
      db.prepare('INSERT INTO collection_index VALUES (?, ?, ?)').run(collection, index.name, JSON.stringify(index))
      addIndex(entry(collection), index)
    },
  }
}

function readEntries(database: Database): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  const arrays = database.read.prepare<{ collection: string; path: string }>('SELECT * FROM collection_array')
  for (const { collection, path } of arrays.all()) entryOf(entries, collection).arrays.add(path)
  const indexes = database.read.prepare<{ collection: string; definition: string }>('SELECT * FROM collection_index')
  for (const { collection, definition } of indexes.all()) addIndex(entryOf(entries, collection), JSON.parse(definition))
  return entries
}

function entryOf(entries: Map<string, Entry>, collection: string): Entry {
  const found = entries.get(collection) ?? { arrays: new Set(), indexes: [], sparse: new Set() }
  entries.set(collection, found)
  return found
}

function addIndex(entry: Entry, index: Index): void {
  entry.indexes.push(index)
  if (index.sparse) for (const [path] of index.keys) entry.sparse.add(path)
}
