import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createApp } from '../../lrs/app.ts'
import { type Line, startLine } from './line.ts'
import type { SentStatement } from './projection.ts'
import { startTestServer, type TestServer } from './server.ts'

/** A portal with our LRS: the unpacked package at `/package/`, the LRS at `/xapi/`, both behind a line that records. */
export interface PackageHost {
  url: string
  line: Line
  lrs: TestServer
  /** For what a launch needs beside the package. */
  app: express.Express
  /** Everything stored, oldest first. */
  statements(): Promise<SentStatement[]>
  stop(): Promise<void>
}

export async function startPackageHost(packageFolder: string): Promise<PackageHost> {
  const lrs = await startTestServer()
  const portal = express()
  const app = express()
  portal.use('/package', express.static(packageFolder))
  portal.use('/portal', app)
  portal.use(createApp(lrs.lrs))
  const server = createServer(portal).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const line = await startLine({ port: (server.address() as AddressInfo).port })
  return {
    url: line.url,
    line,
    lrs,
    app,
    async statements() {
      const res = await fetch(`${lrs.xapi}/statements?limit=500&ascending=true`, { headers: lrs.headers })
      return ((await res.json()) as { statements: SentStatement[] }).statements
    },
    async stop() {
      await line.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await lrs.stop()
    },
  }
}

const actor = { account: { homePage: 'https://lms.example', name: 'k7f2' } }
const registration = '8b3a2f5e-4f0c-4f0e-9d1c-2a8f6f5a7c10'

/** What a launch of any kind says of the learner: the same at every launch of a host. */
export const learner = { actor, registration }

/** The address that a portal opens a tincan.xml package with. */
export function tincanAddress({ url, lrs }: PackageHost, activityId: string): string {
  const parameters = {
    endpoint: `${url}/xapi/`,
    auth: lrs.headers.Authorization ?? '',
    actor: JSON.stringify(actor),
    registration,
    activity_id: activityId,
  }
  return `${url}/package/index.html?${new URLSearchParams(parameters)}`
}
