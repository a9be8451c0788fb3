import process from 'node:process'
import { openDatabase } from '../../../lrs/storage/sqlite.ts'
import { longMigrations } from './long-migrations.ts'

/** A process to be killed: opens the folder it is given with the newer schema. */
await openDatabase(process.argv[2] ?? '', { migrations: longMigrations }).close()
