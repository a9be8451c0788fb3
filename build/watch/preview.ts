import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

/** A folder shown on this machine only; every page in it is loaded again on `reload()`. */
export interface Preview {
  url: string
  /** Loads the open pages again. How many there were. */
  reload(): number
  stop(): void
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const events = '/--reload'
const scriptPath = '/--reload.js'
const script = `new EventSource('${events}').onmessage = () => location.reload()\n`

/** @param port 0 lets the operating system choose */
export async function startPreview(folder: string, port: number): Promise<Preview> {
  const open = new Set<ServerResponse>()
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? '/', 'http://localhost').pathname
    if (path === events) listen(res, open)
    else if (path === scriptPath) res.writeHead(200, { 'Content-Type': types['.js'] }).end(script)
    else sendFile(folder, path === '/' ? '/index.html' : path, res)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    reload() {
      for (const res of open) res.write('data: saved\n\n')
      return open.size
    },
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Server-sent events (HTML Living Standard 9.2): one message is one reload. */
function listen(res: ServerResponse, open: Set<ServerResponse>): void {
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' }).write(': listening\n\n')
  open.add(res)
  res.once('close', () => open.delete(res))
}

function sendFile(folder: string, path: string, res: ServerResponse): void {
  try {
    const bytes = readFileSync(join(folder, normalize(decodeURIComponent(path))))
    const type = types[extname(path)] ?? 'application/octet-stream'
    const body = type.startsWith('text/html') ? withReload(bytes.toString()) : bytes
    res.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body)
  } catch {
    res.writeHead(404).end()
  }
}

const withReload = (html: string) => html.replace('</head>', `<script src="${scriptPath}"></script></head>`)
