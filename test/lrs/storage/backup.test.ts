import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { setImmediate as turn } from 'node:timers/promises'
import { expect } from 'chai'
import { LrsError } from '../../../lrs/errors.ts'
import { createSqliteStore } from '../../../lrs/statements/sqlite-store.ts'
import type { StatementStore } from '../../../lrs/statements/store.ts'
import { type Backup, backUp } from '../../../lrs/storage/backup.ts'
import { restore } from '../../../lrs/storage/restore.ts'
import { type Database, openDatabase } from '../../../lrs/storage/sqlite.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { prepared, refusalOf } from '../../support/prepared.ts'
import { skip } from '../../support/skip.ts'
import { statement } from '../../support/statement.ts'
import { idsOf } from '../../support/store-under-test.ts'

describe('backUp and restore', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let data: string
  let backups: string
  let database: Database
  let store: StatementStore

  beforeEach(() => {
    folder = temporaryFolder()
    data = join(folder.path, 'data')
    backups = join(folder.path, 'backups')
    database = openDatabase(data)
    store = createSqliteStore(database)
  })
  afterEach(async () => {
    await database.close()
    folder.remove()
  })

  async function append(count: number): Promise<string[]> {
    const batch = prepared(store.now(), ...Array.from({ length: count }, () => statement()))
    return store.append('demo', batch)
  }

  async function idsIn(path: string): Promise<string[]> {
    const opened = openDatabase(path)
    const { statements } = await createSqliteStore(opened).find('demo', { limit: 100_000 })
    await opened.close()
    return idsOf(statements)
  }

  const expectRefusal = async (attempt: Promise<unknown>, words: RegExp) => {
    const refusal = await refusalOf(attempt)
    expect(refusal).to.be.instanceOf(LrsError).with.property('message').that.matches(words)
  }

  it('bring back what was stored', async () => {
    const ids = await append(20)
    const { folder: backup, note } = await backUp(data, backups)
    expect(note.rows.statement).to.equal(20)
    expect(readdirSync(backup).sort()).to.deep.equal(['backup.json', 'lrs.sqlite'])
    const restored = join(folder.path, 'made/on/the/way')
    expect(await restore(backup, restored)).to.deep.equal(note)
    expect(await idsIn(restored)).to.have.members(ids)
  })

  it('hold one moment while the server goes on storing, and end', async () => {
    const before = await append(3000)
    const during: string[] = []
    const shares: number[] = []
    let done = false
    const writing = (async () => {
      while (!done) {
        during.push(...(await append(20)))
        await turn()
      }
    })()
    const { folder: backup } = await backUp(data, backups, (share) => shares.push(share))
    done = true
    await writing
    expect(during.length, 'stored meanwhile').to.be.above(20)
    expect(shares.toSorted((a, b) => a - b)).to.deep.equal(shares)
    const restored = join(folder.path, 'restored')
    await restore(backup, restored)
    const ids = await idsIn(restored)
    expect(ids).to.include.members(before)
    const later = ids.filter((id) => !before.includes(id))
    expect(later.length % 20, 'batches whole').to.equal(0)
    expect(later).to.have.members(during.slice(0, later.length))
  })

  it('can be read by their owner only', async function () {
    if (process.platform === 'win32') return skip(this, 'Windows has no such modes')
    await append(1)
    const { folder: backup } = await backUp(data, backups)
    const modes = [backup, join(backup, 'lrs.sqlite'), join(backup, 'backup.json')].map((path) => statSync(path).mode)
    expect(modes.map((mode) => mode & 0o077)).to.deep.equal([0, 0, 0])
  })

  it('make nothing where there is no database', async () => {
    await expectRefusal(backUp(join(folder.path, 'nowhere'), backups), /^There is no database in .*nowhere/)
    expect(readdirSync(folder.path)).to.deep.equal(['data'])
  })

  it('make no backup of a damaged database', async () => {
    await append(500)
    await database.close()
    const bytes = readFileSync(join(data, 'lrs.sqlite'))
    bytes.fill(7, Math.floor(bytes.length / 8192) * 4096).subarray(0, 4096)
    writeFileSync(join(data, 'lrs.sqlite'), bytes)
    await expectRefusal(backUp(data, backups), /^No backup of .* was made: (it|the copy) is damaged.*/)
    expect(readdirSync(backups)).to.deep.equal([])
    database = openDatabase(join(folder.path, 'other'))
  })

  describe('a restore', () => {
    let backup: Backup
    let target: string
    beforeEach(async () => {
      await append(50)
      backup = await backUp(data, backups)
      target = join(folder.path, 'target')
    })

    it('overwrites nothing', async () => {
      const other = openDatabase(target)
      await other.close()
      const before = readFileSync(join(target, 'lrs.sqlite'))
      await expectRefusal(restore(backup.folder, target), /There is a database in .*overwrites nothing/)
      expect(readFileSync(join(target, 'lrs.sqlite')).equals(before)).to.equal(true)
    })

    it('takes a log without its database for one', async () => {
      mkdirSync(target)
      writeFileSync(join(target, 'lrs.sqlite-wal'), 'kept')
      await expectRefusal(restore(backup.folder, target), /overwrites nothing/)
      expect(readFileSync(join(target, 'lrs.sqlite-wal'), 'utf8')).to.equal('kept')
    })

    it('is refused while a server has the folder', async () => {
      await expectRefusal(restore(backup.folder, data), /Another server is using/)
    })

    it('goes on where one was killed', async () => {
      mkdirSync(target)
      cpSync(join(backup.folder, 'backup.json'), join(target, 'lrs.sqlite.restoring'))
      await restore(backup.folder, target)
      expect(await idsIn(target)).to.have.length(50)
    })

    const change = (name: string, alter: (bytes: Buffer) => Buffer | string) => {
      const path = join(backup.folder, name)
      writeFileSync(path, alter(readFileSync(path)))
    }
    const altered = (changes: object) => (bytes: Buffer) => JSON.stringify({ ...JSON.parse(String(bytes)), ...changes })

    it('refuses a backup with one bit changed', async () => {
      change('lrs.sqlite', (bytes) => {
        bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000)
        return bytes
      })
      await expectRefusal(
        restore(backup.folder, target),
        /The backup in .* is damaged: lrs\.sqlite is not what was written/,
      )
      expect(readdirSync(folder.path)).not.to.include('target')
    })

    it('refuses a backup that does not hold what its note says', async () => {
      change('backup.json', altered({ rows: { ...backup.note.rows, statement: 51 } }))
      await expectRefusal(restore(backup.folder, target), /not whole: statement has 50 rows instead of 51/)
      expect(readdirSync(target)).to.deep.equal(['server.lock'])
    })

    it('refuses a backup of a newer program', async () => {
      change('backup.json', altered({ schemaVersion: 99 }))
      await expectRefusal(restore(backup.folder, target), /a newer program \(version 99/)
    })

    it('refuses what is no backup', async () => {
      await expectRefusal(restore(data, target), /is no backup: it has no backup\.json/)
      change('backup.json', () => '{"made":')
      await expectRefusal(restore(backup.folder, target), /backup\.json cannot be read/)
    })
  })
})
