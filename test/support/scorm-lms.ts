import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { build } from 'esbuild'
import express from 'express'

/** A small LMS: one learner, one package, and what it stored. Everything a commit carries is kept before it is answered. */
export interface ScormLms<Cmi> {
  url: string
  /** The data model as last committed, the way the runtime renders it. */
  cmi(): Cmi
  /** What the package did that the standard refuses; must be empty. */
  breaches: string[]
  commits: number
  /** Bytes of the request bodies of all commits. */
  bytes: number
  /** The session time last committed in each launch. */
  sessions: string[]
  stop(): Promise<void>
}

/** What the two standards' hosts differ in. */
export interface HostKind<Cmi> {
  /** The script of the LMS's page. */
  host: string
  /** The data that a new session starts with; undefined when the last one is thrown away. */
  relaunched(cmi: Cmi): object | undefined
  sessionTime(cmi: Cmi): string
}

/**
 * Serves an unpacked package in an LMS page. `api: false` plays an LMS whose frame has no API.
 * The learner's data lives as long as the server: open the page again to come back.
 */
export async function startScormLms<Cmi>(
  packageFolder: string,
  { host, relaunched, sessionTime }: HostKind<Cmi>,
  { api = true }: { api?: boolean } = {},
): Promise<ScormLms<Cmi>> {
  const script = await bundle(host)
  const student = { id: 'åsa-1', name: 'Öberg, Åsa' }
  let stored: Cmi | undefined
  const lms: ScormLms<Cmi> = {
    url: '',
    cmi: () => {
      if (!stored) throw new Error('the package has committed nothing')
      return stored
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
    res.type('html').send(page(api))
  })
  app.get('/host.js', (_req, res) => {
    res.type('js').send(script)
  })
  app.get('/learner', (_req, res) => {
    const cmi = stored && relaunched(stored)
    res.json({ student, cmi: cmi && { cmi } })
    lms.sessions.push('')
  })
  app.post('/commit', (req, res) => {
    const { cmi } = req.body as { cmi: Cmi }
    stored = cmi
    lms.sessions[lms.sessions.length - 1] = sessionTime(cmi)
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

const page = (api: boolean) => `<!doctype html>
<html lang="sv"><meta charset="utf-8"><title>Utbildningsportalen</title>
<style>html,body{height:100%;margin:0}iframe{border:0;width:100%;height:100%}</style>
<body>${api ? '<script type="module" src="/host.js"></script>' : '<iframe title="Kursen" src="/package/index.html"></iframe>'}</body></html>`

async function bundle(host: string): Promise<string> {
  const result = await build({ entryPoints: [host], bundle: true, write: false, format: 'esm', target: 'es2022' })
  return result.outputFiles[0]?.text ?? ''
}
