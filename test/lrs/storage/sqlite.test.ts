import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as turn } from 'node:timers/promises'
import { expect } from 'chai'
import { LrsError } from '../../../lrs/errors.ts'
import { type Database, openDatabase, type Writer } from '../../../lrs/storage/sqlite.ts'
import { temporaryFolder } from '../../support/folder.ts'

const sqliteModule = new URL('../../../lrs/storage/sqlite.ts', import.meta.url).href

const add = (name: string) => (db: Writer) => db.prepare('INSERT INTO name VALUES (?)').run(name).lastInsertRowid

describe('openDatabase', () => {
  let folder: ReturnType<typeof temporaryFolder>
  let database: Database

  const names = () =>
    database.read
      .prepare<{ name: string }>('SELECT name FROM name ORDER BY name')
      .all()
      .map(({ name }) => name)

  beforeEach(() => {
    folder = temporaryFolder()
    database = openDatabase(folder.path)
    database.exec('CREATE TABLE name (name TEXT UNIQUE)')
  })

  afterEach(async () => {
    await database.close()
    folder.remove()
  })

  it('reports a durable connection', () => {
    expect(database.reports()).to.deep.equal([
      { synchronous: 2, journalMode: 'wal', pageSize: 4096, cacheSize: -65536, walAutocheckpoint: 1000 },
    ])
  })

  it('keeps what was written over a restart', async () => {
    await database.write(add('Ada'))
    await database.close()
    database = openDatabase(folder.path)
    expect(names()).to.deep.equal(['Ada'])
  })

  it('gives the same prepared statement for the same text', () => {
    expect(database.read.prepare('SELECT 1')).to.equal(database.read.prepare('SELECT 1'))
  })

  it('refuses run() outside write()', () => {
    const { read } = database
    const writer = read as unknown as Writer
    expect(() => writer.prepare('DELETE FROM name').run()).to.throw(TypeError, 'outside write()')
  })

  it('refuses a file that is no database, and lets go of the folder', async () => {
    await database.close()
    writeFileSync(join(folder.path, 'lrs.sqlite'), 'not a database, but long enough to be taken for one'.repeat(20))
    expect(() => openDatabase(folder.path)).to.throw(LrsError, 'cannot be opened')
    unlinkSync(join(folder.path, 'lrs.sqlite'))
    database = openDatabase(folder.path)
  })

  it('checks what is bound in every kind of call', async () => {
    const query = database.read.prepare('SELECT name FROM name WHERE name = ?')
    expect(() => query.get()).to.throw(TypeError, '1 values expected')
    expect(() => query.all(new Date(0) as never)).to.throw(TypeError, 'Date')
    const failure = await database.write(add(undefined as never)).catch((error) => error)
    expect(failure).to.be.instanceOf(TypeError)
  })

  describe('write', () => {
    it('resolves with the result of its function', async () => {
      expect(await database.write(add('Ada'))).to.equal(1)
    })

    it('puts the functions of one turn into one commit', async () => {
      const other = new DatabaseSync(join(folder.path, 'lrs.sqlite'), { readOnly: true })
      const version = other.prepare('PRAGMA data_version')
      const before = version.get()?.data_version
      await Promise.all(['Ada', 'Bo', 'Cia'].map((name) => database.write(add(name))))
      expect(version.get()?.data_version).to.equal(Number(before) + 1)
      other.close()
      expect(names()).to.deep.equal(['Ada', 'Bo', 'Cia'])
    })

    it('undoes a function that throws, and none of its neighbours', async () => {
      const outcomes = await Promise.allSettled([
        database.write(add('Ada')),
        database.write((db) => {
          add('Bo')(db)
          throw new Error('no Bo')
        }),
        database.write(add('Ada')),
        database.write(add('Cia')),
      ])
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
      expect((outcomes[1] as PromiseRejectedResult).reason.message).to.equal('no Bo')
      expect((outcomes[2] as PromiseRejectedResult).reason.errcode).to.equal(2067)
      expect(names()).to.deep.equal(['Ada', 'Cia'])
    })

    it('lets a function see what those before it wrote', async () => {
      const [, count] = await Promise.all([
        database.write(add('Ada')),
        database.write((db) => db.prepare<{ n: number }>('SELECT count(*) AS n FROM name').get()?.n),
      ])
      expect(count).to.equal(1)
    })

    it('refuses a function that is asynchronous and undoes it', async () => {
      const failure = await database.write(async (db) => add('Ada')(db)).catch((error) => error)
      expect(failure).to.be.instanceOf(TypeError)
      expect(names()).to.deep.equal([])
    })

    it('refuses all functions of a commit that fails', async () => {
      database.exec('CREATE TABLE child (name TEXT REFERENCES name (name) DEFERRABLE INITIALLY DEFERRED)')
      const outcomes = await Promise.allSettled([
        database.write(add('Ada')),
        database.write((db) => db.prepare('INSERT INTO child VALUES (?)').run('nobody')),
      ])
      for (const outcome of outcomes) {
        expect(outcome.status).to.equal('rejected')
        expect((outcome as PromiseRejectedResult).reason)
          .to.be.instanceOf(LrsError)
          .with.property('code', 'unavailable')
      }
      expect(names()).to.deep.equal([])
      await database.write(add('Bo'))
      expect(names()).to.deep.equal(['Bo'])
    })

    it('refuses all functions when the transaction itself is lost', async () => {
      const outcomes = await Promise.allSettled([
        database.write(add('Ada')),
        database.write((db) => {
          db.exec('ROLLBACK')
          throw new Error('as SQLite does on some I/O errors')
        }),
      ])
      expect(outcomes.map(({ status }) => status)).to.deep.equal(['rejected', 'rejected'])
      expect(names()).to.deep.equal([])
    })

    it('waits for another process that holds the lock, without holding up the event loop', async () => {
      const other = new DatabaseSync(join(folder.path, 'lrs.sqlite'))
      other.exec('BEGIN IMMEDIATE')
      const writing = database.write(add('Ada'))
      await turn()
      other.exec('COMMIT')
      other.close()
      await writing
      expect(names()).to.deep.equal(['Ada'])
    })

    it('is refused after close, and what was given before is written', async () => {
      const writing = database.write(add('Ada'))
      const closing = database.close()
      const failure = await database.write(add('Bo')).catch((error) => error)
      expect(failure).to.be.instanceOf(LrsError).with.property('code', 'unavailable')
      await Promise.all([writing, closing, database.close()])
      database = openDatabase(folder.path)
      expect(names()).to.deep.equal(['Ada'])
    })
  })

  describe('server.lock', () => {
    it('refuses a second server by the name of the folder', () => {
      expect(() => openDatabase(folder.path)).to.throw(LrsError, `Another server is using ${folder.path}`)
    })

    it('lets a script write beside the server', async () => {
      const script = openDatabase(folder.path, { beside: true })
      await script.write(add('Ada'))
      await script.close()
      expect(names()).to.deep.equal(['Ada'])
    })

    it('is free again after close', async () => {
      await database.close()
      database = openDatabase(folder.path)
      expect(database.reports()).to.have.length(1)
    })

    it('refuses another process, and is freed when its holder is killed', async () => {
      await database.close()
      const program = `import { openDatabase } from '${sqliteModule}'; const held = openDatabase(process.argv[1]); console.log('open'); setInterval(() => held, 1000)`
      const holder = spawn(process.execPath, ['--input-type=module', '-e', program, folder.path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(holder.stdout, 'data')
      expect(() => openDatabase(folder.path)).to.throw(LrsError, 'Another server')
      const gone = once(holder, 'exit')
      holder.kill('SIGKILL')
      await gone
      database = openDatabase(folder.path)
      expect(names()).to.deep.equal([])
    })
  })
})
