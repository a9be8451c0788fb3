import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'chai'
import { LrsError } from '../../../lrs/errors.ts'
import { schema as catalogSchema } from '../../../lrs/storage/embedded/catalog.ts'
import { type Migration, migrations } from '../../../lrs/storage/migrations.ts'
import { openDatabase } from '../../../lrs/storage/sqlite.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { leaveBehind, storedFiles } from '../../support/stored-files.ts'

const step = (what: string, sql: string): Migration => ({ what, apply: (connection) => connection.exec(sql) })
const names = step('names', 'CREATE TABLE name (name TEXT)')
const ada = step('the first name', "INSERT INTO name VALUES ('Ada')")
const broken = step('something impossible', "INSERT INTO name VALUES ('Bo'); INSERT INTO nowhere VALUES (1)")

describe('migrations', () => {
  let folder: ReturnType<typeof temporaryFolder>
  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => folder.remove())

  const open = (steps: readonly Migration[], beside = false) => openDatabase(folder.path, { migrations: steps, beside })
  const look = (sql: string, path = folder.path) => {
    const connection = new DatabaseSync(join(path, 'lrs.sqlite'), { readOnly: true })
    try {
      return Object.values(connection.prepare(sql).get() ?? {})[0]
    } finally {
      connection.close()
    }
  }
  const version = () => look('PRAGMA user_version')
  const refusal = (run: () => unknown): LrsError => {
    try {
      run()
    } catch (error) {
      expect(error).to.be.instanceOf(LrsError).with.property('code', 'unavailable')
      return error as LrsError
    }
    throw new Error('nothing was refused')
  }

  it('bring a new file to the newest version', async () => {
    const database = open(migrations)
    expect(database.migratedFrom).to.equal(undefined)
    await database.close()
    expect(version()).to.equal(migrations.length)
  })

  it('take over a file from before versions were counted, with what it holds', async () => {
    const old = new DatabaseSync(join(folder.path, 'lrs.sqlite'))
    old.exec(`${catalogSchema} INSERT INTO collection_array VALUES ('people', 'roles')`)
    old.close()
    const database = open(migrations)
    expect(database.migratedFrom).to.equal(0)
    expect(database.read.prepare('SELECT path FROM collection_array').all()).to.deep.equal([{ path: 'roles' }])
    await database.close()
  })

  it('do only what is new', async () => {
    await open([names, ada]).close()
    const database = open([names, ada, step('another name', "INSERT INTO name VALUES ('Cia')")])
    expect(database.migratedFrom).to.equal(2)
    expect(database.read.prepare('SELECT name FROM name').all()).to.deep.equal([{ name: 'Ada' }, { name: 'Cia' }])
    await database.close()
  })

  it('stop at the step that fails, undo it, and name it', async () => {
    const error = refusal(() => open([names, ada, broken, ada]))
    expect(error.message).to.match(/version 3 \(something impossible\).* It is at version 2, as before\.$/)
    expect(version()).to.equal(2)
    expect(look('SELECT count(*) FROM name')).to.equal(1)
    const database = open([names, ada])
    await database.close()
  })

  it('are for the server that has the lock: a script beside is refused', async () => {
    const server = open([names])
    const error = refusal(() => open([names, ada], true))
    expect(error.message).to.include('Another server is using')
    expect(version()).to.equal(1)
    await server.close()
    const script = open([names, ada], true)
    await script.close()
    expect(version()).to.equal(2)
    await open([names, ada]).close()
  })

  it('of a newer program make a file that this one refuses and does not touch', async () => {
    await open([names, ada]).close()
    const before = storedFiles(folder.path)
    const error = refusal(() => open([names]))
    expect(error.message).to.match(
      /a newer program made it \(version 2; this one knows versions up to 1\).* Nothing was changed/,
    )
    expect(storedFiles(folder.path)).to.deep.equal(before)
  })

  it('of a newer program count when they are in the log only', async () => {
    const newer = open([names, ada])
    const killed = join(folder.path, 'killed')
    leaveBehind(folder.path, killed)
    await newer.close()
    const before = storedFiles(killed)
    expect(Object.keys(before)).to.deep.equal(['lrs.sqlite', 'lrs.sqlite-wal'])
    refusal(() => openDatabase(killed, { migrations: [names] }))
    expect(storedFiles(killed)).to.deep.equal(before)
    await openDatabase(killed, { migrations: [names, ada] }).close()
    expect(look('PRAGMA user_version', killed)).to.equal(2)
  })
})
