import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { expect } from 'chai'
import { temporaryFolder } from '../support/folder.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { statement } from '../support/statement.ts'
import { statementClient } from '../support/statement-client.ts'

async function run(script: string, args: string[], env: Record<string, string> = {}) {
  const path = join(import.meta.dirname, '../../scripts', script)
  const child = spawn(process.execPath, [path, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, error, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { out, error, code }
}

describe('npm run backup and npm run restore', () => {
  const folder = temporaryFolder()
  const backups = join(folder.path, 'backups')
  let server: TestServer
  before(async () => {
    server = await startTestServer()
  })
  after(async () => {
    await server.stop()
    folder.remove()
  })

  const backUp = (...args: string[]) => run('backup.ts', args, { DATABASE_URL: server.lrs.config.databaseUrl })

  it('carry what a running server has to another, credentials and all', async () => {
    const sent = statement()
    await statementClient(server).post(sent)
    const made = await backUp(backups)
    expect([made.code, made.error]).to.deep.equal([0, ''])
    expect(made.out).to.match(/^Händelser +1$/m)
    const backup = join(backups, readdirSync(backups)[0] ?? '')
    expect(made.out).to.include(`npm run restore -- ${backup} --to embedded:`)

    const target = `embedded:${join(folder.path, 'restored')}`
    const restored = await run('restore.ts', [backup, '--to', target])
    expect([restored.code, restored.error]).to.deep.equal([0, ''])
    expect(restored.out).to.match(/^Händelser +1, kontrollerade$/m)

    const other = await startTestServer({ databaseUrl: target })
    expect(await statementClient(other).read(sent.id)).to.deep.include(sent)
    await other.stop()

    const again = await run('restore.ts', [backup, '--to', target])
    expect(again.code).to.equal(1)
    expect(again.error.trim().split('\n')).to.have.length(1)
  })

  it('say in a sentence what is wrong with a call', async () => {
    mkdirSync(join(folder.path, 'empty'))
    const calls: [Promise<{ code: number; error: string }>, RegExp][] = [
      [backUp(), /^Ange en mapp\.\n\nSå här säkerhetskopierar du/],
      [run('backup.ts', ['x'], { DATABASE_URL: 'mongodb://127.0.0.1/lrs' }), /^Bara embedded:<mapp> kopieras så här/],
      [run('backup.ts', ['x'], { DATABASE_URL: `embedded:${join(folder.path, 'empty')}` }), /^There is no database in/],
      [run('restore.ts', ['--to', 'embedded:x']), /^Ange en säkerhetskopia/],
      [run('restore.ts', ['x', '--to', 'x']), /^--to ska vara embedded:<ny mapp>/],
      [run('restore.ts', ['x', '--to', 'embedded:x']), /^x is no backup/],
    ]
    for (const [call, words] of calls) {
      const { code, error } = await call
      expect(error).to.match(words)
      expect(code).to.equal(1)
    }
  })
})
