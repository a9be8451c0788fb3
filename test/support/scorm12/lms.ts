import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { build } from 'esbuild'
import express from 'express'

/** A small LMS: one learner, one package, and what it stored. Everything a commit carries is kept before it is answered. */
export interface Lms {
  url: string
  /** The data model as last committed, the way the runtime renders it: `cmi.core.lesson_status` and so on. */
  cmi(): Cmi
  /** What the package did that SCORM 1.2 refuses; must be empty. */
  breaches: string[]
  commits: number
  /** Bytes of the request bodies of all commits. */
  bytes: number
  /** The session time last committed in each launch. */
  sessions: string[]
  stop(): Promise<void>
}

export interface Cmi {
  suspend_data: string
  core: Record<string, string> & { score: Record<'raw' | 'min' | 'max', string> }
  objectives: Record<string, { id: string; status: string; score: Record<'raw' | 'min' | 'max', string> }>
  interactions: Record<string, Interaction>
}

export interface Interaction {
  id: string
  type: string
  time: string
  latency: string
  student_response: string
  result: string
  objectives: Record<string, { id: string }>
  correct_responses: Record<string, { pattern: string }>
}

/**
 * Serves an unpacked SCORM 1.2 package in an LMS page. `api: false` plays an LMS whose frame has no API.
 * The learner's data lives as long as the server: open the page again to come back.
 */
export async function startLms(packageFolder: string, options: { api?: boolean } = {}): Promise<Lms> {
  const host = await bundleHost()
  const student = { id: 'åsa-1', name: 'Öberg, Åsa' }
  let stored: { cmi: Cmi } | undefined
  const lms: Lms = {
    url: '',
    cmi: () => {
      if (!stored) throw new Error('the package has committed nothing')
      return stored.cmi
    },
    breaches: [],
    commits: 0,
    bytes: 0,
    sessions: [],
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const app = express()
  app.use(express.json({ limit: '1mb', strict: false, type: ['json', 'text/plain'] }))
  app.get('/', (_req, res) => {
    res.type('html').send(page(options.api ?? true))
  })
  app.get('/host.js', (_req, res) => {
    res.type('js').send(host)
  })
  app.get('/learner', (_req, res) => {
    res.json({ student, cmi: stored && relaunched(stored.cmi) })
    lms.sessions.push('')
  })
  app.post('/commit', (req, res) => {
    if (!req.body?.cmi) return void res.status(400).json({ result: false, errorCode: 101 })
    stored = req.body
    lms.sessions[lms.sessions.length - 1] = req.body.cmi.core.session_time
    lms.commits += 1
    lms.bytes += Number(req.headers['content-length'] ?? 0)
    res.json({ result: true, errorCode: 0 })
  })
  app.post('/breach', (req, res) => {
    lms.breaches.push(req.body)
    res.end()
  })
  app.use('/package', express.static(packageFolder))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  lms.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  return lms
}

/** The data a new session starts with (RTE 3.4.4): entry tells whether the last one was suspended, the clock starts again. */
function relaunched(cmi: Cmi) {
  const { exit, session_time, ...core } = cmi.core
  return { ...cmi, core: { ...core, entry: exit === 'suspend' ? 'resume' : '' } }
}

const page = (api: boolean) => `<!doctype html>
<html lang="sv"><meta charset="utf-8"><title>Utbildningsportalen</title>
<style>html,body{height:100%;margin:0}iframe{border:0;width:100%;height:100%}</style>
<body>${api ? '<script type="module" src="/host.js"></script>' : '<iframe title="Kursen" src="/package/index.html"></iframe>'}</body></html>`

async function bundleHost(): Promise<string> {
  const result = await build({
    entryPoints: [join(import.meta.dirname, 'host.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
  })
  return result.outputFiles[0]?.text ?? ''
}
