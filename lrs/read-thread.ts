import { workerData } from 'node:worker_threads'
import { exportEntries } from './analysis/export.ts'
import { createFactReader } from './statements/sqlite/fact-reader.ts'
import { serveReads } from './storage/read-tasks.ts'
import { openReader } from './storage/reader.ts'

const facts = createFactReader(openReader(workerData.path).read)

/** Runs as a worker thread of the server: the reads that may take long. */
serveReads({
  ...facts,
  exportEntries: (selection: Parameters<typeof exportEntries>[1]) => exportEntries(facts, selection),
})
