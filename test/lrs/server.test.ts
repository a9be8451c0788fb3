import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { temporaryFolder } from '../support/folder.ts'
import { basic } from '../support/server.ts'
import { statement } from '../support/statement.ts'

const key = 'first-key'
const secret = 'first-secret-of-many-characters'
const headers = { ...basic(key, secret), 'X-Experience-API-Version': '2.0.0', 'Content-Type': 'application/json' }

describe('npm run lrs', () => {
  const folder = temporaryFolder()
  const children: ChildProcess[] = []
  const environment = {
    PORT: '0',
    DATABASE_URL: `embedded:${folder.path}`,
    XAPI_KEY: key,
    XAPI_SECRET: secret,
    LOG_LEVEL: 'error',
  }

  function start(env: Record<string, string>): ChildProcess {
    const child = spawn(process.execPath, ['lrs/server.ts'], {
      env: { ...process.env, ...environment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    children.push(child)
    return child
  }

  async function ready(child: ChildProcess): Promise<string> {
    if (!child.stdout) throw new Error('no standard output')
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const url = /^Ready: (http:\/\/127\.0\.0\.1:\d+) /.exec(line)?.[1]
    if (url === undefined) throw new Error(`not ready: ${line}`)
    return url
  }

  /** Exit code and what was said on standard error. */
  async function ended(child: ChildProcess): Promise<[code: number | null, said: string]> {
    if (!child.stderr) throw new Error('no standard error')
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    return [code, said]
  }

  after(() => {
    for (const child of children) child.kill('SIGKILL')
    folder.remove()
  })

  it('says where it is, makes the credential of the settings, and keeps what it has over a restart', async () => {
    const sent = statement()
    const first = start({})
    const url = await ready(first)
    const answer = await fetch(`${url}/xapi/statements`, { method: 'POST', headers, body: JSON.stringify(sent) })
    expect(answer.status).to.equal(200)
    first.kill('SIGTERM')
    expect((await ended(first))[0]).to.equal(0)

    const second = start({ XAPI_DEFAULT_VERSION: '1.0.3' })
    const again = await ready(second)
    const read = await fetch(`${again}/xapi/statements?statementId=${sent.id}`, { headers })
    expect(await read.json()).to.deep.include(sent)
    const versionless = await fetch(`${again}/xapi/statements`, { headers: basic(key, secret) })
    expect(versionless.headers.get('x-experience-api-version')).to.equal('1.0.3')
    second.kill('SIGTERM')
    await ended(second)
  })

  it('finishes the requests it has when it is told to stop', async () => {
    const child = start({})
    const url = await ready(child)
    const body = JSON.stringify(Array.from({ length: 2000 }, () => statement()))
    const answers = Array.from({ length: 4 }, () =>
      fetch(`${url}/xapi/statements`, {
        method: 'POST',
        headers,
        body: body.replaceAll('7e57', crypto.randomUUID().slice(0, 4)),
      }),
    )
    await Promise.race(answers)
    child.kill('SIGTERM')
    const settled = await Promise.all(answers)
    expect(settled.map(({ status }) => status)).to.deep.equal([200, 200, 200, 200])
    expect((await ended(child))[0]).to.equal(0)
  })

  it('ends with the names of wrong settings and what is allowed', async () => {
    const [code, said] = await ended(start({ PORT: 'eighty', LOG_LEVEL: 'loud' }))
    expect(code).to.equal(1)
    expect(said.trim().split('\n')).to.deep.equal([
      'PORT must be a whole number from 0 to 65535, not "eighty"',
      'LOG_LEVEL must be one of silent, error, info, debug, not "loud"',
    ])
  })

  it('refuses to be reached from outside without https', async () => {
    const [code, said] = await ended(start({ HOST: '0.0.0.0' }))
    expect(code).to.equal(1)
    expect(said).to.match(/^PUBLIC_URL must be an https address when HOST \(0\.0\.0\.0\) is not loopback/)
  })

  it('says when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const [code, said] = await ended(start({ PORT: String(port) }))
    other.close()
    expect(code).to.equal(1)
    expect(said.trim()).to.equal(`PORT ${port} is taken on 127.0.0.1. Stop what uses it, or choose another.`)
  })

  it('says when another server has the store', async () => {
    const child = start({})
    await ready(child)
    const [code, said] = await ended(start({}))
    child.kill('SIGTERM')
    await ended(child)
    expect(code).to.equal(1)
    expect(said.trim().split('\n')).to.have.length(1)
  })
})
