import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { expect } from 'chai'
import { openStorage } from '../../lrs/storage/connection.ts'
import { temporaryFolder } from '../support/folder.ts'
import { prepared } from '../support/prepared.ts'
import { statement } from '../support/statement.ts'

describe('npm run move', () => {
  const folder = temporaryFolder()
  const from = `embedded:${folder.path}/gammal`
  const to = `embedded:${folder.path}/ny`
  after(() => folder.remove())

  function call(script: string, ...args: string[]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${script}`, ...args], { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  it('says what it has moved and compared, and how to go on', async () => {
    const storage = await openStorage(from)
    await storage.statements.append('demo', prepared(storage.statements.now(), statement(), statement()))
    await storage.close()
    const { status, said } = call('move.ts', '--from', from, '--to', to)
    expect(said).to.contain('Flyttat och jämfört: 2 händelser och 0 dokument.').and.contain('DATABASE_URL')
    expect(status).to.equal(0)
  })

  it('does not move while a server is running', async () => {
    const storage = await openStorage(from)
    const { status, said } = call('move.ts', '--from', from, '--to', `embedded:${folder.path}/annan`)
    await storage.close()
    expect(status).to.equal(1)
    expect(said).to.match(/^Another server is using /)
  })

  it('says how it is called', () => {
    for (const args of [[], ['--from', from], ['--from', from, '--to', to, 'mer'], ['--till', to]]) {
      const { status, said } = call('move.ts', ...args)
      expect(status).to.equal(1)
      expect(said).to.contain('npm run move -- --from')
    }
  })

  it('and npm run test:mongodb too', () => {
    for (const args of [[], ['embedded:x'], ['mongodb://127.0.0.1']]) {
      const { status, said } = call('test-mongodb.ts', ...args)
      expect(status).to.equal(1)
      expect(said).to.contain('npm run test:mongodb -- mongodb://')
    }
  })
})
