import process from 'node:process'
import { loadConfig } from '../../../lrs/config.ts'
import { startServer } from '../../../lrs/server.ts'
import { createFactReader } from '../../../lrs/statements/sqlite/fact-reader.ts'
import { embeddedFolder } from '../../../lrs/storage/connection.ts'
import { openReader } from '../../../lrs/storage/reader.ts'

/** The server as it would be without its reading thread: everything is read where everything is written. */
const server = await startServer(loadConfig())
const folder = embeddedFolder(server.lrs.config.databaseUrl) ?? ''
Object.assign(server.lrs.statements, createFactReader(openReader(`${folder}/lrs.sqlite`).read))
server.lrs.storage = { ...server.lrs.storage, reads: undefined }
process.on('SIGTERM', () => void server.close())
console.log(`Ready: ${server.url}`)
