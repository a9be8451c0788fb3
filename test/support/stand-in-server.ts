import process from 'node:process'
import { loadConfig } from '../../lrs/config.ts'
import { startServer } from '../../lrs/server.ts'
import { standIn } from './ferretdb.ts'

/**
 * `lrs/server.ts` for the tests, on a MongoDB without transactions, which that one refuses: settings from the environment,
 * a line `Ready: <address>`, an end by SIGTERM.
 */
const server = await startServer(loadConfig(process.env), standIn)
console.log(`Ready: ${server.url}`)
process.once('SIGTERM', () => server.close())
