import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import express from 'express'

/** What the LRS is measured beside: Express, express.json and res.json, and nothing else. */
const statements = JSON.parse(process.env.BARE_ANSWER ?? '[]')
const app = express()
app.use(express.json({ limit: '10mb' }))
app.post('/xapi/statements', (req, res) => {
  res.json([req.body].flat().map(() => '00000000-0000-4000-8000-000000000000'))
})
app.get('/xapi/statements', (req, res) => {
  res.json(req.query.statementId ? statements[0] : { statements, more: '' })
})
const server = app.listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
process.on('SIGTERM', () => process.exit(0))
