import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { temporaryFolder } from '../support/folder.ts'
import { basic, startTestServer, type TestServer } from '../support/server.ts'

const script = join(import.meta.dirname, '../../scripts/create-credential.ts')

async function run(databaseUrl: string, ...args: string[]) {
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  const child = spawn(process.execPath, [script, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [out, error, code] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { out, error, code }
}

describe('create-credential', () => {
  let server: TestServer

  before(async () => {
    server = await startTestServer()
  })
  after(() => server.stop())

  const beside = (...args: string[]) => run(server.lrs.config.databaseUrl, ...args)
  const statusWith = async (key: string, secret: string, method = 'GET') => {
    const url = `${server.xapi}/statements`
    return (await fetch(url, { method, headers: { ...server.headers, ...basic(key, secret) } })).status
  }

  it('makes a key beside a running server, which takes it and can lose it again', async () => {
    const { out, error, code } = await beside(
      '--municipality',
      'demo',
      '--scope',
      'statements/read',
      '--expires',
      '2099-12-31',
    )
    expect(error).to.equal('')
    expect(code).to.equal(0)
    const key = /^Nyckel +(\S+)$/m.exec(out)?.[1] ?? ''
    const secret = /^Hemlighet +(\S+)$/m.exec(out)?.[1] ?? ''
    expect(out).to.include('till och med 2099-12-31')
    expect(await statusWith(key, secret)).to.equal(200)
    expect(await statusWith(key, secret, 'POST')).to.equal(403)

    const revoked = await beside('--revoke', key)
    expect(revoked.code).to.equal(0)
    const given = Date.now()
    while ((await statusWith(key, secret)) === 200 && Date.now() - given < 5000);
    expect(await statusWith(key, secret)).to.equal(401)
  })

  it('gives a key a new secret, and says which activities it may write about', async () => {
    const made = await beside(
      '--municipality',
      'demo',
      '--scope',
      'all',
      '--activity-prefix',
      'https://example.org/kurs/',
    )
    expect(made.out).to.match(/^Aktiviteter de vars id börjar med https:\/\/example\.org\/kurs\/$/m)
    const key = /^Nyckel +(\S+)$/m.exec(made.out)?.[1] ?? ''
    const rotated = await beside('--rotate', key, '--overlap', '0')
    expect(rotated.error).to.equal('')
    const secrets = [made, rotated].map(({ out }) => /^Hemlighet +(\S+)$/m.exec(out)?.[1] ?? '')
    expect(await Promise.all(secrets.map((secret) => statusWith(key, secret)))).to.deep.equal([401, 200])
    expect((await beside('--rotate', 'ingen')).error).to.include('Nyckeln ingen finns inte')
  })

  it('makes the municipality only when told its name', async () => {
    const refused = await beside('--municipality', 'nyby', '--scope', 'all')
    expect(refused.code).to.equal(1)
    expect(refused.error).to.include('Kommunen nyby finns inte').and.to.include('demo')
    const made = await beside('--municipality', 'nyby', '--scope', 'all', '--create', 'Nyby kommun')
    expect(made.code).to.equal(0)
    expect(made.out).to.include('Nyby kommun (nyby)')
  })

  it('says in a sentence what is wrong with a call, and makes no database of it', async () => {
    const folder = temporaryFolder()
    const database = join(folder.path, 'ny')
    const wrong: [args: string[], says: string][] = [
      [[], '--municipality saknas'],
      [['--municipality', 'demo'], '--scope saknas'],
      [['--municipality', 'demo', '--scope', 'allt'], 'Rättigheten allt finns inte'],
      [['--municipality', 'demo', '--scope', 'all', '--version', '3'], 'Versionen är 1.0.3 eller 2.0.0'],
      [['--municipality', 'demo', '--scope', 'all', '--expires', '2020-01-01'], 'har redan varit'],
      [['--municipality', 'demo', '--scope', 'all', '--expires', 'snart'], 'skrivs som 2027-06-30'],
      [['--municipality', 'demo', '--scope', 'all', '--activity-prefix', 'kurs'], 'börjar med en adress'],
      [['--rotate', 'x', '--overlap', 'länge'], 'ett helt tal från 0 till'],
      [['demo'], 'demo hör inte hit'],
      [['--kommun', 'demo'], 'Så här gör du en nyckel'],
    ]
    const results = await Promise.all(wrong.map(([args]) => run(`embedded:${database}`, ...args)))
    for (const [index, { code, error, out }] of results.entries()) {
      expect(error)
        .to.include(wrong[index]?.[1])
        .and.not.to.match(/^ +at /m)
      expect({ code, out }).to.deep.equal({ code: 1, out: '' })
    }
    expect(existsSync(database)).to.equal(false)
    folder.remove()
  })
})
