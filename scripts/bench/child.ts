import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'

/** A server of ours in a process of its own, known by the address that its ready line names. */
export interface Child {
  url: string
  stop(): Promise<void>
}

/** Starts a TypeScript file and waits for the first line that names an http address; what it says before is kept for the error. */
export async function startChild(file: string, env: Record<string, string>): Promise<Child> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await readyUrl(child)
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

async function readyUrl(child: ChildProcess): Promise<string> {
  const said: string[] = []
  if (!child.stdout) throw new Error('the child has no standard output')
  for await (const line of createInterface(child.stdout)) {
    said.push(line)
    const url = /https?:\/\/[\w.:[\]]+\d/.exec(line)?.[0]
    if (url) {
      child.stdout.resume()
      return url
    }
  }
  throw new Error(`the server ended before it was ready:\n${said.join('\n')}`)
}
