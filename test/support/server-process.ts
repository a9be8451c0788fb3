import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { basic } from './server.ts'

/** The server as a process of its own, as `npm run lrs` starts it, with one credential that may do everything. */
export interface ServerProcess {
  /** `http://127.0.0.1:43111` */
  url: string
  pid: number
  /** What it has said on standard error so far. */
  said(): string
  /** Sends the signal and resolves with the exit code, null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const key = 'process-key'
const secret = 'process-secret-of-many-characters'

/** For `fetch`: what a request to the xAPI of such a server carries. */
export const headers = {
  ...basic(key, secret),
  'X-Experience-API-Version': '2.0.0',
  'Content-Type': 'application/json',
}

export interface ProcessOptions {
  env?: Record<string, string>
  /** A program and its arguments that run the server: `['strace', '-o', 'trace']`. */
  under?: string[]
  /** Another file than lrs/server.ts that starts a server and says `Ready: <url>`. */
  script?: string
  /** Arguments of Node: `['--import', file]`. */
  node?: string[]
}

/** The server ended before it was ready. */
export class NotStarted extends Error {
  readonly code: number | null
  readonly said: string

  constructor(code: number | null, said: string) {
    super(`the server ended before it was ready: ${said}`)
    this.code = code
    this.said = said
  }
}

/** @throws NotStarted with what it said */
export async function startServerProcess(folder: string, options: ProcessOptions = {}): Promise<ServerProcess> {
  const server = options.script ?? join(import.meta.dirname, '../../lrs/server.ts')
  const [command = '', ...args] = [...(options.under ?? []), process.execPath, ...(options.node ?? []), server]
  const child = spawn(command, args, {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: `embedded:${folder}`,
      XAPI_KEY: key,
      XAPI_SECRET: secret,
      LOG_LEVEL: 'error',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const closed = once(child, 'close')
  for await (const line of createInterface(child.stdout)) {
    const url = /^Ready: (\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    child.stdout.resume()
    return {
      url,
      pid: child.pid ?? 0,
      said: () => said,
      async end(signal) {
        child.kill(signal)
        return (await closed)[0]
      },
    }
  }
  throw new NotStarted((await closed)[0], said)
}
